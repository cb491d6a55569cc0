"""Lines, which are literal, and prose, which is Markdown."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.prose import Prose
from generator.source.fields.typed import FieldError, text_of
from generator.source.text import DELETE_IT, control_character_message, unprintable_in

# Looking back keeps a long run of spaces from being tried at each of them.
_BREAK = re.compile(r"(?<!\s)\s*[\n\u0085\u2028\u2029]\s*")


def is_wide(char: str) -> bool:
    """East Asian wide or full-width, but not Hangul, which separates words by spaces."""
    return unicodedata.east_asian_width(char) in "WF" and not unicodedata.name(char, "").startswith("HANGUL")


def _fold(found: re.Match[str]) -> str:
    """A line break: nothing between two wide characters, else a space. Text neither starts nor ends with one."""
    return "" if is_wide(found.string[found.start() - 1]) and is_wide(found.string[found.end()]) else " "


def _checked(text: str) -> str:
    found = unprintable_in(text)
    if found:
        raise FieldError("control_character", control_character_message(found[0]), DELETE_IT)
    return text


def _line(value: object) -> str:
    text = _checked(text_of(value)).strip()
    if not text:
        raise FieldError(
            "empty_text",
            Bilingual("值是空的", "the value is empty"),
            Bilingual("写内容，或删掉这个键", "write something or delete the key"),
        )
    return _BREAK.sub(_fold, text).replace("\t", " ")


def _prose(value: object) -> Prose:
    text = _checked(text_of(value)).strip("\n").rstrip()
    if not text.strip():
        _line(value)
    return Prose(
        text.replace("\t", "    ").replace("\u0085", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )


def _lines(value: object) -> tuple[str, ...]:
    """One line, or a list of lines."""
    return tuple(_line(item) for item in value) if isinstance(value, list) else (_line(value),)


_LINE_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}

Line = Annotated[
    str, PlainValidator(_line), WithJsonSchema(_LINE_SCHEMA), Bilingual("一行文字", "a line of text")
]
ProseText = Annotated[
    Prose,
    PlainValidator(_prose),
    WithJsonSchema(_LINE_SCHEMA),
    Bilingual("一段文字，可用 Markdown", "prose, in Markdown"),
]
Lines = Annotated[
    tuple[str, ...],
    PlainValidator(_lines),
    WithJsonSchema(
        {"type": ["string", "number", "boolean", "array"], "pattern": r"\S", "items": _LINE_SCHEMA}
    ),
    Bilingual("一行文字，或一列", "a line of text, or a list of lines"),
]
