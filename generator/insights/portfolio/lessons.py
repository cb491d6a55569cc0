"""Lessons of many notes, each with the note it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.item_ids import ids_in
from generator.insights.portfolio.references import item_order, reference
from generator.notes.codes import LessonKind, LessonStatus
from generator.notes.model import Engagement, Lesson

TO_CHANGE = frozenset({LessonKind.IMPROVE, LessonKind.START, LessonKind.STOP})
TO_KEEP = frozenset({LessonKind.KEEP})
ACTED_ON = frozenset({LessonStatus.ACTIONED, LessonStatus.VERIFIED})


@dataclass(frozen=True, slots=True)
class NotedLesson:
    """id is the one displayed in its note, name the one outside of it."""

    engagement: Engagement
    lesson: Lesson
    id: str
    name: str

    @property
    def action_closed_on(self) -> date | None:
        return self.lesson.action.closed_on if self.lesson.action else None

    @property
    def order(self) -> tuple[object, ...]:
        """A total key: newest note first."""
        return -self.engagement.date.toordinal(), *item_order(self.engagement, self.id)


def noted_lessons(engagements: Iterable[Engagement]) -> tuple[NotedLesson, ...]:
    """In the order of the engagements and of their notes."""
    return tuple(
        NotedLesson(engagement, lesson, name, reference(engagement, name))
        for engagement in engagements
        for lesson, name in zip(engagement.lessons, ids_in(engagement, "lessons"), strict=True)
    )
