"""The kinds of values that keys hold: each reads the characters as typed and says what to write instead.

Every kind is an `Annotated` type for pydantic whose validator gets the text of a scalar, and whose JSON Schema
describes the same values as a YAML 1.2 editor resolves them (numbers and booleans arrive there as such).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.prose import Prose
from generator.source.text import control_character_message, unprintable_in

TEAM_KEYS = "\0x"
_EDGE_WIDE = re.compile(r"\s*[\n\u0085\u2028\u2029]\s*")


class FieldError(ValueError):
    """A value that its key cannot hold. code is stable; message and suggestion are for people."""

    def __init__(self, code: str, message: Bilingual, suggestion: Bilingual | None = None) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.suggestion = suggestion


def quoted(text: str) -> str:
    """The text as a double-quoted YAML value on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def text_of(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        raise FieldError(
            "expected_text",
            Bilingual("这里要一个值，写成了列表", "one value is expected here, not a list"),
            Bilingual(
                "去掉 [ ] 或 -，只写一个值；文字以 [ 开头要加引号",
                "drop the [ ] or the -; quote text that starts with [",
            ),
        )
    raise FieldError(
        "expected_text",
        Bilingual("这里要一个值，写成了一组键", "one value is expected here, not a group of keys"),
        Bilingual(
            "只写一个值；文字以 { 开头或含有「: 」要加引号",
            "write one value; quote text that starts with { or contains “: ”",
        ),
    )


def is_wide(char: str) -> bool:
    """East Asian wide or full-width, but not Hangul, which separates words by spaces."""
    return unicodedata.east_asian_width(char) in "WF" and not unicodedata.name(char, "").startswith("HANGUL")


def _fold(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()], found.string[found.end() :]
    return "" if before and after and is_wide(before[-1]) and is_wide(after[0]) else " "


def _checked(text: str) -> str:
    found = unprintable_in(text)
    if found:
        raise FieldError(
            "control_character", control_character_message(found[0]), Bilingual("删掉它", "delete it")
        )
    return text


def _line(value: object) -> str:
    text = _checked(text_of(value)).strip()
    if not text:
        raise FieldError(
            "empty_text",
            Bilingual("值是空的", "the value is empty"),
            Bilingual("写内容，或删掉这个键", "write something or delete the key"),
        )
    return _EDGE_WIDE.sub(_fold, text).replace("\t", " ")


def _prose(value: object) -> Prose:
    text = _checked(text_of(value)).strip("\n").rstrip()
    if not text.strip():
        _line(value)
    return Prose(
        text.replace("\t", "    ").replace("\u0085", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )


def _full_width(text: str) -> str | None:
    """The text in plain ASCII when full-width digits or signs are what is wrong with it."""
    folded = unicodedata.normalize("NFKC", text)
    return folded if folded != text and folded.isascii() else None


def _unquoted(text: str) -> str | None:
    """The text without curly quotes around it."""
    return text[1:-1] if len(text) > 1 and text[0] in "“‘「" and text[-1] in "”’」" else None


def _plain_form(text: str, is_good: Callable[[str], bool], expected: Bilingual) -> FieldError | None:
    """What to say when only full-width characters or curly quotes keep a value from being read."""
    candidate = _full_width(text)
    if candidate is not None and is_good(candidate):
        return FieldError(
            "full_width",
            Bilingual(f"「{text}」里有全角字符", f"“{text}” has full-width characters"),
            Bilingual(f"写 {candidate}", f"write {candidate}"),
        )
    candidate = _unquoted(text)
    if candidate is not None and is_good(candidate):
        return FieldError(
            "curly_quotes",
            Bilingual("弯引号不是 YAML 的引号", "curly quotes do not quote in YAML"),
            Bilingual(f"写 {candidate}", f"write {candidate}"),
        )
    return None


# ── dates ──

_ISO_PARTS = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_YEARS = range(1900, 2200)


def _day_or_none(text: str) -> date | None:
    found = _ISO_PARTS.fullmatch(text) if text.isascii() or "年" in text else None
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def read_day(value: object) -> date:
    text = text_of(value).strip()
    day = _day_or_none(text)
    if day:
        return day
    problem = _plain_form(text, lambda plain: _day_or_none(plain) is not None, Bilingual("日期", "a date"))
    if problem:
        raise problem
    reason = Bilingual(f"「{text}」不是完整的日期", f"“{text}” is not a full date")
    if re.match(r"\d{4}-\d{1,2}-\d{1,2}[T ]", text):
        reason = Bilingual("这里只要日期，不要时间", "a date is wanted here, without a time")
        raise FieldError("bad_date", reason, Bilingual(f"写 {text[:10]}", f"write {text[:10]}"))
    if _ISO_PARTS.fullmatch(text):
        reason = Bilingual(f"日历上没有「{text}」这一天", f"there is no day “{text}” in the calendar")
    raise FieldError(
        "bad_date", reason, Bilingual("写年-月-日，如 2026-05-20", "write year-month-day, such as 2026-05-20")
    )


def _day_pattern() -> str:
    year, leap = r"(?:19|20|21)\d\d", r"(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)"
    days = (
        ("(?:0?[13578]|1[02])", r"(?:0?[1-9]|[12]\d|3[01])", year),
        ("(?:0?[469]|11)", r"(?:0?[1-9]|[12]\d|30)", year),
        ("0?2", r"(?:0?[1-9]|1\d|2[0-8])", year),
        ("0?2", "29", leap),
    )
    marks = (("-", "-", ""), ("/", "/", ""), ("年", "月", "日"))
    return "^(?:" + "|".join(y + a + m + b + d + c for a, b, c in marks for m, d, y in days) + ")$"


# ── numbers and money ──

_NUMBER = re.compile(r"[+]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)\s*(.*)", re.ASCII)
_UNITS = {
    "": 1,
    "元": 1,
    "k": 1_000,
    "thousand": 1_000,
    "千元": 1_000,
    "万": 10_000,
    "万元": 10_000,
    "million": 1_000_000,
    "亿": 100_000_000,
    "亿元": 100_000_000,
    "billion": 1_000_000_000,
}
_COUNT_UNITS = {"": 1, "万": 10_000, "亿": 100_000_000}


def _decimal_or_none(text: str, units: dict[str, int]) -> Decimal | None:
    found = _NUMBER.fullmatch(text)
    if not found or found[2].lower() not in units:
        return None
    return Decimal(found[1].replace(",", "")) * units[found[2].lower()]


def _number_reader(units: dict[str, int], what: Bilingual, examples: str) -> Callable[[object], Decimal]:
    def read(value: object) -> Decimal:
        text = text_of(value).strip()
        number = _decimal_or_none(text, units)
        if number is not None:
            return number
        problem = _plain_form(text, lambda plain: _decimal_or_none(plain, units) is not None, what)
        raise problem or FieldError(
            "bad_number",
            Bilingual(f"「{text}」不是{what.zh}", f"“{text}” is not {what.en}"),
            Bilingual(f"写 {examples}", f"write {examples.replace('、', ', ')}"),
        )

    return read


def _unit_pattern(units: dict[str, int]) -> str:
    either_case = ("".join(f"[{c.upper()}{c}]" if c.isascii() else c for c in unit) for unit in units if unit)
    return (
        r"^\s*\+?(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*(?:"
        + "|".join(either_case)
        + r")?\s*$"
    )


def _integer_reader(low: int, high: int, what: Bilingual) -> Callable[[object], int]:
    def fits(text: str) -> bool:
        number = _decimal_or_none(text, {"": 1})
        return number is not None and number == int(number) and low <= number <= high

    def read(value: object) -> int:
        text = text_of(value).strip()
        if fits(text):
            return int(Decimal(text.replace(",", "")))
        problem = _plain_form(text, fits, what)
        raise problem or FieldError(
            "bad_number",
            Bilingual(f"「{text}」不是{what.zh}", f"“{text}” is not {what.en}"),
            Bilingual(f"写 {low} 到 {high} 的整数", f"write a whole number from {low} to {high}"),
        )

    return read


def _integer_schema(low: int, high: int) -> dict[str, Any]:
    return {
        "anyOf": [
            {"type": "integer", "minimum": low, "maximum": high},
            {"type": "string", "pattern": _range_pattern(low, high)},
        ]
    }


def _range_pattern(low: int, high: int) -> str:
    return r"^\s*\+?0*(?:" + "|".join(str(number) for number in range(low, high + 1)) + r")(?:\.0*)?\s*$"


# ── true and false ──

_TRUE = frozenset({"true", "yes", "是"})
_FALSE = frozenset({"false", "no", "否"})


def _flag(value: object) -> bool:
    text = text_of(value).strip().lower()
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    known = _unquoted(text) or ""
    hint = Bilingual("写 true / false、yes / no 或 是 / 否", "write true / false, yes / no or 是 / 否")
    if known in _TRUE | _FALSE:
        raise FieldError(
            "curly_quotes", Bilingual("弯引号不是 YAML 的引号", "curly quotes do not quote in YAML"), hint
        )
    raise FieldError(
        "bad_flag", Bilingual(f"「{text}」不是「是」或「否」", f"“{text}” is neither yes nor no"), hint
    )


# ── closed values ──


class Code(StrEnum):
    """A closed list: each member has an English code and a Chinese label, and notes may write either."""

    zh: str

    def __new__(cls, code: str, zh: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.zh = zh
        return member

    @property
    def en(self) -> str:
        return self.value.replace("_", " ")

    @classmethod
    def read(cls, value: object) -> Self:
        """The member that a scalar names, in either language and any letter case."""
        text = text_of(value).strip()
        member = cls.named(text)
        if member is not None:
            return member
        problem = _plain_form(
            text, lambda plain: cls.named(plain) is not None, Bilingual("这里的值", "a value")
        )
        raise problem or FieldError(
            "unknown_value",
            Bilingual(f"这里没有「{text}」这个值", f"“{text}” is not a value of this key"),
            cls._suggestion(text),
        )

    @classmethod
    def named(cls, text: str) -> Self | None:
        folded = text.lower()
        return next((member for member in cls if folded in {member.value, member.zh.lower()}), None)

    @classmethod
    def _suggestion(cls, text: str) -> Bilingual:
        codes = [member.value for member in cls]
        labels = [member.zh for member in cls]
        near = get_close_matches(text.lower().replace(" ", "_"), codes, 1, 0.6) or get_close_matches(
            text, labels, 1, 0.4
        )
        every_zh = "、".join(f"{member.zh} {member.value}" for member in cls)
        every_en = ", ".join(f"{member.value} {member.zh}" for member in cls)
        if near:
            return Bilingual(
                f"是不是「{near[0]}」？可写：{every_zh}", f"did you mean “{near[0]}”? One of: {every_en}"
            )
        return Bilingual(f"可写：{every_zh}", f"write one of: {every_en}")


def any_case_pattern(words: list[str]) -> str:
    """A pattern without flags, as JSON Schema has none, that takes the words in any letter case."""
    return (
        r"^\s*(?:"
        + "|".join(
            "".join(
                f"[{c.lower()}{c.upper()}]" if c.isascii() and c.isalpha() else re.escape(c) for c in word
            )
            for word in words
        )
        + r")\s*$"
    )


def code_schema(codes: type[Code]) -> dict[str, Any]:
    """Completion offers codes and labels; the pattern takes other letter cases."""
    values = [member.value for member in codes] + [member.zh for member in codes]
    shown = [f"{member.value} {member.zh}" for member in codes]
    return {
        "anyOf": [
            {
                "type": "string",
                "enum": values,
                "enumDescriptions": shown + shown,
                "markdownEnumDescriptions": shown + shown,
            },
            {"type": "string", "pattern": any_case_pattern(values)},
        ]
    }


def one_of(codes: type[Code]) -> tuple[PlainValidator, WithJsonSchema]:
    """The annotations that make a closed list a field type: `Annotated[Stage, *one_of(Stage)]`."""
    return PlainValidator(codes.read), WithJsonSchema(code_schema(codes))


# ── identifiers ──

_LOCAL_ID = re.compile(r"[^\W\d_][\w-]{0,15}")
# What Unicode counts as a letter differs a little between engines; the schema shuts out ASCII and CJK punctuation.
_LETTER = r"A-Za-z\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff"
_WORD = rf"0-9_\-{_LETTER}"


def _local_id(value: object) -> str:
    text = text_of(value).strip()
    if _LOCAL_ID.fullmatch(text):
        return text
    raise FieldError(
        "bad_id",
        Bilingual(f"「{text}」不能作编号", f"“{text}” cannot be an id"),
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
        Bilingual(f"「{text}」不能作记录编号", f"“{text}” cannot be the id of a note"),
        Bilingual(
            "字母、数字、- 和 _，最多 80 个字符，如 2026-05-qingyu-iot",
            "letters, digits, - and _, at most 80 characters, such as 2026-05-qingyu-iot",
        ),
    )


_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
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
        Bilingual(f"「{text}」不能作缺口编号", f"“{text}” cannot be the id of a gap"),
        Bilingual("字母、数字、- 和 _，如 mes-writeback", "letters, digits, - and _, such as mes-writeback"),
    )


def _lines(value: object) -> tuple[str, ...]:
    """One line, or a list of lines."""
    return tuple(_line(item) for item in value) if isinstance(value, list) else (_line(value),)


def _lesson_ref(value: object) -> str:
    text = text_of(value).strip()
    note, slash, lesson = text.partition("/")
    if slash and is_note_id(note) and _LOCAL_ID.fullmatch(lesson):
        return text
    raise FieldError(
        "bad_reference",
        Bilingual(f"「{text}」不是经验的引用", f"“{text}” does not refer to a lesson"),
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
        Bilingual(f"「{text}」不是币种代码", f"“{text}” is not a currency code"),
        Bilingual("写三个字母，如 CNY、USD、EUR", "write three letters, such as CNY, USD, EUR"),
    )


_LINE_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "string", "pattern": r"\S"}, {"type": ["number", "boolean"]}]
}
_AMOUNT = Bilingual("金额", "an amount")
_COUNT = Bilingual("数", "a number")


def _amount_schema(units: dict[str, int]) -> dict[str, Any]:
    return {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": _unit_pattern(units)}]}


Line = Annotated[str, PlainValidator(_line), WithJsonSchema(_LINE_SCHEMA)]
ProseText = Annotated[Prose, PlainValidator(_prose), WithJsonSchema(_LINE_SCHEMA)]
Day = Annotated[date, PlainValidator(read_day), WithJsonSchema({"type": "string", "pattern": _day_pattern()})]
Money = Annotated[
    Decimal,
    PlainValidator(_number_reader(_UNITS, _AMOUNT, "1180000、118万、1.18 million")),
    WithJsonSchema(_amount_schema(_UNITS)),
]
Quantity = Annotated[
    Decimal,
    PlainValidator(_number_reader(_COUNT_UNITS, _COUNT, "12、2.5、1,200")),
    WithJsonSchema(_amount_schema(_COUNT_UNITS)),
]
Flag = Annotated[
    bool,
    PlainValidator(_flag),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "boolean"},
                {"type": "string", "pattern": any_case_pattern(sorted(_TRUE | _FALSE))},
            ]
        }
    ),
]
LocalId = Annotated[
    str,
    PlainValidator(_local_id),
    WithJsonSchema({"type": "string", "pattern": rf"^\s*[{_LETTER}][{_WORD}]{{0,15}}\s*$"}),
]
NoteId = Annotated[
    str,
    PlainValidator(_note_id),
    WithJsonSchema(
        {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": rf"^\s*[{_WORD}]{{1,80}}\s*$"}]}
    ),
]
LessonRef = Annotated[
    str,
    PlainValidator(_lesson_ref),
    WithJsonSchema({"type": "string", "pattern": rf"^\s*[{_WORD}]{{1,80}}/[{_LETTER}][{_WORD}]{{0,15}}\s*$"}),
]
Slug = Annotated[
    str, PlainValidator(_slug), WithJsonSchema({"type": "string", "pattern": rf"^\s*[{_WORD}]{{1,80}}\s*$"})
]
Lines = Annotated[
    tuple[str, ...],
    PlainValidator(_lines),
    WithJsonSchema({"anyOf": [_LINE_SCHEMA, {"type": "array", "items": _LINE_SCHEMA}]}),
]
Currency = Annotated[
    str, PlainValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{3}$"})
]


def whole(low: int, high: int) -> tuple[PlainValidator, WithJsonSchema]:
    """The annotations of a whole number in a range: `Annotated[int, *whole(1, 5)]`."""
    what = Bilingual(f" {low} 到 {high} 的整数", f"a whole number from {low} to {high}")
    return PlainValidator(_integer_reader(low, high, what)), WithJsonSchema(_integer_schema(low, high))


# ── blocks of keys ──


class Block(BaseModel):
    """A group of keys. Unknown ones are errors, those that start with `x-` are the team's own (`x`)."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    x: dict[str, Any] = Field(default_factory=dict, alias=TEAM_KEYS)


def key(
    zh: str,
    en: str,
    example: str = "",
    *,
    default: Any = None,
    factory: Callable[[], Any] | None = None,
    alias: str | None = None,
) -> Any:
    """An optional key: what it holds, in both languages, and an example as typed in a note."""
    extra: dict[str, Any] = {"zh": zh, "en": en, "example": example}
    if factory is not None:
        return Field(default_factory=factory, alias=alias, json_schema_extra=extra)
    return Field(default=default, alias=alias, json_schema_extra=extra)


def required(
    zh: str, en: str, example: str = "", *, alias: str | None = None, min_length: int | None = None
) -> Any:
    """A key without which a note cannot be used."""
    extra: dict[str, Any] = {"zh": zh, "en": en, "example": example}
    return Field(alias=alias, min_length=min_length, json_schema_extra=extra)
