"""How much a count out of few cases says (INSIGHTS.md, section 0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import comb, sqrt

from generator.insights.item_ids import id_order

Z = 1.96
LISTED_BELOW = 5
PERCENTAGE_FROM = 20


class Ladder(StrEnum):
    """What may be printed of a rate: its cases, "k of n" with its interval, or a percentage with it."""

    LIST = "list"
    COUNT = "count"
    PERCENTAGE = "percentage"


@dataclass(frozen=True, slots=True)
class Interval:
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Rate:
    """k of n with the bounds of its Wilson interval, from 0 to 1.

    ids name the k cases, left_out those that could not be counted either way; both are sorted.
    """

    k: int
    n: int
    low: float
    high: float
    ids: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def share(self) -> float | None:
        return self.k / self.n if self.n else None

    @property
    def ladder(self) -> Ladder:
        return ladder_of(self.n)


def ladder_of(n: int) -> Ladder:
    if n < LISTED_BELOW:
        return Ladder.LIST
    return Ladder.COUNT if n < PERCENTAGE_FROM else Ladder.PERCENTAGE


def rate(ids: Iterable[str], n: int, left_out: Iterable[str] = ()) -> Rate:
    """The ids that count, out of n cases."""
    counted = sort_ids(ids)
    bounds = wilson(len(counted), n)
    return Rate(len(counted), n, bounds.low, bounds.high, counted, sort_ids(left_out))


def sort_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """Notes by id, their items with T2 before T10."""
    return tuple(sorted(ids, key=_id_order))


def _id_order(name: str) -> tuple[object, ...]:
    note, _, item = name.partition("/")
    return (note, id_order(item)) if item else (note,)


def wilson(k: int, n: int) -> Interval:
    """95 %. Of nothing, everything is possible: from 0 to 1."""
    if n == 0:
        return Interval(0.0, 1.0)
    share = k / n
    centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half_width = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    # The two ends are exact; rounding must not put them a hair inside.
    return Interval(
        0.0 if k == 0 else centre - half_width,
        1.0 if k == n else centre + half_width,
    )


def chance_of_at_least(k: int, n: int, other_k: int, other_n: int) -> float:
    """Fisher's exact test, one-sided: the chance of k or more of n, were n and other_n alike."""
    marked, everything = k + other_k, n + other_n
    # Each term of the hypergeometric sum follows from the one before it, in whole numbers.
    term = comb(marked, k) * comb(everything - marked, n - k)
    total = 0
    for x in range(k, min(marked, n) + 1):
        total += term
        term = term * (marked - x) * (n - x) // ((x + 1) * (everything - marked - n + x + 1))
    return float(Fraction(total, comb(everything, n)))
