"""Text as it is compared: one spelling for full width and half width, letter case and white space."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_EVEN, Context, Decimal

SEPARATOR = "¶"
# White space of every kind, and marks that nobody sees but that would part a word.
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]+")
_CLAUSE_ENDS = re.compile(r"[，。；：！？、…（）「」『』《》“”‘’,.;:!?()\[\]{}|\n\r\"/]+")
SHORTEST_CLAUSE = 12
SHORTEST_WIDE, SHORTEST_NARROW = 2, 4
_LEAST_NUMBER = 1000
_UNITS = (
    (1, ("",)),
    (10_000, ("万", "w")),
    (100_000_000, ("亿",)),
    (1000, ("k", "千", "thousand")),
    (1_000_000, ("million", "m")),
)
_EXACT, _ROUNDED = Decimal("0.0001"), Decimal("0.01")
# As many digits as a note may write, and those behind the point.
_DIGITS = Context(prec=100, rounding=ROUND_HALF_EVEN)


def fold(text: str) -> str:
    """NFKC, lower case, without white space."""
    return without_spaces(fold_but_spaces(text))


def fold_but_spaces(text: str) -> str:
    """NFKC, lower case; without_spaces of it is what fold gives."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).lower()


def without_spaces(text: str) -> str:
    """White space of every kind and marks that nobody sees are left out."""
    return _UNSEEN.sub("", text)


# Spaces between two numbers part them, and so does a comma that marks no thousands; in 1 180 000, and in 1.180.000
# where there are two of them, they do not.
_BETWEEN_DIGITS = re.compile(r"(?<=\d)(?:[,.]?\s+(?=\d)|,(?!\d{3}(?!\d))|(?<=\d{4}),)")
# 2 m yuan is an amount, 2 months is none: words stay apart.
_BETWEEN_WORDS = re.compile(r"(?<=[A-Za-z])\s+(?=[A-Za-z])")
# 1180000.00 and 118.0万 are 1180000 and 118万.
_IDLE_ZEROS = re.compile(r"(?<=\d)(?:\.0+|(?P<kept>\.\d*[1-9])0+)(?![\d.])")
_GROUPED = re.compile(
    r"(?<![\d.,])\d{1,3}(?:(?:[ \u00a0\u2009\u202f'’]\d{3})+|(?:\.\d{3}){2,})(?!\d)(?:\s?\w{1,8})?"
)
_GROUP_MARKS = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'’.](?=\d{3})")


def fold_numbers(text: str) -> str:
    """A text in which numbers are looked for: two beside each other do not become one."""
    even = text if text.isascii() else unicodedata.normalize("NFKC", text)
    grouped = (_GROUP_MARKS.sub("", found[0]) for found in _GROUPED.finditer(even))
    parted = SEPARATOR.join((_BETWEEN_DIGITS.sub(SEPARATOR, _BETWEEN_WORDS.sub(SEPARATOR, even)), *grouped))
    return _IDLE_ZEROS.sub(lambda found: found["kept"] or "", fold(parted))


def clauses(text: str) -> tuple[str, ...]:
    """The clauses of 12 characters or more, folded."""
    parts = (fold(part) for part in _CLAUSE_ENDS.split(text))
    return tuple(part for part in parts if len(part) >= SHORTEST_CLAUSE)


def is_long_enough(folded: str) -> bool:
    """Two characters with an ideograph among them, else four: shorter ones stand everywhere."""
    least = SHORTEST_NARROW if folded.isascii() else SHORTEST_WIDE
    return len(folded) >= least


def spellings(number: Decimal) -> tuple[str, ...]:
    """How a number of four digits or more is written: digits, thousands, 万, 亿, K and million; folded. Parts of a unit only where exact.

    Exact, and rounded to two decimals as our own documents write amounts.
    """
    if abs(number) < _LEAST_NUMBER:
        return ()
    found: dict[str, None] = {}
    for unit, names in _UNITS:
        value = _DIGITS.divide(number, unit)
        exact = _DIGITS.quantize(value, _EXACT)
        if abs(value) < 1 and exact != value:
            continue
        for rounded in dict.fromkeys((exact, exact if abs(value) < 1 else _DIGITS.quantize(value, _ROUNDED))):
            digits = f"{rounded:,f}".rstrip("0").rstrip(".") if rounded else "0"
            for name in names:
                found |= dict.fromkeys((digits + name, digits.replace(",", "") + name))
    return tuple(found)
