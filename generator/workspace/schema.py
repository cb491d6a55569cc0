"""JSON Schema of presales.yaml, from the types that read it."""

from __future__ import annotations

from generator.errors import Bilingual
from generator.source.schema import Schema, root_schema
from generator.workspace.config import Config


def config_schema() -> Schema:
    """What presales.yaml may hold. That file names stay inside output/ is out of a schema's reach."""
    return root_schema(Config, Bilingual("工作区设置", "settings of the workspace"), {})
