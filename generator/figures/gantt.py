"""A plan on a time line: the data of a Gantt figure and the scale it is drawn on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.states import Light

LONGEST_IN_WEEKS = 20


@dataclass(frozen=True, slots=True)
class GanttBar:
    """start and end are both inclusive; state is the light in words, such as `red · at least 12 days late`."""

    name: str
    start: date
    end: date
    light: Light
    state: str


@dataclass(frozen=True, slots=True)
class Gantt:
    """bars in the order of drawing; heads are the words over the three text columns (name, dates, state)."""

    bars: tuple[GanttBar, ...]
    today: date
    today_word: str
    heads: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Period:
    """One column of the scale; first and last are both inclusive."""

    first: date
    last: date
    label: str

    def meets(self, start: date, end: date) -> bool:
        return start <= self.last and end >= self.first


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def gantt_periods(gantt: Gantt) -> tuple[Period, ...]:
    """Weeks from Monday while the plan is at most 20 of them, else months; labels are `05-20` or `2026-05`."""
    start = min(bar.start for bar in gantt.bars)
    end = max(bar.end for bar in gantt.bars)
    monday = start - timedelta(days=start.weekday())
    weeks = (end - monday).days // 7 + 1
    if weeks <= LONGEST_IN_WEEKS:
        firsts = [monday + timedelta(weeks=n) for n in range(weeks)]
        return tuple(Period(day, day + timedelta(days=6), f"{day:%m-%d}") for day in firsts)
    periods = []
    first = start.replace(day=1)
    while first <= end:
        following = _next_month(first)
        periods.append(Period(first, following - timedelta(days=1), f"{first:%Y-%m}"))
        first = following
    return tuple(periods)
