"""Which rows rest on two customers at least, and which lessons may be told outside the company."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from generator.insights.portfolio.lessons import NotedLesson
from generator.insights.portfolio.small_numbers import Rate, rate
from generator.notes.codes import LessonShare
from generator.notes.model import Engagement
from generator.notes.names import names_in, person_names

LEAST_CUSTOMERS = 2
NOTHING = rate((), 0)
Row = TypeVar("Row")


@dataclass(slots=True)
class Shelter:
    """Drops rows and counts them. customers are by id of the engagement; names may stand in no lesson that is told."""

    customers: dict[str, str]
    names: frozenset[str]
    dropped: int = 0

    def is_enough(self, ids: Iterable[str]) -> bool:
        """Whether they are of enough customers; ids of items count as those of their notes."""
        found = {self.customers[name.partition("/")[0]] for name in ids}
        return len(found) >= LEAST_CUSTOMERS

    def kept(self, rows: Iterable[Row], may_stay: Callable[[Row], bool]) -> tuple[Row, ...]:
        every = tuple(rows)
        stay = tuple(row for row in every if may_stay(row))
        self.dropped += len(every) - len(stay)
        return stay

    def by_ids(self, rows: Iterable[Row], ids: Callable[[Row], Iterable[str]]) -> tuple[Row, ...]:
        return self.kept(rows, lambda row: self.is_enough(ids(row)))

    def none_of(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """For rows that are of one customer each."""
        self.dropped += len(rows)
        return ()

    def rate(self, found: Rate) -> Rate:
        """Nothing is said of cases that too few customers stand behind."""
        if found.n == 0 or self.is_enough(found.ids):
            return found
        self.dropped += 1
        return NOTHING

    def may_leave(self, noted: NotedLesson) -> bool:
        """Only what its note lets travel in the company, and only where it names nobody."""
        lesson = noted.lesson
        text = "\n".join((lesson.text, lesson.when or ""))
        return lesson.share is LessonShare.COMPANY and not names_in(text, self.names)


def shelter_of(engagements: tuple[Engagement, ...]) -> Shelter:
    return Shelter(
        customers={engagement.id: engagement.customer.name for engagement in engagements},
        names=frozenset(name for engagement in engagements for name in _names_of(engagement)),
    )


def _names_of(engagement: Engagement) -> Iterator[str]:
    """The customer, its people, and who else was bidding."""
    yield engagement.customer.name
    yield from person_names(engagement.stakeholders)
    if engagement.outcome.winner is not None:
        yield engagement.outcome.winner
    if engagement.intel is not None and engagement.intel.competitors is not None:
        rivals = engagement.intel.competitors.rivals
        yield from (rival.name for rival in rivals if rival.name is not None)
