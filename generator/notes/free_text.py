"""What the author of a note typed freely: lines and prose, without codes, dates, numbers and ids."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.notes.model import Engagement
from generator.prose import Prose
from generator.source.fields import Block
from generator.source.findings import Loc

FreeText = tuple[Loc, str]
# Texts that name something instead of saying it.
_NOT_FREE = frozenset(
    {"x", "id", "need", "gap", "blocks", "after", "answered_by", "theme", "file", "currency", "repeats"}
)


def free_texts(engagement: Engagement) -> tuple[FreeText, ...]:
    """Every such text with its place, in the order of the format."""
    found: list[FreeText] = []
    _collect(engagement, (), found)
    return tuple(found)


def _collect(value: Any, loc: Loc, found: list[FreeText]) -> None:
    # Exact types, as a closed value is a str too; isinstance over every value of a note would take as long as
    # parsing it.
    kind = type(value)
    if kind is str or kind is Prose:
        found.append((loc, value))
    elif kind is tuple:
        for index, item in enumerate(value):
            _collect(item, (*loc, index), found)
    elif isinstance(value, Block):
        held = value.__dict__
        for attribute, name in _free_keys(type(value)):
            if held[attribute] is not None:
                _collect(held[attribute], (*loc, name), found)


@cache
def _free_keys(block: type[Block]) -> tuple[tuple[str, str], ...]:
    """The attributes of a block that may hold free text, each with its key as typed."""
    return tuple(
        (attribute, field.alias or attribute)
        for attribute, field in block.model_fields.items()
        if attribute not in _NOT_FREE
    )
