"""Lessons to keep that were seen to work: candidates for standard practice (DOCUMENTS.md, the digest, section 2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.portfolio.lessons import TO_KEEP, NotedLesson
from generator.insights.portfolio.windows import Window
from generator.notes.codes import LessonStatus, ReuseEffect
from generator.notes.model import Engagement


@dataclass(frozen=True, slots=True)
class WorkingPractice:
    """A lesson with the conditions in which it applies. helped and cited are engagements, in the order of their dates.

    newest is the day of the newest evidence: the lesson's own note or one that it helped.
    """

    lesson: NotedLesson
    helped: tuple[Engagement, ...]
    cited: tuple[Engagement, ...]
    newest: date

    @property
    def verified(self) -> bool:
        return self.lesson.lesson.status is LessonStatus.VERIFIED

    @property
    def engagements(self) -> tuple[Engagement, ...]:
        """Where it was seen to work, its own first."""
        return (self.lesson.engagement, *self.helped)


def working_practices(
    lessons: Iterable[NotedLesson], engagements: Iterable[Engagement], *, window: Window, now: Window
) -> tuple[WorkingPractice, ...]:
    """Verified, or cited in the window as a help. New evidence first, then by how often it helped, then the newest."""
    uses: dict[str, dict[str, tuple[Engagement, bool]]] = defaultdict(dict)
    for engagement in engagements:
        if window.holds(engagement.date):
            for reused in engagement.reused_lessons:
                has_helped = reused.effect is ReuseEffect.HELPED
                uses[reused.id][engagement.id] = (engagement, has_helped)
    found = (
        _practice(noted, tuple(uses.get(noted.name, {}).values()))
        for noted in lessons
        if noted.lesson.kind in TO_KEEP
        and noted.lesson.when is not None
        and noted.lesson.status is not LessonStatus.RETIRED
    )
    working = (practice for practice in found if practice.helped or practice.verified)
    return tuple(sorted(working, key=lambda practice: _order(practice, now)))


def _practice(noted: NotedLesson, uses: tuple[tuple[Engagement, bool], ...]) -> WorkingPractice:
    by_day = sorted((engagement for engagement, _ in uses), key=_by_day)
    helped = sorted((engagement for engagement, has_helped in uses if has_helped), key=_by_day)
    newest = max(engagement.date for engagement in (noted.engagement, *helped))
    return WorkingPractice(noted, tuple(helped), tuple(by_day), newest)


def _by_day(engagement: Engagement) -> tuple[date, str]:
    return engagement.date, engagement.id


def _order(practice: WorkingPractice, now: Window) -> tuple[object, ...]:
    is_old = not now.holds(practice.newest)
    return is_old, -len(practice.helped), not practice.verified, *practice.lesson.order
