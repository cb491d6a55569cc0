"""Working days of a team: weekend, holidays and the make-up days that China works for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SEARCHED_DAYS = 366


@dataclass(frozen=True, slots=True)
class Calendar:
    """weekend counts from Monday 0; a day in work is worked whatever the weekday and whatever off says."""

    weekend: tuple[int, ...] = (5, 6)
    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()


def is_working_day(calendar: Calendar, day: date) -> bool:
    return day in calendar.work or (day.weekday() not in calendar.weekend and day not in calendar.off)


def next_working_day(calendar: Calendar, day: date) -> date:
    """The first working day after the day; the very next one where a calendar has none within a year."""
    following = (day + timedelta(days=n) for n in range(1, SEARCHED_DAYS + 1))
    return next((later for later in following if is_working_day(calendar, later)), day + timedelta(days=1))
