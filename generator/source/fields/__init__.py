"""The kinds of values that keys hold: each reads the characters as typed and says what to write instead.

Every kind is an `Annotated` type for pydantic whose validator gets the text of a scalar, and whose JSON Schema
describes the same values as a YAML 1.2 editor resolves them (numbers and booleans arrive there as such). A
`Bilingual` among its annotations says in words what it is.
"""

from generator.source.fields.blocks import TEAM_KEYS, TEAM_PREFIX, Block, key, required
from generator.source.fields.closed import Code, Flag, labelled_schema, one_of
from generator.source.fields.days import Day, read_day
from generator.source.fields.identifiers import (
    NOTE_ID,
    Currency,
    LessonRef,
    LocalId,
    NoteId,
    Slug,
    is_note_id,
)
from generator.source.fields.numbers import Money, Quantity, whole
from generator.source.fields.text import Line, Lines, ProseText, is_wide
from generator.source.fields.typed import FieldError, quoted, text_of

__all__ = (
    "NOTE_ID",
    "TEAM_KEYS",
    "TEAM_PREFIX",
    "Block",
    "Code",
    "Currency",
    "Day",
    "FieldError",
    "Flag",
    "LessonRef",
    "Line",
    "Lines",
    "LocalId",
    "Money",
    "NoteId",
    "ProseText",
    "Quantity",
    "Slug",
    "is_note_id",
    "is_wide",
    "key",
    "labelled_schema",
    "one_of",
    "quoted",
    "read_day",
    "required",
    "text_of",
    "whole",
)
