"""How values are worded in one language: amounts, days, shares, lists, closed values (DOCUMENTS.md, "Rules for all")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal

from generator.errors import Language
from generator.labels import Labels
from generator.notes.codes import IntelName, Theme
from generator.source.fields import Code
from generator.states import Light

CENT, TENTH = Decimal("0.01"), Decimal("0.1")
_LARGE = Decimal(10_000)
# Longer than any product of two numbers that a note may hold: rounding is only where it is meant.
_EXACT = Context(prec=100, rounding=ROUND_HALF_EVEN)
_ZH_SYMBOLS = {"CNY": "元"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A state in words; printed as `**■ late**` it is shown as shape, word and colour."""

    light: Light
    word: str

    @property
    def text(self) -> str:
        return f"{self.light.glyph} {self.word}"


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything that turns a value into text of a document."""

    labels: Labels
    themes: tuple[Theme, ...]

    @property
    def language(self) -> Language:
        return self.labels.language

    def __call__(self, key: str, **values: object) -> str:
        return self.labels(key, **values)

    def code(self, code: Code | None) -> str:
        """The label of a closed value, with a capital in English; empty for None."""
        if code is None:
            return ""
        return code.zh if self.language == "zh" else _capital(code.en)

    def within(self, code: Code) -> str:
        """The label as it stands within a sentence."""
        return code.zh if self.language == "zh" else code.en

    def theme(self, code: str) -> str:
        theme = next(theme for theme in self.themes if theme.code == code)
        return theme.zh if self.language == "zh" else theme.en

    def intel(self, name: str) -> str:
        """An intelligence item by its key, as it stands within a sentence."""
        return self.within(next(item for item in IntelName if item == name))

    def money(self, amount: Decimal, currency: str) -> str:
        """zh: `118万元`, `2600元`, another currency as `USD 118万`; en: `CNY 1,180 K`, `CNY 2,600`."""
        is_large = amount.quantize(CENT, context=_EXACT) >= _LARGE
        if self.language == "en":
            scaled, unit = (amount.scaleb(-3, _EXACT), " K") if is_large else (amount, "")
            return f"{currency} {number(scaled)}{unit}"
        scaled, unit = (amount.scaleb(-4, _EXACT), "万") if is_large else (amount, "")
        # Chinese groups by ten thousands: four digits stand without a comma.
        digits = number(scaled) if scaled >= _LARGE else number(scaled).replace(",", "")
        symbol = _ZH_SYMBOLS.get(currency)
        return f"{digits}{unit}{symbol}" if symbol else f"{currency} {digits}{unit}"

    def large_unit(self, currency: str) -> tuple[str, Decimal]:
        """The unit of large amounts and how many of the currency it is: `万元`; `CNY K`."""
        if self.language == "en":
            return f"{currency} K", Decimal(1000)
        symbol = _ZH_SYMBOLS.get(currency)
        return (f"万{symbol}" if symbol else f"{currency} 万"), _LARGE

    def share(self, part: Decimal) -> str:
        """A share from 0 to 1 as a whole percentage."""
        return f"{number(part * 100, Decimal(1))}%"

    def k_of_n(self, k: int, n: int) -> str:
        return self("common.k_of_n", k=k, n=n)

    def days_late(self, days: int) -> str:
        return self("common.days_late", n=days)

    def join(self, parts: Iterable[str]) -> str:
        """A list within a sentence: `甲、乙`; `a, b`. Empty parts fall away."""
        return ("、" if self.language == "zh" else ", ").join(part for part in parts if part)

    def aside(self, parts: Iterable[str]) -> str:
        """Remarks within brackets: `甲，乙`; `a, b`."""
        return ("，" if self.language == "zh" else ", ").join(part for part in parts if part)

    def inside(self, label: str) -> str:
        """A label that begins a cell, as it stands within a sentence."""
        return label if self.language == "zh" else label[:1].lower() + label[1:]

    def clauses(self, parts: Iterable[str]) -> str:
        """Clauses of one cell or line: `甲；乙`; `a; b`."""
        return ("；" if self.language == "zh" else "; ").join(part for part in parts if part)

    def bracketed(self, text: str, inside: str) -> str:
        """Text with a remark in brackets, or text alone."""
        if not inside:
            return text
        return f"{text}（{inside}）" if self.language == "zh" else f"{text} ({inside})"

    def labelled(self, label: str, text: str) -> str:
        return f"{label}：{text}" if self.language == "zh" else f"{label}: {text}"

    def flag(self, value: bool | None) -> str:
        """Yes or no; empty where the note does not say."""
        return "" if value is None else self("common.yes" if value else "common.no")

    def period(self, start: date | None, end: date | None) -> str:
        if start is None and end is None:
            return ""
        return f"{start or '…'} – {end or '…'}" if start != end else str(start)


def number(value: Decimal, step: Decimal = CENT) -> str:
    """Thousands separated, no finer than step, half to even, no trailing zeros."""
    digits = f"{value.quantize(step, context=_EXACT):,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
