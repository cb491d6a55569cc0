"""Spans of days in calendar months (PRODUCT.md, "The day a document speaks for")."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Window:
    """From the day after `after` to `until`, which belongs to it."""

    after: date
    until: date

    def holds(self, day: date | None) -> bool:
        return day is not None and self.after < day <= self.until


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or its last day.

    The last day of a month goes to the last day of a month, so that windows to a month's end are whole months.
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1]
    is_month_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_month_end else min(day.day, last))


def window_to(day: date, months: int) -> Window:
    return Window(months_before(day, months), day)


def month_to(day: date) -> Window:
    """The calendar month of the day, as far as the day."""
    return Window(day.replace(day=1) - timedelta(days=1), day)


def months_up_to(window: Window, months: int) -> Window:
    """As many months before the window starts."""
    return window_to(window.after, months)
