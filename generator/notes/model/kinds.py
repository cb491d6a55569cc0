"""Kinds of values that several blocks of the note hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.notes import codes
from generator.notes.themes import THEMES_LISTED, read_theme
from generator.source.fields import FieldError, one_of, text_of, whole
from generator.source.text import shown

Rating = Annotated[int, *whole(1, 5)]
Percent = Annotated[int, *whole(1, 99)]
Minutes = Annotated[int, *whole(0, 1440)]
Count = Annotated[int, *whole(0, 99)]
Split = tuple[Minutes, Minutes, Minutes]
Knowledge = Annotated[codes.Knowledge, *one_of(codes.Knowledge)]
Party = Annotated[codes.Party, *one_of(codes.Party)]
ActionStatus = Annotated[codes.ActionStatus, *one_of(codes.ActionStatus)]
ReasonCategory = Annotated[codes.ReasonCategory, *one_of(codes.ReasonCategory)]
ReasonSource = Annotated[codes.ReasonSource, *one_of(codes.ReasonSource)]
StageCode = Annotated[codes.Stage, *one_of(codes.Stage)]


def _format_version(value: object) -> int:
    text = text_of(value).strip()
    if text == "1":
        return 1
    raise FieldError(
        "unknown_schema",
        Bilingual(f"不认识结构版本「{shown(text)}」", f"unknown format version “{shown(text)}”"),
        Bilingual("写 schema: 1", "write schema: 1"),
    )


FormatVersion = Annotated[
    int,
    PlainValidator(_format_version),
    WithJsonSchema({"type": ["integer", "string"], "enum": [1, "1"]}),
    Bilingual("总是 1", "always 1"),
]
# The themes depend on the workspace, so the schema of a note fills them in (generator/notes/schema.py).
ThemeCode = Annotated[
    str, PlainValidator(read_theme), WithJsonSchema({"$ref": THEMES_LISTED}), Bilingual("主题之一", "a theme")
]
