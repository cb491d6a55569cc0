"""The keys of a format, read off its types: what each means, holds and looks like.

The JSON Schema, `presales explain` and the reference under docs/ are written from these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import PlainValidator, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from generator.errors import Bilingual
from generator.source.fields import TEAM_KEYS, Block, Code


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value written as one text. schema is its JSON Schema; codes are the closed values, where it has some."""

    words: Bilingual
    schema: dict[str, Any]
    codes: type[Code] | None


@dataclass(frozen=True, slots=True)
class Group:
    """A value that is a group of keys."""

    block: type[Block]


@dataclass(frozen=True, slots=True)
class Several:
    """A list. at_most is None where it has no end."""

    item: Scalar | Group
    at_least: int
    at_most: int | None


Holds = Scalar | Group | Several
_NO_DEFAULT = (PydanticUndefined, None, ())


@dataclass(frozen=True, slots=True)
class Key:
    """One key. default is None where leaving it out means nothing but that; example is typed as in a file."""

    name: str
    meaning: Bilingual
    example: str
    required: bool
    default: Any
    holds: Holds

    @property
    def item(self) -> Scalar | Group:
        """What it holds, or what each item of its list holds."""
        return self.holds.item if isinstance(self.holds, Several) else self.holds


@cache
def keys_of(block: type[Block]) -> tuple[Key, ...]:
    """The keys of a group in the order of the format."""
    hints = get_type_hints(block, include_extras=True)
    return tuple(
        _key(field.alias or name, field, hints[name])
        for name, field in block.model_fields.items()
        if field.alias != TEAM_KEYS
    )


def placed_keys(block: type[Block], above: str = "") -> Iterator[tuple[str, Key]]:
    """Every key at every depth with its path, such as `commitments[].condition.due`."""
    for key in keys_of(block):
        path = above + key.name
        yield path, key
        if isinstance(key.item, Group):
            yield from placed_keys(key.item.block, f"{path}{list_mark(key)}.")


def list_mark(key: Key) -> str:
    """What a path writes after a key that holds a list."""
    return "[]" if isinstance(key.holds, Several) else ""


def _key(name: str, field: FieldInfo, hint: Any) -> Key:
    extra: Any = field.json_schema_extra
    at_least = next((limit.min_length for limit in field.metadata if hasattr(limit, "min_length")), 0)
    return Key(
        name=name,
        meaning=Bilingual(extra["zh"], extra["en"]),
        example=extra["example"],
        required=field.is_required(),
        default=None if field.default in _NO_DEFAULT else field.default,
        holds=_holds(hint, at_least),
    )


def _holds(hint: Any, at_least: int) -> Holds:
    hint = _present(hint)
    if get_origin(hint) is not tuple:
        return _item(hint)
    first, *others = get_args(hint)
    if others == [...]:
        return Several(_item(first), at_least, None)
    return Several(_item(first), 1 + len(others), 1 + len(others))


def _present(hint: Any) -> Any:
    """`X` for `X | None`."""
    members = [member for member in get_args(hint) if member is not NoneType]
    return members[0] if NoneType in get_args(hint) else hint


def _item(hint: Any) -> Scalar | Group:
    return _scalar(get_args(hint)[1:]) if get_origin(hint) is Annotated else Group(hint)


def _scalar(annotations: tuple[Any, ...]) -> Scalar:
    """The parts that every kind of value in source/fields carries."""
    reader = next(part for part in annotations if isinstance(part, PlainValidator))
    schema = next(part for part in annotations if isinstance(part, WithJsonSchema))
    words = next(part for part in annotations if isinstance(part, Bilingual))
    owner = getattr(reader.func, "__self__", None)
    return Scalar(words, schema.json_schema or {}, owner if isinstance(owner, type) else None)
