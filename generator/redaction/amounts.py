"""Amounts of money in a copy: all of them multiplied by one number that the copy does not tell.

Proportions stay: what was above the budget ceiling still is. Who knows one of the amounts knows them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from hashlib import sha256

from generator.leaks.folding import spellings
from generator.redaction.folding import even_widths
from generator.redaction.spans import Span

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_CODES = "cny|rmb|usd|eur|gbp|hkd|jpy|chf|sgd"
_MONEY = re.compile(
    rf"(?P<mark>[¥￥$€£]|(?<![a-z])(?:{_CODES})|人民币)?\s*(?<![0-9])(?<!\d[.,])"
    rf"(?:(?<![a-z_-])(?P<low>{_NUMBER})(?P<to>\s*(?:[-~–—至到]|to)\s*))?(?P<number>{_NUMBER})(?![\d])\s*"
    r"(?P<unit>十亿|千万|百万|十万|亿|万|千(?=元)|(?:billion|million|thousand|bn|mn|k|m)(?![a-z]))?\s*"
    rf"(?P<after>元|块|(?:{_CODES}|yuan|dollars?|euros?|pounds?)(?![a-z]))?"
)
_UNITS = {
    "": 1, "千": 10**3, "k": 10**3, "thousand": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "m": 10**6, "mn": 10**6,
    "million": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9, "bn": 10**9, "billion": 10**9,
}  # fmt: skip
# What is counted in 万 and is no money: rows, machines, people, points, calls and so on.
_COUNTED = tuple("行台条人次点个户家只件吨度公平辆套张份笔名路本册步字节像小分秒天年月级倍米立千瓦节处所封")
_LEAST_BARE = 1000
_YEARS = range(1900, 2200)
_LEAST_DIGITS, _MOST_DIGITS = 2, 4


def make_factor(seed: bytes) -> Decimal:
    """From 0.55 to 0.85 or 1.2 to 1.8, the same for the same workspace. Nobody without the original can tell it."""
    number = int.from_bytes(sha256(b"amounts" + seed).digest()[:8], "big")
    low, high = ((5500, 8500), (12000, 18000))[number & 1]
    return Decimal(low + (number >> 1) % (high - low)) / 10_000


@dataclass(frozen=True, slots=True)
class Scale:
    """known are the spellings of the amounts that notes record: they are money wherever they stand."""

    factor: Decimal
    known: frozenset[str]

    @classmethod
    def of(cls, factor: Decimal, amounts: Iterable[Decimal]) -> Scale:
        return cls(factor, spelled(amounts))

    def spans(self, text: str, *, is_money: bool = False) -> Iterator[Span]:
        """is_money: the text is the value of a key that holds an amount."""
        for start, end, value, unit in self._amounts(text, is_money):
            yield Span(start, end, _shown(value / unit, with_commas="," in text[start:end]))

    def values(self, text: str, *, is_money: bool = False) -> Iterator[Decimal]:
        """The amounts that a copy of the text will hold."""
        return (value for *_, value, _ in self._amounts(text, is_money))

    def _amounts(self, text: str, is_money: bool) -> Iterator[tuple[int, int, Decimal, int]]:
        """Where the digits of each amount stand, the new value and the unit in which it is written."""
        if not any(char.isdigit() for char in text):
            return
        even = even_widths(text)
        for found in _MONEY.finditer(even.small):
            if is_money or self._is_money(found, even.small):
                unit = _UNITS[found["unit"] or ""]
                for group in ("low", "number"):
                    if digits := found[group]:
                        start, end = (even.at[place] for place in found.span(group))
                        yield start, end, self.new_value(Decimal(digits.replace(",", "")) * unit), unit

    def _is_money(self, found: re.Match[str], text: str) -> bool:
        if found["mark"] or found["after"] or self._is_known(found):
            return True
        is_chinese = (found["unit"] or "").endswith(("万", "亿"))
        return is_chinese and not text.startswith(_COUNTED, found.end("unit"))

    def _is_known(self, found: re.Match[str]) -> bool:
        digits, unit = found["number"], found["unit"] or ""
        value = Decimal(digits.replace(",", ""))
        if not unit and value < _LEAST_BARE:
            return False
        plain = f"{value:f}".rstrip("0").rstrip(".") if "." in digits else f"{value:f}"
        return plain + unit in self.known

    def new_value(self, value: Decimal) -> Decimal:
        """Rounded to as many digits as the amount has, from two to four."""
        if not value:
            return value
        digits = min(max(len(value.normalize().as_tuple().digits), _LEAST_DIGITS), _MOST_DIGITS)
        scaled = value * self.factor
        return scaled.quantize(Decimal((0, (1,), scaled.adjusted() - digits + 1)), ROUND_HALF_EVEN)


def spelled(amounts: Iterable[Decimal]) -> frozenset[str]:
    """As the leak check spells amounts; what is a year as well is none."""
    forms = (form for amount in amounts for form in spellings(amount))
    return frozenset(form for form in forms if not (form.isdigit() and int(form) in _YEARS))


def _shown(value: Decimal, *, with_commas: bool) -> str:
    shown = f"{value:,f}" if with_commas else f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
