"""Sums of money, a currency at a time: amounts of different currencies are never added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from generator.notes.model import Engagement


@dataclass(frozen=True, slots=True)
class AmountSum:
    currency: str
    total: Decimal
    median: Decimal
    n: int


def currency_of(engagement: Engagement, default: str) -> str:
    """The deal's; default is the workspace's."""
    deal = engagement.deal
    return deal.currency if deal is not None and deal.currency is not None else default


def sums_by_currency(amounts: Iterable[tuple[str, Decimal]]) -> tuple[AmountSum, ...]:
    """By currency; each pair is a currency and an amount."""
    grouped: dict[str, list[Decimal]] = defaultdict(list)
    for currency, amount in amounts:
        grouped[currency].append(amount)
    return tuple(
        AmountSum(currency, sum(found, start=Decimal(0)), median(sorted(found)), len(found))
        for currency, found in sorted(grouped.items())
    )
