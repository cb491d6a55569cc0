"""How notes and their items are named in the data: by id, and for partners by a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.dashboard.parts import AmountData, RateData
from generator.insights.portfolio.amounts import AmountSum
from generator.insights.portfolio.small_numbers import Rate
from generator.notes.model import Engagement
from generator.views.digest.subject import Facts


@dataclass(frozen=True, slots=True)
class Naming:
    """numbers are by id of the note, empty where ids may be told: they often hold a customer's name."""

    numbers: Mapping[str, str]

    def of(self, reference: str) -> str:
        note, slash, item = reference.partition("/")
        return f"{self.numbers[note]}{slash}{item}" if self.numbers else reference

    def all(self, references: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.of(reference) for reference in references)

    def notes(self, engagements: Iterable[Engagement]) -> tuple[str, ...]:
        return self.all(engagement.id for engagement in engagements)

    def rate(self, rate: Rate) -> RateData:
        return RateData(rate.k, rate.n, rate.low, rate.high, self.all(rate.ids), self.all(rate.left_out))


def naming_of(facts: Facts) -> Naming:
    """Numbers follow the days of the notes used; the same notes get the same numbers."""
    if not facts.is_for_partners:
        return Naming({})
    used = enumerate(facts.selection.used, start=1)
    return Naming({engagement.id: f"note-{number}" for number, engagement in used})


def amounts_of(sums: Iterable[AmountSum]) -> tuple[AmountData, ...]:
    return tuple(AmountData(found.currency, found.total, found.median, found.n) for found in sums)
