"""What became of lessons that were put in front of people (INSIGHTS.md, section 9, "Lesson reuse")."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.portfolio.lessons import ACTED_ON, NotedLesson
from generator.insights.portfolio.shown import ShownTo
from generator.insights.portfolio.small_numbers import Rate, rate, sort_ids
from generator.insights.portfolio.windows import Window
from generator.notes.codes import LessonStatus, ReuseEffect
from generator.notes.model import Engagement
from generator.notes.shown import ShownRecord


@dataclass(frozen=True, slots=True)
class LessonUse:
    """How often one lesson was shown in a brief, cited in a note and with which effect, and repeated after its fix."""

    lesson: NotedLesson
    shown: int
    last_shown: date | None
    effects: tuple[tuple[ReuseEffect, int], ...]
    repeated: int

    @property
    def cited(self) -> int:
        return sum(count for _, count in self.effects)

    @property
    def helped(self) -> int:
        return self.times(ReuseEffect.HELPED)

    def times(self, effect: ReuseEffect) -> int:
        return dict(self.effects).get(effect, 0)


@dataclass(frozen=True, slots=True)
class Reuse:
    """cited counts engagements: of those shown a lesson, how many cited one of these; helped: of those citing one.

    uses holds every lesson that was shown, cited or repeated in the window, and every one retired. The steps count
    distinct lessons by name. to_retire are lessons that could be shown and were neither shown nor cited in the
    window, all older than it; None where no brief was recorded, which would say it of every lesson. unnoted are
    briefs of whose meeting no note is counted.
    """

    cited: Rate
    helped: Rate
    uses: tuple[LessonUse, ...]
    to_retire: tuple[NotedLesson, ...] | None
    unnoted: tuple[ShownRecord, ...]

    def step(self, count: str) -> tuple[str, ...]:
        """Names of the lessons whose count, `shown`, `cited`, `helped` or `repeated`, is above 0."""
        return sort_ids(use.lesson.name for use in self.uses if getattr(use, count))

    @property
    def retired(self) -> tuple[str, ...]:
        return sort_ids(use.lesson.name for use in self.uses if _is_retired(use.lesson))


@dataclass(frozen=True, slots=True)
class Citations:
    """The lessons of other notes that a note names, each once."""

    reused: tuple[tuple[str, ReuseEffect], ...]
    repeats: tuple[str, ...]


def citations_of(engagement: Engagement) -> Citations:
    reused = {cited.id: cited.effect for cited in engagement.reused_lessons}
    return Citations(tuple(reused.items()), tuple(dict.fromkeys(engagement.repeats)))


def lesson_uses(
    lessons: Iterable[NotedLesson], engagements: Iterable[Engagement], shown: Iterable[ShownTo] = ()
) -> tuple[LessonUse, ...]:
    """One for each lesson, in the order given; engagements are those whose citations count."""
    return uses_of(lessons, map(citations_of, engagements), (brief.record for brief in shown))


def uses_of(
    lessons: Iterable[NotedLesson], citations: Iterable[Citations], shown: Iterable[ShownRecord]
) -> tuple[LessonUse, ...]:
    """One for each lesson, in the order given."""
    times_shown: Counter[str] = Counter()
    last_shown: dict[str, date] = {}
    for record in shown:
        for name in dict.fromkeys(record.shown):
            times_shown[name] += 1
            last_shown[name] = max(last_shown.get(name, record.date), record.date)
    effects: dict[str, Counter[ReuseEffect]] = defaultdict(Counter)
    repeated: Counter[str] = Counter()
    for cited in citations:
        repeated.update(cited.repeats)
        for name, effect in cited.reused:
            effects[name][effect] += 1
    return tuple(
        LessonUse(
            lesson=noted,
            shown=times_shown[noted.name],
            last_shown=last_shown.get(noted.name),
            effects=_in_order(effects[noted.name]) if noted.name in effects else (),
            repeated=repeated[noted.name] if noted.lesson.status in ACTED_ON else 0,
        )
        for noted in lessons
    )


def _in_order(counts: Counter[ReuseEffect]) -> tuple[tuple[ReuseEffect, int], ...]:
    return tuple((effect, counts[effect]) for effect in ReuseEffect if counts[effect])


def reuse(
    engagements: tuple[Engagement, ...],
    lessons: tuple[NotedLesson, ...],
    shown: tuple[ShownTo, ...],
    window: Window,
) -> Reuse:
    """lessons are those of the engagements; notes and briefs dated in the window count."""
    within = tuple(engagement for engagement in engagements if window.holds(engagement.date))
    briefs = tuple(brief for brief in shown if window.holds(brief.record.date))
    met = {name for brief in briefs for name in brief.record.shown}
    met |= {reused.id for engagement in within for reused in engagement.reused_lessons}
    repeated = {name for engagement in within for name in engagement.repeats}
    told = tuple(
        noted for noted in lessons if noted.name in met or noted.name in repeated or _is_retired(noted)
    )
    uses = (use for use in lesson_uses(told, within, briefs) if _is_told(use))
    return Reuse(
        cited=_cited(briefs),
        helped=_helped(within),
        uses=tuple(sorted(uses, key=_order)),
        to_retire=_to_retire(lessons, met, window) if briefs else None,
        unnoted=tuple(brief.record for brief in briefs if brief.engagement is None),
    )


def _cited(briefs: tuple[ShownTo, ...]) -> Rate:
    shown: dict[str, set[str]] = defaultdict(set)
    cited: dict[str, set[str]] = defaultdict(set)
    for brief in briefs:
        if brief.engagement is not None:
            shown[brief.engagement.id].update(brief.record.shown)
            cited[brief.engagement.id].update(reused.id for reused in brief.engagement.reused_lessons)
    asked = tuple(name for name, lessons in shown.items() if lessons)
    return rate((name for name in asked if shown[name] & cited[name]), len(asked))


def _helped(engagements: tuple[Engagement, ...]) -> Rate:
    citing = tuple(engagement for engagement in engagements if engagement.reused_lessons)
    helped = (
        engagement.id
        for engagement in citing
        if any(reused.effect is ReuseEffect.HELPED for reused in engagement.reused_lessons)
    )
    return rate(helped, len(citing))


def _is_told(use: LessonUse) -> bool:
    return bool(use.shown or use.cited or use.repeated) or _is_retired(use.lesson)


def _is_retired(noted: NotedLesson) -> bool:
    return noted.lesson.status is LessonStatus.RETIRED


def _order(use: LessonUse) -> tuple[object, ...]:
    return -use.helped, -use.cited, -use.shown, *use.lesson.order


def _to_retire(lessons: Iterable[NotedLesson], met: set[str], window: Window) -> tuple[NotedLesson, ...]:
    """Oldest first."""
    idle = (
        noted
        for noted in lessons
        if noted.engagement.date <= window.after
        and noted.name not in met
        and noted.lesson.when is not None
        and not _is_retired(noted)
    )
    return tuple(sorted(idle, key=lambda noted: (noted.engagement.date, *noted.order)))
