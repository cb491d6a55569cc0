"""An engagement as plain JSON values and back, without reading its text again.

A checked note is the same tomorrow: what is remembered of it is decoded twenty times faster than YAML is parsed.
Nothing that is remembered is ever executed. What cannot be decoded, because the format has changed or the file was
damaged, is a LookupError or ValueError, and whoever remembers reads the note anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from generator.notes.model import Engagement
from generator.prose import Prose
from generator.source.fields import Block, Code

Decoder = Callable[[Any], Any]


def freeze(engagement: Engagement) -> list[Any]:
    """JSON values; a group of keys is the list of its values in the order of the type, trailing nulls cut."""
    return _freeze_block(engagement)


def thaw(frozen: list[Any]) -> Engagement:
    """Equal to the engagement that was frozen."""
    engagement: Engagement = _block_decoder(Engagement)(frozen)
    return engagement


def _freeze_block(block: Block) -> list[Any]:
    held = block.__dict__
    values = [_freeze(held[name]) for name in type(block).model_fields]
    while values and values[-1] is None:
        values.pop()
    return values


def _freeze(value: Any) -> Any:
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case Decimal() | date():
            return str(value)
        case tuple():
            return [_freeze(item) for item in value] or None
        case Block():
            return _freeze_block(value)
        case dict():
            return value or None
        case _:
            raise TypeError(type(value).__name__)


@cache
def _block_decoder(block: type[Block]) -> Decoder:
    """The values as the validator would have left them: pydantic has seen them before."""
    hints = get_type_hints(block)
    names = tuple(block.model_fields)
    decoders = tuple(_decoder(hints[name]) for name in names)
    defaults = {name: _empty(hints[name]) for name in names}
    pairs = tuple(zip(names, decoders, strict=True))
    new, put = block.__new__, object.__setattr__

    def decode(values: list[Any]) -> Block:
        held = dict(defaults)
        for (name, decoder), value in zip(pairs, values, strict=False):
            if value is not None:
                held[name] = decoder(value) if decoder else value
        held["x"] = held["x"] or {}
        made: Block = new(block)
        put(made, "__dict__", held)
        put(made, "__pydantic_fields_set__", set(held))
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", None)
        return made

    return decode


def _empty(hint: Any) -> Any:
    """What stands for null: an empty list or nothing."""
    return () if get_origin(hint) is tuple else None


def _decoder(hint: Any) -> Decoder | None:
    """None where the JSON value is the value."""
    members = [member for member in get_args(hint) if member is not NoneType]
    if NoneType in get_args(hint):
        return _decoder(members[0])
    if get_origin(hint) is tuple:
        item = _decoder(members[0])
        return tuple if item is None else lambda values: tuple([item(value) for value in values])
    if not isinstance(hint, type) or get_origin(hint) is dict:
        return None
    if issubclass(hint, Block):
        return _block_decoder(hint)
    if issubclass(hint, Code):
        return {member.value: member for member in hint}.__getitem__
    return _DECODERS.get(hint)


_DECODERS: dict[type, Decoder] = {Prose: Prose, Decimal: Decimal, date: date.fromisoformat}
