"""Data with a meaning at every field: as JSON, as JSON Schema and as rows of a manual, from the same types."""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from generator.errors import Bilingual

_CENT = Decimal("0.01")
_WORDS = "words"
_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PLAIN: dict[object, dict[str, str]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    date: {"type": "string", "format": "date"},
}

Schema = dict[str, Any]


def told(zh: str, en: str) -> Any:
    """A field with its meaning."""
    return field(metadata={_WORDS: Bilingual(zh, en)})


@dataclass(frozen=True, slots=True)
class FieldRow:
    """path reads `commitments.overdue[].due`; kind is that of JSON, values are the closed ones."""

    path: str
    kind: str
    values: tuple[str, ...]
    meaning: Bilingual


def render_json(data: object) -> str:
    """Keys in the order of the fields; amounts to the cent, fractions as they are."""
    return json.dumps(data, default=_plain, ensure_ascii=False, indent=2) + "\n"


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return float(value.quantize(_CENT))
        case _ if is_dataclass(value):
            return {found.name: getattr(value, found.name) for found in fields(value)}
        case _:
            raise TypeError(type(value).__name__)


def schema_of(shape: type[Any], title: Bilingual) -> Schema:
    """Every key is required and no other is allowed."""
    definitions: Schema = {}
    root = _object(shape, definitions)
    heads = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"{title.en} · {title.zh}"}
    return heads | root | {"definitions": dict(sorted(definitions.items()))}


def _object(shape: type[Any], definitions: Schema) -> Schema:
    properties = {name: _property(kind, words, definitions) for name, kind, words in _fields_of(shape)}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def _property(kind: object, words: Bilingual, definitions: Schema) -> Schema:
    return {"description": f"{words.en} · {words.zh}", "allOf": [_schema(kind, definitions)]}


def _schema(kind: object, definitions: Schema) -> Schema:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if isinstance(kind, types.UnionType):
        inner = next(argument for argument in arguments if argument is not type(None))
        return {"anyOf": [_schema(inner, definitions), {"type": "null"}]}
    if not isinstance(kind, type):
        raise TypeError(str(kind))
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": [str(member) for member in kind]}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # taken before its own parts are looked at
        definitions[kind.__name__] = _object(kind, definitions)
    return {"$ref": f"#/definitions/{kind.__name__}"}


def rows_of(shape: type[Any]) -> tuple[FieldRow, ...]:
    """Every field once, parts behind what holds them; a part that stands in several places is told at the first."""
    return tuple(_rows(shape, "", set()))


def _rows(shape: type[Any], before: str, seen: set[type]) -> Iterator[FieldRow]:
    for name, kind, words in _fields_of(shape):
        inner, path, is_nullable = _inner(kind, f"{before}{name}")
        values = tuple(str(member) for member in inner) if issubclass(inner, StrEnum) else ()
        yield FieldRow(path, _kind(inner) + ("?" if is_nullable else ""), values, words)
        if is_dataclass(inner) and inner not in seen:
            seen.add(inner)
            yield from _rows(inner, f"{path}.", seen)


def _inner(kind: object, path: str) -> tuple[type[Any], str, bool]:
    """What lists and "or null" are around."""
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is tuple:
        inner, path, _ = _inner(arguments[0], f"{path}[]")
        return inner, path, False
    if isinstance(kind, types.UnionType):
        inner, path, _ = _inner(next(found for found in arguments if found is not type(None)), path)
        return inner, path, True
    if not isinstance(kind, type):
        raise TypeError(str(kind))
    return kind, path, False


def _kind(inner: type[Any]) -> str:
    if inner in _PLAIN:
        return _PLAIN[inner].get("format", _PLAIN[inner]["type"])
    return (
        "string"
        if issubclass(inner, StrEnum)
        else _CAPITALS.sub(" ", inner.__name__.removesuffix("Data")).lower()
    )


def _fields_of(shape: type[Any]) -> Iterator[tuple[str, object, Bilingual]]:
    hints = typing.get_type_hints(shape)
    for found in fields(shape):
        yield found.name, hints[found.name], found.metadata[_WORDS]
