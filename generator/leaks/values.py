"""Every text and number of a note with its place, those of the team's own keys included."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from generator.source.fields import Block
from generator.source.findings import Loc

Value = tuple[Loc, str | Decimal]
# Short words that name something inside the note, and codes that are no text of their own.
_NO_TEXT = frozenset({"need", "blocks", "after", "answered_by", "theme", "currency", "schema"})


def values_of(value: object, loc: Loc = ()) -> Iterator[Value]:
    """Closed values, dates, true and false, local ids and empty keys are none."""
    match value:
        case Block():
            for attribute, field in type(value).model_fields.items():
                name = field.alias or attribute
                if attribute == "x":
                    yield from values_of(value.x, loc)
                elif name not in _NO_TEXT and not (name == "id" and loc and loc[0] not in _REFERENCES):
                    yield from values_of(getattr(value, attribute), (*loc, name))
        case dict():
            for key, item in value.items():
                yield from values_of(item, (*loc, str(key)))
        case tuple() | list():
            for place, item in enumerate(value):
                yield from values_of(item, (*loc, place))
        case bool() | Enum():
            return
        case str():
            yield loc, str(value)
        case int() | Decimal():
            yield loc, Decimal(value)
        case _:
            return


_REFERENCES = frozenset({"reused_lessons"})
