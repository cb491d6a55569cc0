"""Section 0: what to know before reading on, and the open items with their days."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.counts import Count, headline_counts
from generator.insights.item_ids import item_ids
from generator.insights.requirements import requirement_states
from generator.notes.codes import LessonKind, LessonStatus, OutcomeStatus
from generator.notes.model import Lesson
from generator.prose import Prose
from generator.states import Light, worst
from generator.views.retrospective.open_items import OpenItem, open_items
from generator.views.subject import Subject
from generator.views.wording import Chip

MOST_OPEN_ITEMS = 8
_OUTCOMES = {
    OutcomeStatus.OPEN: Light.GREY,
    OutcomeStatus.WON: Light.GREEN,
    OutcomeStatus.LOST: Light.RED,
    OutcomeStatus.NO_DECISION: Light.AMBER,
    OutcomeStatus.WITHDRAWN: Light.AMBER,
}
# Best proven first; what to change first is what nobody has changed yet.
_PROVEN = (
    LessonStatus.VERIFIED,
    LessonStatus.ACTIONED,
    LessonStatus.IDENTIFIED,
    LessonStatus.OBSERVED,
    LessonStatus.RETIRED,
)
_CHANGED = frozenset({LessonStatus.ACTIONED, LessonStatus.VERIFIED, LessonStatus.RETIRED})
_URGENCY = (LessonKind.STOP, LessonKind.IMPROVE, LessonKind.START)


@dataclass(frozen=True, slots=True)
class Reason:
    """head: whose reading, its category and source; text is empty where only the category is written."""

    head: str
    text: Prose


@dataclass(frozen=True, slots=True)
class HeadCount:
    head: str
    state: Chip


@dataclass(frozen=True, slots=True)
class Conclusion:
    """facts are clauses without a full stop; keep and change are a lesson with its id, empty where there is none.

    more_open counts the open items that are not listed.
    """

    outcome: Chip
    facts: tuple[str, ...]
    stated: Reason | None
    our_read: Reason | None
    keep: str
    change: str
    counts: tuple[HeadCount, ...]
    open_items: tuple[OpenItem, ...]
    more_open: int


def build_conclusion(subject: Subject) -> Conclusion:
    outcome = subject.engagement.outcome
    items = open_items(subject)
    stated, our_read = outcome.stated_reason, outcome.our_read
    return Conclusion(
        outcome=Chip(_OUTCOMES[outcome.status], _outcome(subject)),
        facts=_facts(subject),
        stated=_reason(subject, "stated", stated.category, stated.text, stated.source) if stated else None,
        our_read=_reason(subject, "our_read", our_read.category, our_read.text, None) if our_read else None,
        keep=_lesson(subject, _to_keep(subject.engagement.lessons)),
        change=_lesson(subject, _to_change(subject.engagement.lessons)),
        counts=_counts(subject),
        open_items=items[:MOST_OPEN_ITEMS],
        more_open=max(0, len(items) - MOST_OPEN_ITEMS),
    )


def _outcome(subject: Subject) -> str:
    w, outcome = subject.wording, subject.engagement.outcome
    if outcome.status is OutcomeStatus.OPEN:
        stage = subject.engagement.stage
        return w.bracketed(w.code(outcome.status), w.within(stage) if stage else "")
    return w.bracketed(w.code(outcome.status), str(outcome.decided_on))


def _facts(subject: Subject) -> tuple[str, ...]:
    w, outcome, deal = subject.wording, subject.engagement.outcome, subject.engagement.deal
    technical = w.within(outcome.technical_result) if outcome.technical_result else ""
    contract, estimate = subject.money(outcome.amount), subject.money(deal.amount if deal else None)
    kind = w.within(deal.amount_kind) if deal and deal.amount_kind else ""
    facts = (
        w("conclusion.technical", result=technical) if technical else "",
        w("conclusion.contract", amount=contract) if contract else "",
        w.bracketed(w("conclusion.deal", amount=estimate), kind) if estimate else "",
        w("conclusion.winner", name=outcome.winner) if outcome.winner else "",
        w("conclusion.moment", what=outcome.decision_moment) if outcome.decision_moment else "",
    )
    return tuple(fact for fact in facts if fact)


def _reason(subject: Subject, whose: str, category: object, text: Prose | None, source: object) -> Reason:
    w = subject.wording
    codes = (code for code in (category, source) if code is not None)
    words = w.aside(w.within(code) for code in codes)  # type: ignore[arg-type]  # both are closed values
    return Reason(w.bracketed(w(f"conclusion.{whose}"), words), text or Prose(""))


def _to_keep(lessons: tuple[Lesson, ...]) -> tuple[int, Lesson] | None:
    kept = [(n, lesson) for n, lesson in enumerate(lessons) if lesson.kind is LessonKind.KEEP]
    return min(kept, key=lambda pair: (_PROVEN.index(pair[1].status), pair[0]), default=None)


def _to_change(lessons: tuple[Lesson, ...]) -> tuple[int, Lesson] | None:
    changes = [(n, lesson) for n, lesson in enumerate(lessons) if lesson.kind is not LessonKind.KEEP]
    return min(
        changes, key=lambda p: (p[1].status in _CHANGED, _URGENCY.index(p[1].kind), p[0]), default=None
    )


def _lesson(subject: Subject, found: tuple[int, Lesson] | None) -> str:
    if found is None:
        return ""
    place, lesson = found
    return f"{item_ids(subject.engagement).lessons[place]} {lesson.text}"


def _counts(subject: Subject) -> tuple[HeadCount, ...]:
    counts = headline_counts(subject.engagement, subject.day, subject.calendar, subject.required_intel)
    states = requirement_states(subject.engagement, subject.day)
    red_to_green = worst(tuple(state.light for state in states if state.open))
    intel = counts.unknown_intel
    return (
        _count(subject, "overdue", counts.overdue_promises, Light.RED),
        _count(subject, "prerequisites", counts.open_prerequisites, red_to_green),
        _count(subject, "unknown_intel", _named_intel(subject, intel) if intel else None, Light.AMBER),
    )


def _named_intel(subject: Subject, count: Count) -> Count:
    return Count(tuple(subject.wording.intel(name) for name in count.ids), count.n)


def _count(subject: Subject, key: str, count: Count | None, light: Light) -> HeadCount:
    w = subject.wording
    head = w(f"conclusion.count.{key}")
    if count is None or count.n == 0:
        return HeadCount(head, Chip(Light.GREY, w(f"conclusion.count.no_{key}")))
    if count.k == 0:
        return HeadCount(head, Chip(Light.GREEN, w.k_of_n(0, count.n)))
    text = w.labelled(w.k_of_n(count.k, count.n), w.join(count.ids))
    return HeadCount(head, Chip(light if subject.is_live else Light.GREY, text))
