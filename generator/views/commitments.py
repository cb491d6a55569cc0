"""Promises as rows: where each stands, in words (INSIGHTS.md, sections 2 and 3)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.commitments import CommitmentState, Standing, commitment_states
from generator.notes.model import Commitment, Condition
from generator.states import Light
from generator.views.subject import Subject
from generator.views.wording import Chip

_LIGHTS = {
    Standing.WAITING: Light.GREY,
    Standing.WAITING_LATE: Light.AMBER,
    Standing.OPEN: Light.GREEN,
    Standing.OVERDUE: Light.RED,
    Standing.KEPT: Light.GREEN,
    Standing.KEPT_LATE: Light.AMBER,
    Standing.RENEGOTIATED: Light.AMBER,
    Standing.BROKEN: Light.RED,
    Standing.WITHDRAWN: Light.GREY,
}
TO_DO = frozenset({Standing.WAITING, Standing.WAITING_LATE, Standing.OPEN, Standing.OVERDUE})


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """made: who said it to whom, when and where; remarks: extra cost, reason and note, empty when there are none."""

    id: str
    said: str
    cls: str
    condition: str
    made: str
    confirmed: Chip
    due: str
    state: Chip
    remarks: str
    flagged: bool


def commitment_rows(subject: Subject) -> tuple[CommitmentRow, ...]:
    """In the order of the note."""
    states = commitment_states(subject.engagement, subject.day, subject.calendar)
    return tuple(_row(subject, state) for state in states)


def _row(subject: Subject, state: CommitmentState) -> CommitmentRow:
    w, promise = subject.wording, state.commitment
    return CommitmentRow(
        id=state.id,
        said=promise.said,
        cls=w.code(promise.cls),
        condition=_condition(subject, promise.condition),
        made=w.clauses((_between(promise), str(promise.made_on), w.code(promise.channel))),
        confirmed=_confirmed(subject, state),
        due=str(state.due) if state.due else w("commitments.no_date"),
        state=state_chip(subject, state),
        remarks=_remarks(subject, promise),
        flagged=state.process_flag or state.outcome_flag,
    )


def state_chip(subject: Subject, state: CommitmentState) -> Chip:
    """The standing in words, with days late and whom it waits for."""
    w = subject.wording
    word = w(f"commitments.standing.{state.standing}")
    late = w.days_late(state.days_late) if state.days_late else ""
    waits = w("commitments.waits_on", party=w.within(state.waits_on)) if state.waits_on else ""
    details = w.aside((waits, late))
    closed = state.commitment.closed_on
    if closed is not None and not details:
        details = str(closed)
    return Chip(_light(subject, state), w.bracketed(word, details))


def _light(subject: Subject, state: CommitmentState) -> Light:
    """What was to be done in a deal that is lost or given up is nobody's any more; what was kept or broken stays."""
    if state.standing in TO_DO and not subject.is_live:
        return Light.GREY
    undated = state.standing is Standing.OPEN and state.due is None
    return Light.AMBER if undated else _LIGHTS[state.standing]


def _between(promise: Commitment) -> str:
    return f"{promise.made_by} → {promise.made_to}" if promise.made_to else promise.made_by


def _condition(subject: Subject, condition: Condition | None) -> str:
    if condition is None:
        return ""
    w = subject.wording
    met = w("commitments.met_on", day=condition.met_on) if condition.met_on else w("commitments.not_met")
    due = w("common.by_day", day=condition.due) if condition.due else ""
    return w.bracketed(
        condition.what or w("common.not_said"),
        w.aside((w.within(condition.party) if condition.party else "", due, met)),
    )


def _confirmed(subject: Subject, state: CommitmentState) -> Chip:
    """Green when somebody inside confirmed it before it was said; amber where that was not needed or came too late."""
    w, promise = subject.wording, state.commitment
    by_whom = w.bracketed(promise.confirmed_by or "", str(promise.confirmed_on or ""))
    if state.confirmed:
        return Chip(Light.GREEN, by_whom)
    if promise.confirmed_by is not None and promise.confirmed_on is not None:
        return Chip(Light.AMBER, w("commitments.confirmed_late", who=by_whom))
    if not state.deliverable:
        return Chip(Light.GREY, w("commitments.confirmation_not_needed"))
    return Chip(Light.RED, w("commitments.not_confirmed"))


def _remarks(subject: Subject, promise: Commitment) -> str:
    w = subject.wording
    cost = ""
    if promise.extra_cost is not None:
        key = "commitments.cost_in_quote" if promise.in_quote else "commitments.cost_not_in_quote"
        cost = w(key, amount=subject.money(promise.extra_cost))
    contract = w("commitments.contractual") if promise.contractual else ""
    reason = w.labelled(w("commitments.reason"), w.within(promise.reason)) if promise.reason else ""
    return w.clauses((cost, contract, reason, promise.note or ""))
