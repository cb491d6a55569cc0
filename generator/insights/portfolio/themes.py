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
    used = counting.themes_in(window)
    recent_window = window_to(window.until, rule.months)
    at_most = CHANCE_AT_MOST / max(1, len(used))
    rows = []
    for theme in used:
        within, recent = counting.with_theme(theme, window), counting.with_theme(theme, recent_window)
        recent_customers = customers_of(recent)
        rows.append(
            ThemeRow(
                theme=theme,
                rate=counting.rate_of(theme, window),
                customers=customers_of(within),
                recent=counting.rate_of(theme, recent_window),
                recent_customers=recent_customers,
                recurring=len(recent) >= rule.engagements and recent_customers >= rule.customers,
                repeats=repeats.get(theme, 0),
                newest=max(engagement.date for engagement in within),
                lessons=counting.lessons_of(theme, window),
                change=_change(counting, theme, now, at_most),
            )
        )
    return tuple(sorted(rows, key=_order))


def _change(counting: _Counting, theme: str, now: Window, at_most: float) -> ThemeChange:
    current = counting.rate_of(theme, now)
    before = counting.rate_of(theme, months_up_to(now, MONTHS_COMPARED))
    chance = chance_of_at_least(current.k, current.n, before.k, before.n)
    return ThemeChange(current, before, chance, at_most)


def _order(row: ThemeRow) -> tuple[object, ...]:
    return -row.repeats, -row.rate.k, -row.newest.toordinal(), row.theme


class _Counting:
    """Engagements and lessons of some kinds by theme, each looked at once."""

    def __init__(
        self,
        engagements: tuple[Engagement, ...],
        lessons: tuple[NotedLesson, ...],
        kinds: frozenset[LessonKind],
    ) -> None:
        self._engagements = engagements
        self._lessons: dict[str, list[NotedLesson]] = defaultdict(list)
        for noted in lessons:
            if noted.lesson.kind in kinds:
                self._lessons[noted.lesson.theme].append(noted)
        self._sizes: dict[Window, int] = {}

    def themes_in(self, window: Window) -> tuple[str, ...]:
        return tuple(theme for theme in sorted(self._lessons) if self.with_theme(theme, window))

    def lessons_of(self, theme: str, window: Window) -> tuple[NotedLesson, ...]:
        within = (noted for noted in self._lessons[theme] if window.holds(noted.engagement.date))
        return tuple(sorted(within, key=lambda noted: noted.order))

    def with_theme(self, theme: str, window: Window) -> tuple[Engagement, ...]:
        within = (noted.engagement for noted in self._lessons[theme] if window.holds(noted.engagement.date))
        return tuple({engagement.id: engagement for engagement in within}.values())

    def rate_of(self, theme: str, window: Window) -> Rate:
        if window not in self._sizes:
            self._sizes[window] = sum(window.holds(engagement.date) for engagement in self._engagements)
        return rate((engagement.id for engagement in self.with_theme(theme, window)), self._sizes[window])
