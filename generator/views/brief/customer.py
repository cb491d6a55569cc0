"""Section 3: this customer so far, and what to answer for before anything else is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.insights.preparation.history import History, PastPromise, history
from generator.notes.codes import OutcomeStatus
from generator.notes.model import Engagement
from generator.states import Light
from generator.views.brief.subject import BriefSubject, Point
from generator.views.commitments import state_chip
from generator.views.requirements import requirement_chip
from generator.views.wording import Chip

MOST_RESULTS = 2
MOST_TO_ANSWER = 3
MOST_FULFILLED = 1
MOST_OPEN = 2
MOST_FRICTIONS = 2
MOST_PREREQUISITES = 2
_URGENT = frozenset({Light.RED, Light.AMBER})


@dataclass(frozen=True, slots=True)
class CustomerSection:
    """points: results, what to answer for, what to report, what is open, what went wrong; is_new: never met before."""

    points: tuple[Point, ...]
    is_new: bool


def build_customer(subject: BriefSubject) -> CustomerSection:
    found = history(subject.around.own, subject.day, subject.calendar)
    points = (
        *_results(subject),
        *_promises(subject, "answer", found.to_answer[:MOST_TO_ANSWER]),
        *_promises(subject, "report", found.fulfilled[:MOST_FULFILLED]),
        *_promises(subject, "open", found.open[:MOST_OPEN]),
        *_prerequisites(subject, found),
        *_frictions(subject, found),
    )
    return CustomerSection(points, is_new=not subject.around.own)


def _results(subject: BriefSubject) -> Iterator[Point]:
    w = subject.wording
    for engagement in subject.around.own[:MOST_RESULTS]:
        yield Point(str(engagement.date), w.clauses(_result(subject, engagement)))


def _result(subject: BriefSubject, engagement: Engagement) -> Iterator[str]:
    w, outcome = subject.wording, engagement.outcome
    stage = engagement.stage if outcome.status is OutcomeStatus.OPEN else None
    ended = w.within(stage) if stage is not None else str(outcome.decided_on or "")
    yield w.bracketed(w.labelled(w.join(engagement.products), w.within(outcome.status)), ended)
    yield w.inside(w("conclusion.winner", name=outcome.winner)) if outcome.winner else ""
    read = outcome.our_read
    if read is not None and read.category is not None:
        yield w("brief.customer.our_read", reason=w.within(read.category))
    if subject.around.own[0] is engagement:
        deal = engagement.deal
        yield subject.of(engagement).money(outcome.amount or (deal.amount if deal is not None else None))
        yield " ".join(engagement.result.split())


def _promises(subject: BriefSubject, kind: str, promises: tuple[PastPromise, ...]) -> Iterator[Point]:
    w = subject.wording
    for promise in promises:
        state, made = promise.state, promise.state.commitment
        reason = w.within(made.reason) if made.reason else ""
        due = w("common.by_day", day=state.due) if state.due and kind == "open" else ""
        place = subject.place(promise.engagement, state.id)
        yield Point(
            head=w(f"brief.customer.{kind}"),
            state=state_chip(subject.of(promise.engagement), state),
            text=w.bracketed(made.said, w.aside((due, reason, place))),
        )


def _prerequisites(subject: BriefSubject, found: History) -> Iterator[Point]:
    """Those that are late or soon due; where none is, the next one."""
    w = subject.wording
    urgent = tuple(row for row in found.prerequisites if row.state.light in _URGENT)
    for row in urgent[:MOST_PREREQUISITES] or found.prerequisites[:1]:
        needed = row.state.requirement
        who = w.bracketed(w.within(needed.party), needed.owner_role or "")
        day = w("common.by_day", day=needed.needed_by) if needed.needed_by else ""
        chip: Chip = requirement_chip(subject.of(row.engagement), row.state)
        text = w.bracketed(needed.item, w.aside((who, day, subject.place(row.engagement, row.state.id))))
        yield Point(head=w("brief.customer.prerequisite"), state=chip, text=text)


def _frictions(subject: BriefSubject, found: History) -> Iterator[Point]:
    """What hurt them and what they held against us, in one line."""
    w = subject.wording
    clauses = (
        *found.pains,
        *(w("brief.customer.objection", text=objection.text) for _, objection in found.objections),
        *(
            w("brief.customer.not_as_said", said=promise.state.commitment.said, how=_how(subject, promise))
            for promise in found.not_as_said
        ),
        *(_opposed(subject, found)),
    )
    if clauses:
        yield Point(head=w("brief.customer.friction"), text=w.clauses(clauses[:MOST_FRICTIONS]))


def _how(subject: BriefSubject, promise: PastPromise) -> str:
    return subject.wording.inside(state_chip(subject.of(promise.engagement), promise.state).word)


def _opposed(subject: BriefSubject, found: History) -> Iterator[str]:
    newest, w = subject.newest, subject.wording
    if newest is not None:
        for person in found.opposed:
            cares = w("brief.cares_about", what=person.cares_about) if person.cares_about else ""
            who = w.bracketed(subject.of(newest).person(person), cares)
            yield w("brief.customer.opposes", who=who)
