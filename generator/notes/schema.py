"""JSON Schema of a note, for editors, from the types that the reader uses."""

from __future__ import annotations

from generator.errors import Bilingual
from generator.notes.codes import THEMES, Theme
from generator.notes.model import Engagement
from generator.notes.themes import theme_schema
from generator.source.schema import Schema, render_schema_file, root_schema


def note_schema(themes: tuple[Theme, ...] = THEMES) -> Schema:
    """What a note may hold, with the workspace's themes. Rules between keys are out of a schema's reach."""
    return root_schema(
        Engagement, Bilingual("售前支持记录", "presales engagement note"), {"Theme": theme_schema(themes)}
    )


def render_schema(themes: tuple[Theme, ...] = THEMES) -> str:
    """The schema of a note as a file."""
    return render_schema_file(note_schema(themes))
