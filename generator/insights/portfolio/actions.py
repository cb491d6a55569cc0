"""Whether the actions of lessons were done by their day (INSIGHTS.md, section 9, "Action follow-through")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.portfolio.lessons import NotedLesson
from generator.insights.portfolio.small_numbers import Rate, rate
from generator.insights.portfolio.windows import Window
from generator.notes.codes import ActionStatus
from generator.notes.model import LessonAction


@dataclass(frozen=True, slots=True)
class NotedAction:
    """age counts days since the note, because nothing says when an action was agreed; days_late since its due day."""

    lesson: NotedLesson
    action: LessonAction
    is_open: bool
    age: int
    days_late: int


@dataclass(frozen=True, slots=True)
class Actions:
    """done_on_time is over actions due in the window that were not cancelled, without those done on an unknown day.

    open holds every open action, the latest first, then the oldest: they are carried over until done.
    """

    done_on_time: Rate
    open: tuple[NotedAction, ...]
    closed: tuple[NotedAction, ...]


def noted_actions(lessons: Iterable[NotedLesson], day: date) -> tuple[NotedAction, ...]:
    """In the order of the lessons, which are as of the day."""
    return tuple(
        _noted(lesson, lesson.lesson.action, day) for lesson in lessons if lesson.lesson.action is not None
    )


def actions(noted: tuple[NotedAction, ...], window: Window) -> Actions:
    """closed are those done or cancelled in the window, newest first."""
    due = tuple(
        row
        for row in noted
        if window.holds(row.action.due) and row.action.status is not ActionStatus.CANCELLED
    )
    undated = tuple(row for row in due if row.action.status is ActionStatus.DONE and not row.action.closed_on)
    closed = (row for row in noted if not row.is_open and window.holds(row.action.closed_on))
    return Actions(
        done_on_time=rate(
            (row.lesson.name for row in due if _was_on_time(row)),
            len(due) - len(undated),
            (row.lesson.name for row in undated),
        ),
        open=tuple(sorted((row for row in noted if row.is_open), key=_latest_first)),
        closed=tuple(sorted(closed, key=_newest_first)),
    )


def _noted(lesson: NotedLesson, action: LessonAction, day: date) -> NotedAction:
    is_open = action.status in {None, ActionStatus.OPEN}
    late = (day - action.due).days if is_open and action.due is not None else 0
    return NotedAction(lesson, action, is_open, (day - lesson.engagement.date).days, max(0, late))


def _was_on_time(row: NotedAction) -> bool:
    closed_on, due = row.action.closed_on, row.action.due
    is_done = row.action.status is ActionStatus.DONE
    return is_done and closed_on is not None and due is not None and closed_on <= due


def _latest_first(row: NotedAction) -> tuple[object, ...]:
    return -row.days_late, -row.age, *row.lesson.order


def _newest_first(row: NotedAction) -> tuple[object, ...]:
    return -(row.action.closed_on or date.min).toordinal(), *row.lesson.order
