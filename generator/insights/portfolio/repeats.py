"""Lessons that came back after their action was closed (INSIGHTS.md, section 1)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from generator.insights.portfolio.lessons import ACTED_ON, TO_CHANGE, NotedLesson
from generator.insights.portfolio.shown import ShownTo
from generator.insights.portfolio.small_numbers import Rate, rate, sort_ids
from generator.insights.portfolio.windows import Window
from generator.notes.model import Engagement


@dataclass(frozen=True, slots=True)
class RepeatedLesson:
    """One lesson acted on, and the engagements whose note says that it happened again, newest first.

    share is repeats of exposures, None where nobody wrote the day on which the action closed.
    """

    lesson: NotedLesson
    repeats: tuple[Engagement, ...]
    share: Rate | None


@dataclass(frozen=True, slots=True)
class RepeatSuggestion:
    """A new lesson that reads like an older one that was acted on; only the author's link makes it a repeat."""

    lesson: NotedLesson
    earlier: NotedLesson


@dataclass(frozen=True, slots=True)
class Repeats:
    """lessons are those that came back, most often first.

    share counts engagements: of those exposed to any lesson acted on, how many repeated one. not_counted names what
    notes give as repeated without its being a lesson acted on that is counted here.
    """

    lessons: tuple[RepeatedLesson, ...]
    share: Rate
    not_counted: tuple[str, ...]
    suggestions: tuple[RepeatSuggestion, ...]

    def by_theme(self) -> Mapping[str, int]:
        counts: Counter[str] = Counter()
        for row in self.lessons:
            counts[row.lesson.lesson.theme] += len(row.repeats)
        return counts


def repeats(
    engagements: tuple[Engagement, ...],
    lessons: tuple[NotedLesson, ...],
    shown: tuple[ShownTo, ...],
    *,
    window: Window,
    now: Window,
) -> Repeats:
    """lessons are those of the engagements. Engagements of the window count; suggestions are made for those of `now`."""
    within = tuple(engagement for engagement in engagements if window.holds(engagement.date))
    told = _told(within, shown)
    acted_on = {
        noted.name: noted
        for noted in lessons
        if told.mentions(noted.name) and noted.lesson.status in ACTED_ON
    }
    rows = tuple(_row(noted, told) for noted in acted_on.values())
    return Repeats(
        lessons=tuple(sorted((row for row in rows if row.repeats), key=_order)),
        share=_overall(rows, told),
        not_counted=sort_ids({name for note in within for name in note.repeats if name not in acted_on}),
        suggestions=_suggestions(lessons, now),
    )


Engagements = Mapping[str, Engagement]


@dataclass(frozen=True, slots=True)
class _Told:
    """By name of a lesson: the engagements, by id, that repeated it, and those that cited it or were shown it."""

    repeated: Mapping[str, Engagements]
    met: Mapping[str, Engagements]

    def mentions(self, name: str) -> bool:
        return name in self.repeated or name in self.met

    def again(self, noted: NotedLesson) -> Engagements:
        return self.repeated.get(noted.name, {})

    def exposed(self, noted: NotedLesson) -> frozenset[str]:
        """Those that repeated it, and those after the action closed that cited it or were shown it."""
        closed_on = noted.action_closed_on
        met = self.met.get(noted.name, {})
        after = {name for name, note in met.items() if closed_on is not None and note.date > closed_on}
        return frozenset(after) | frozenset(self.again(noted))


def _told(engagements: tuple[Engagement, ...], shown: tuple[ShownTo, ...]) -> _Told:
    counted = {engagement.id: engagement for engagement in engagements}
    repeated: dict[str, dict[str, Engagement]] = defaultdict(dict)
    met: dict[str, dict[str, Engagement]] = defaultdict(dict)
    for engagement in engagements:
        for name in engagement.repeats:
            repeated[name][engagement.id] = engagement
        for reused in engagement.reused_lessons:
            met[reused.id][engagement.id] = engagement
    for brief in shown:
        if brief.engagement is not None and brief.engagement.id in counted:
            for name in brief.record.shown:
                met[name][brief.engagement.id] = brief.engagement
    return _Told(repeated, met)


def _row(noted: NotedLesson, told: _Told) -> RepeatedLesson:
    again = told.again(noted)
    is_dated = noted.action_closed_on is not None
    return RepeatedLesson(
        lesson=noted,
        repeats=tuple(sorted(again.values(), key=lambda note: (-note.date.toordinal(), note.id))),
        share=rate(again, len(told.exposed(noted))) if is_dated else None,
    )


def _overall(rows: tuple[RepeatedLesson, ...], told: _Told) -> Rate:
    exposed: set[str] = set()
    repeated: set[str] = set()
    undated: set[str] = set()
    for row in rows:
        if row.share is None:
            undated |= told.again(row.lesson).keys()
        else:
            exposed |= told.exposed(row.lesson)
            repeated.update(row.share.ids)
    return rate(repeated, len(exposed), undated - exposed)


def _order(row: RepeatedLesson) -> tuple[object, ...]:
    return -len(row.repeats), -row.repeats[0].date.toordinal(), *row.lesson.order


def _suggestions(lessons: Iterable[NotedLesson], now: Window) -> tuple[RepeatSuggestion, ...]:
    """For each new lesson the action closed last before it: same theme, and a product or the scope in common."""
    to_change = tuple(noted for noted in lessons if noted.lesson.kind in TO_CHANGE)
    new = sorted((n for n in to_change if now.holds(n.engagement.date)), key=lambda noted: noted.order)
    asked = {key for noted in new for key in _likeness(noted)}
    closed: dict[tuple[str, str], list[tuple[date, NotedLesson]]] = defaultdict(list)
    for noted in to_change:
        if noted.lesson.status in ACTED_ON and noted.lesson.id and noted.action_closed_on is not None:
            for key in asked.intersection(_likeness(noted)):
                closed[key].append((noted.action_closed_on, noted))
    for candidates in closed.values():
        candidates.sort(key=lambda dated: (-dated[0].toordinal(), *dated[1].order))
    found = []
    for noted in new:
        earlier = _closed_before(noted, closed)
        if earlier is not None and earlier.name not in noted.engagement.repeats:
            found.append(RepeatSuggestion(noted, earlier))
    return tuple(found)


def _likeness(noted: NotedLesson) -> tuple[tuple[str, str], ...]:
    theme, scope = noted.lesson.theme, noted.lesson.scope
    products = tuple((theme, f"product {product}") for product in noted.engagement.products)
    return (*products, (theme, f"scope {scope.value}")) if scope else products


def _closed_before(
    noted: NotedLesson, closed: Mapping[tuple[str, str], list[tuple[date, NotedLesson]]]
) -> NotedLesson | None:
    nearest: list[tuple[date, NotedLesson]] = []
    for key in _likeness(noted):
        before = (
            (closed_on, earlier)
            for closed_on, earlier in closed.get(key, ())
            if closed_on < noted.engagement.date and earlier.engagement.id != noted.engagement.id
        )
        nearest.extend(islice(before, 1))
    ranked = sorted(nearest, key=lambda dated: (-dated[0].toordinal(), *dated[1].order))
    return ranked[0][1] if ranked else None
