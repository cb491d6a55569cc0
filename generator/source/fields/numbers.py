"""Amounts, quantities and whole numbers in a range."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.source.fields.typed import FieldError, plain_form, text_of
from generator.source.text import shown

_NUMBER = re.compile(r"[+]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)\s*(.*)", re.ASCII)
# Digits and commas: far more than any currency needs, and few enough to be counted with exactly.
_MAX_DIGITS = 27
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
    if not found or len(found[1]) > _MAX_DIGITS or found[2].lower() not in units:
        return None
    return Decimal(found[1].replace(",", "")) * units[found[2].lower()]


def _number_reader(units: dict[str, int], what: Bilingual, examples: str) -> Callable[[object], Decimal]:
    def read(value: object) -> Decimal:
        text = text_of(value).strip()
        number = _decimal_or_none(text, units)
        if number is not None:
            return number
        problem = plain_form(text, lambda plain: _decimal_or_none(plain, units) is not None)
        raise problem or FieldError(
            "bad_number",
            Bilingual(f"「{shown(text)}」不是{what.zh}", f"“{shown(text)}” is not {what.en}"),
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
        return number is not None and low <= number <= high and number == int(number)

    def read(value: object) -> int:
        text = text_of(value).strip()
        if fits(text):
            return int(Decimal(text.replace(",", "")))
        problem = plain_form(text, fits)
        raise problem or FieldError(
            "bad_number",
            Bilingual(f"「{shown(text)}」不是 {what.zh}", f"“{shown(text)}” is not {what.en}"),
            Bilingual(f"写 {low} 到 {high} 的整数", f"write a whole number from {low} to {high}"),
        )

    return read


def _integer_schema(low: int, high: int) -> dict[str, Any]:
    pattern = rf"^\s*\+?0*{_range_pattern(low, high)}(?:\.0*)?\s*$"
    return {"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": pattern}


def _range_pattern(low: int, high: int) -> str:
    numbers = range(low, high + 1)
    return _pattern_of(frozenset(form for n in numbers for form in (str(n), f"{n:,}")))


def _pattern_of(texts: frozenset[str]) -> str:
    """A short pattern for exactly these texts of digits and commas: first characters with equal tails share a class."""
    firsts: dict[frozenset[str], str] = {}
    for first in "0123456789,":
        tails = frozenset(text[1:] for text in texts if text.startswith(first))
        if tails:
            firsts[tails] = firsts.get(tails, "") + first
    branches = (
        f"[{chars}]" + ("" if tails == frozenset({""}) else _pattern_of(tails))
        for tails, chars in firsts.items()
    )
    return "(?:" + "|".join(branches) + ")" + ("?" if "" in texts else "")


_AMOUNT = Bilingual("金额", "an amount")
_COUNT = Bilingual("数", "a number")


def _amount_schema(units: dict[str, int]) -> dict[str, Any]:
    return {"type": ["number", "string"], "minimum": 0, "pattern": _unit_pattern(units)}


Money = Annotated[
    Decimal,
    PlainValidator(_number_reader(_UNITS, _AMOUNT, "1180000、118万、1.18 million")),
    WithJsonSchema(_amount_schema(_UNITS)),
    Bilingual("金额", "an amount of money"),
]
Quantity = Annotated[
    Decimal,
    PlainValidator(_number_reader(_COUNT_UNITS, _COUNT, "12、2.5、1,200")),
    WithJsonSchema(_amount_schema(_COUNT_UNITS)),
    _COUNT,
]


def whole(low: int, high: int) -> tuple[PlainValidator, WithJsonSchema, Bilingual]:
    """The annotations of a whole number in a range: `Annotated[int, *whole(1, 5)]`."""
    what = Bilingual(f"{low} 到 {high} 的整数", f"a whole number from {low} to {high}")
    return PlainValidator(_integer_reader(low, high, what)), WithJsonSchema(_integer_schema(low, high)), what
