"""What comes up again and again, and what became more frequent (INSIGHTS.md, sections 0 and 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.insights.portfolio.lessons import NotedLesson
from generator.insights.portfolio.references import customers_of
from generator.insights.portfolio.small_numbers import Rate, chance_of_at_least, rate
from generator.insights.portfolio.windows import Window, months_up_to, window_to
from generator.notes.codes import LessonKind
from generator.notes.model import Engagement

CHANGED_FROM = 3
CHANCE_AT_MOST = 0.05
MONTHS_COMPARED = 12


@dataclass(frozen=True, slots=True)
class RecurringRule:
    """From how many engagements of how many customers, within the last months."""

    engagements: int = 3
    customers: int = 2
    months: int = 6


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """now against the twelve months before it; chance is Fisher's, to be at most at_most for a flag."""

    now: Rate
    before: Rate
    chance: float
    at_most: float

    @property
    def flagged(self) -> bool:
        return self.now.k >= CHANGED_FROM and self.chance <= self.at_most


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """rate counts distinct engagements of the window; recent is the same for the last months of the rule.

    repeats is how often a lesson of the theme came back after its action; lessons are those of the window, newest
    first.
    """

    theme: str
    rate: Rate
    customers: int
    recent: Rate
    recent_customers: int
    recurring: bool
    repeats: int
    newest: date
    lessons: tuple[NotedLesson, ...]
    change: ThemeChange


def theme_rows(
    engagements: tuple[Engagement, ...],
    lessons: tuple[NotedLesson, ...],
    kinds: frozenset[LessonKind],
    *,
    window: Window,
    now: Window,
    rule: RecurringRule,
    repeats: Mapping[str, int],
) -> tuple[ThemeRow, ...]:
    """Themes of lessons of these kinds: those that came back after a fix first, then by how often, then the newest.

    lessons are those of the engagements; window and now (whose change is looked at) end on the day; repeats counts by
    theme.
    """
    counting = _Counting(engagements, lessons, kinds)
    within, recent = counting.within(window), counting.within(window_to(window.until, rule.months))
    current, before = counting.within(now), counting.within(months_up_to(now, MONTHS_COMPARED))
    at_most = CHANCE_AT_MOST / max(1, len(within.lessons))
    rows = (
        _row(
            theme,
            within,
            recent,
            rule=rule,
            repeats=repeats.get(theme, 0),
            change=_change(theme, current, before, at_most),
        )
        for theme in within.lessons
    )
    return tuple(sorted(rows, key=_order))


def _row(
    theme: str, within: _Within, recent: _Within, *, rule: RecurringRule, repeats: int, change: ThemeChange
) -> ThemeRow:
    recent_rate = recent.rate_of(theme)
    recent_customers = customers_of(recent.with_theme(theme))
    lessons = within.newest_first(theme)
    return ThemeRow(
        theme=theme,
        rate=within.rate_of(theme),
        customers=customers_of(within.with_theme(theme)),
        recent=recent_rate,
        recent_customers=recent_customers,
        recurring=recent_rate.k >= rule.engagements and recent_customers >= rule.customers,
        repeats=repeats,
        newest=lessons[0].engagement.date,
        lessons=lessons,
        change=change,
    )


def _change(theme: str, current: _Within, before: _Within, at_most: float) -> ThemeChange:
    now, earlier = current.rate_of(theme), before.rate_of(theme)
    return ThemeChange(now, earlier, chance_of_at_least(now.k, now.n, earlier.k, earlier.n), at_most)


def _order(row: ThemeRow) -> tuple[object, ...]:
    return -row.repeats, -row.rate.k, -row.newest.toordinal(), row.theme


class _Counting:
    """Engagements by theme of their lessons of some kinds, a window at a time."""

    def __init__(
        self,
        engagements: tuple[Engagement, ...],
        lessons: tuple[NotedLesson, ...],
        kinds: frozenset[LessonKind],
    ) -> None:
        self._engagements = engagements
        self._lessons = tuple(noted for noted in lessons if noted.lesson.kind in kinds)

    def within(self, window: Window) -> _Within:
        lessons: dict[str, list[NotedLesson]] = defaultdict(list)
        for noted in self._lessons:
            if window.holds(noted.engagement.date):
                lessons[noted.lesson.theme].append(noted)
        return _Within(sum(window.holds(engagement.date) for engagement in self._engagements), lessons)


@dataclass(frozen=True, slots=True)
class _Within:
    """n engagements of a window, and lessons by theme."""

    n: int
    lessons: Mapping[str, list[NotedLesson]]

    def with_theme(self, theme: str) -> tuple[Engagement, ...]:
        noted = self.lessons.get(theme, ())
        return tuple({row.engagement.id: row.engagement for row in noted}.values())

    def rate_of(self, theme: str) -> Rate:
        return rate((engagement.id for engagement in self.with_theme(theme)), self.n)

    def newest_first(self, theme: str) -> tuple[NotedLesson, ...]:
        return tuple(sorted(self.lessons[theme], key=lambda noted: noted.order))
