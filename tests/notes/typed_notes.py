"""Notes as people type them, made from the format itself: every key can be reached, every value replaced."""

from __future__ import annotations

from typing import Any

from generator.source.fields import Block
from generator.source.keys import Group, Key, Several, keys_of

# A note before it is text: dicts of keys, lists of items, and str for what is typed after a key.
Typed = dict[str, Any] | list[Any] | str


def smallest(block: type[Block]) -> dict[str, Typed]:
    """A group with its required keys only, each with the example of the format."""
    return {key.name: _example(key) for key in keys_of(block) if key.required}


def _example(key: Key) -> Typed:
    if not isinstance(key.item, Group):
        return key.example
    if isinstance(key.holds, Several):
        return [smallest(key.item.block)] if key.holds.at_least else "[]"
    return smallest(key.item.block)


def with_value(block: type[Block], path: str, value: Typed) -> dict[str, Typed]:
    """The smallest group with a value at a path such as `commitments[].condition.due`."""
    name, _, rest = path.partition(".")
    key = next(key for key in keys_of(block) if key.name == name.removesuffix("[]"))
    if rest:
        assert isinstance(key.item, Group)
        inner = with_value(key.item.block, rest, value)
        value = [inner] if isinstance(key.holds, Several) else inner
    return smallest(block) | {key.name: value}


def render_typed(typed: Typed) -> str:
    """The text of the file."""
    return "\n".join(_lines(typed)) + "\n"


def _lines(typed: Typed) -> list[str]:
    if isinstance(typed, dict):
        return [line for name, value in typed.items() for line in _pair(name, value)] or ["{}"]
    if isinstance(typed, list):
        return [line for item in typed for line in _item(item)] or ["[]"]
    return [typed]


def _pair(name: str, value: Typed) -> list[str]:
    if not value or isinstance(value, str):
        return [f"{name}: {value or ''.join(_lines(value))}".rstrip()]
    return [f"{name}:", *(f"  {line}" for line in _lines(value))]


def _item(item: Typed) -> list[str]:
    first, *others = _lines(item)
    return [f"- {first}", *(f"  {line}" for line in others)]
