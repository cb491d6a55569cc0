"""The three counts at the head of a retrospective (DOCUMENTS.md, section 0 of the retrospective)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.insights.commitments import Standing, commitment_states
from generator.insights.intel import intel_coverage
from generator.insights.requirements import requirement_states
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement


@dataclass(frozen=True, slots=True)
class Count:
    """k of n, with what was counted, in the order of the note."""

    ids: tuple[str, ...]
    n: int

    @property
    def k(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class HeadlineCounts:
    """overdue_promises leaves out those that wait for their condition.

    unknown_intel counts required items by key; None without the `intel` block.
    """

    overdue_promises: Count
    open_prerequisites: Count
    unknown_intel: Count | None


def headline_counts(
    engagement: Engagement, day: date, calendar: Calendar, required_intel: tuple[str, ...]
) -> HeadlineCounts:
    """The engagement is the one as of the day."""
    promises = commitment_states(engagement, day, calendar)
    prerequisites = requirement_states(engagement, day)
    intel = intel_coverage(engagement, required_intel)
    return HeadlineCounts(
        overdue_promises=Count(
            tuple(state.id for state in promises if state.standing is Standing.OVERDUE), len(promises)
        ),
        open_prerequisites=Count(
            tuple(state.id for state in prerequisites if state.open), len(prerequisites)
        ),
        unknown_intel=None if intel is None else Count(intel.unknown_now, len(intel.required)),
    )
