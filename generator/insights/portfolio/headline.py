"""The few counts of a month that are held against the month before (DOCUMENTS.md, the digest, section 0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from generator.insights.commitments import Standing
from generator.insights.portfolio.lessons import noted_lessons
from generator.insights.portfolio.prerequisites import noted_requirements
from generator.insights.portfolio.promises import noted_promises
from generator.insights.portfolio.windows import Window, month_to
from generator.insights.working_days import Calendar
from generator.notes.codes import OutcomeStatus
from generator.notes.model import Engagement
from generator.states import Light


@dataclass(frozen=True, slots=True)
class Headline:
    """Names of engagements and of their items. new, closed and lessons are of the span; open, overdue and red are as
    of its last day."""

    new: tuple[str, ...]
    open: tuple[str, ...]
    closed: tuple[str, ...]
    lessons: tuple[str, ...]
    overdue: tuple[str, ...]
    red: tuple[str, ...]


def headline(engagements: Iterable[Engagement], now: Window, calendar: Calendar) -> Headline:
    """engagements are as of the last day of `now`."""
    known = tuple(engagements)
    fresh = tuple(engagement for engagement in known if now.holds(engagement.date))
    return Headline(
        new=tuple(engagement.id for engagement in fresh),
        open=tuple(note.id for note in known if note.outcome.status is OutcomeStatus.OPEN),
        closed=tuple(engagement.id for engagement in known if _was_closed(engagement, now)),
        lessons=tuple(noted.name for noted in noted_lessons(fresh)),
        overdue=tuple(
            promise.name
            for promise in noted_promises(known, now.until, calendar)
            if promise.is_live and promise.state.standing is Standing.OVERDUE
        ),
        red=tuple(
            item.name for item in noted_requirements(known, now.until) if item.state.light is Light.RED
        ),
    )


def span_before(now: Window) -> Window:
    """The calendar month before, where `now` is a month or its beginning; else as many days before."""
    first = now.after + timedelta(days=1)
    if first.day == 1 and (first.year, first.month) == (now.until.year, now.until.month):
        return month_to(now.after)
    return Window(now.after - (now.until - now.after), now.after)


def _was_closed(engagement: Engagement, now: Window) -> bool:
    return engagement.outcome.status is not OutcomeStatus.OPEN and now.holds(engagement.outcome.decided_on)
