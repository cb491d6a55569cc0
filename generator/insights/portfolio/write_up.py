"""How soon notes are written after the day they are about (INSIGHTS.md, section 9, "Write-up delay")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from generator.insights.portfolio.small_numbers import Rate, rate
from generator.insights.portfolio.windows import Window
from generator.notes.model import Engagement

FRESH_WITHIN_DAYS = 2
LATE_AFTER_DAYS = 7


@dataclass(frozen=True, slots=True)
class WriteUps:
    """Days between a note's date and its first commit. median is None without history; both rates leave out the
    notes without."""

    median: float | None
    fresh: Rate
    late: Rate
    delays: tuple[tuple[str, int], ...]


def write_ups(
    engagements: Iterable[Engagement], first_commits: Mapping[str, date | None], window: Window
) -> WriteUps:
    """first_commits by id of the note, None or absent without history; delays are the longest first."""
    within = tuple(engagement for engagement in engagements if window.holds(engagement.date))
    delays = {
        engagement.id: max(0, (committed - engagement.date).days)
        for engagement in within
        if (committed := first_commits.get(engagement.id)) is not None
    }
    unknown = tuple(engagement.id for engagement in within if engagement.id not in delays)
    return WriteUps(
        median=median(delays.values()) if delays else None,
        fresh=rate(
            (name for name, days in delays.items() if days <= FRESH_WITHIN_DAYS), len(delays), unknown
        ),
        late=rate((name for name, days in delays.items() if days > LATE_AFTER_DAYS), len(delays), unknown),
        delays=tuple(sorted(delays.items(), key=lambda delay: (-delay[1], delay[0]))),
    )
