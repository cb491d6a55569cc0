"""presales.yaml for editors and for `presales explain`, from the types that read it."""

from __future__ import annotations

from generator.errors import Bilingual
from generator.notes.explain import Format
from generator.source.schema import Schema, render_schema_file, root_schema
from generator.workspace.config import Config

CONFIG = Format(Bilingual("presales.yaml", "presales.yaml"), Config)


def config_schema() -> Schema:
    """What presales.yaml may hold. That file names stay inside output/ is out of a schema's reach."""
    return root_schema(Config, Bilingual("工作区设置", "settings of the workspace"), {})


def render_config_schema() -> str:
    """The schema of presales.yaml as a file."""
    return render_schema_file(config_schema())
