"""Ids of notes and of items in them, references, and codes of other standards."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.source.fields.closed import either_case
from generator.source.fields.typed import FieldError, text_of
from generator.source.text import shown

_LOCAL_ID = re.compile(r"[^\W\d_][\w-]{0,15}")
# What Unicode counts as a letter differs a little between engines; the schema shuts out ASCII and CJK punctuation.
_LETTER = (
    r"A-Za-z\u00c0-\u1fff\u2c00-\u2dff\u3005-\u3007\u3040-\ud7ff\uf900-\ufaff"
    r"\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc"
)
_WORD = rf"0-9_\-\uff10-\uff19{_LETTER}"
# YAML takes some ids for numbers or for true and false; the reader keeps them as typed.
_ID_TYPES = ["string", "boolean"]
_WORD_TYPES = ["string", "integer", "boolean"]


def _local_id(value: object) -> str:
    text = text_of(value).strip()
    if _LOCAL_ID.fullmatch(text):
        return text
    raise FieldError(
        "bad_id",
        Bilingual(f"「{shown(text)}」不能作编号", f"“{shown(text)}” cannot be an id"),
        Bilingual(
            "一个字母开头，后面是字母、数字、- 或 _，最多 16 个字符，如 K1",
            "a letter, then letters, digits, - or _, at most 16 characters, such as K1",
        ),
    )


NOTE_ID = re.compile(r"[\w-]{1,80}")


def _note_id(value: object) -> str:
    text = text_of(value).strip()
    if is_note_id(text):
        return text
    raise FieldError(
        "bad_note_id",
        Bilingual(f"「{shown(text)}」不能作记录编号", f"“{shown(text)}” cannot be the id of a note"),
        Bilingual(
            "字母、数字、- 和 _，最多 80 个字符，如 2026-05-qingyu-iot",
            "letters, digits, - and _, at most 80 characters, such as 2026-05-qingyu-iot",
        ),
    )


_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)


# The same for a pattern; what follows a device name must not be the end of the id.
_NO_DEVICE = (
    "(?!(?:"
    + "|".join("".join(either_case(char) for char in name) for name in ("con", "prn", "aux", "nul"))
    + r"|[cC][oO][mM][0-9]|[lL][pP][tT][0-9])(?:\s|/|$))"
)


def is_note_id(text: str) -> bool:
    """Letters and digits of any script, `-`, `_`; NFC; at most 80 characters; no Windows device name."""
    return (
        NOTE_ID.fullmatch(text) is not None
        and unicodedata.is_normalized("NFC", text)
        and text.lower() not in _DEVICES
    )


def _slug(value: object) -> str:
    text = text_of(value).strip()
    if NOTE_ID.fullmatch(text):
        return text
    raise FieldError(
        "bad_id",
        Bilingual(f"「{shown(text)}」不能作缺口编号", f"“{shown(text)}” cannot be the id of a gap"),
        Bilingual("字母、数字、- 和 _，如 mes-writeback", "letters, digits, - and _, such as mes-writeback"),
    )


def _lesson_ref(value: object) -> str:
    text = text_of(value).strip()
    note, slash, lesson = text.partition("/")
    if slash and is_note_id(note) and _LOCAL_ID.fullmatch(lesson):
        return text
    raise FieldError(
        "bad_reference",
        Bilingual(f"「{shown(text)}」不是经验的引用", f"“{shown(text)}” does not refer to a lesson"),
        Bilingual(
            "写 记录编号/经验编号，如 2026-03-helan-wms/L2",
            "write note-id/lesson-id, such as 2026-03-helan-wms/L2",
        ),
    )


_CURRENCY = re.compile("[A-Za-z]{3}")


def _currency(value: object) -> str:
    text = text_of(value).strip()
    if _CURRENCY.fullmatch(text):
        return text.upper()
    raise FieldError(
        "bad_currency",
        Bilingual(f"「{shown(text)}」不是币种代码", f"“{shown(text)}” is not a currency code"),
        Bilingual("写三个字母，如 CNY、USD、EUR", "write three letters, such as CNY, USD, EUR"),
    )


LocalId = Annotated[
    str,
    PlainValidator(_local_id),
    WithJsonSchema({"type": _ID_TYPES, "pattern": rf"^\s*[{_LETTER}][{_WORD}]{{0,15}}\s*$"}),
    Bilingual("本记录里的编号", "an id in this note"),
]
NoteId = Annotated[
    str,
    PlainValidator(_note_id),
    WithJsonSchema({"type": _WORD_TYPES, "pattern": rf"^\s*{_NO_DEVICE}[{_WORD}]{{1,80}}\s*$"}),
    Bilingual("记录编号", "the id of a note"),
]
LessonRef = Annotated[
    str,
    PlainValidator(_lesson_ref),
    WithJsonSchema(
        {"type": "string", "pattern": rf"^\s*{_NO_DEVICE}[{_WORD}]{{1,80}}/[{_LETTER}][{_WORD}]{{0,15}}\s*$"}
    ),
    Bilingual("别的记录里的经验：记录编号/经验编号", "a lesson of another note: note-id/lesson-id"),
]
Slug = Annotated[
    str,
    PlainValidator(_slug),
    WithJsonSchema({"type": _WORD_TYPES, "pattern": rf"^\s*[{_WORD}]{{1,80}}\s*$"}),
    Bilingual("代码：字母、数字、- 和 _", "a slug: letters, digits, - and _"),
]
Currency = Annotated[
    str,
    PlainValidator(_currency),
    WithJsonSchema({"type": "string", "pattern": r"^\s*[A-Za-z]{3}\s*$"}),
    Bilingual("三个字母的币种代码", "a currency code of three letters"),
]
