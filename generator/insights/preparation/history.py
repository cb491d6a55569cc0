"""What stands between us and a customer: promises, prerequisites, and what went wrong before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.commitments import CommitmentState, Standing, commitment_states
from generator.insights.item_ids import id_order
from generator.insights.requirements import RequirementState, requirement_states
from generator.insights.working_days import Calendar
from generator.notes.codes import ObjectionResult, OutcomeStatus, Party, Stance
from generator.notes.model import Engagement, Objection, Stakeholder

LIVE = frozenset({OutcomeStatus.OPEN, OutcomeStatus.WON})
_TO_DO = frozenset({Standing.OPEN, Standing.WAITING, Standing.WAITING_LATE, Standing.OVERDUE})
_NOT_AS_SAID = frozenset({Standing.BROKEN, Standing.KEPT_LATE, Standing.RENEGOTIATED})
_NOT_ANSWERED = frozenset({ObjectionResult.OPEN, ObjectionResult.LOST})


@dataclass(frozen=True, slots=True)
class PastPromise:
    engagement: Engagement
    state: CommitmentState


@dataclass(frozen=True, slots=True)
class PastRequirement:
    engagement: Engagement
    state: RequirementState


@dataclass(frozen=True, slots=True)
class History:
    """Open promises and prerequisites are those of deals that are open or won, as in figures over many notes.

    to_answer: what we are late with or broke, the latest first, and then newest first; the other lists do not repeat
    it. fulfilled: kept as said, newest first. objections were never resolved; opposed are the people of the newest
    note who are against us, pains what it says hurt them before.
    """

    to_answer: tuple[PastPromise, ...]
    open: tuple[PastPromise, ...]
    not_as_said: tuple[PastPromise, ...]
    fulfilled: tuple[PastPromise, ...]
    prerequisites: tuple[PastRequirement, ...]
    objections: tuple[tuple[Engagement, Objection], ...]
    opposed: tuple[Stakeholder, ...]
    pains: tuple[str, ...]


def history(own: tuple[Engagement, ...], day: date, calendar: Calendar) -> History:
    """own are the customer's engagements as of the day, newest first."""
    promises = tuple(
        PastPromise(each, state) for each in own for state in commitment_states(each, day, calendar)
    )
    to_answer = tuple(sorted(filter(_is_to_answer, promises), key=_most_late_first))
    others = tuple(promise for promise in promises if promise not in to_answer)
    newest = own[0] if own else None
    pains = newest.intel.past_pains if newest is not None and newest.intel is not None else None
    return History(
        to_answer=to_answer,
        open=tuple(sorted((each for each in others if _is_open(each)), key=_soonest_first)),
        not_as_said=tuple(each for each in others if each.state.standing in _NOT_AS_SAID),
        fulfilled=tuple(sorted((p for p in others if p.state.standing is Standing.KEPT), key=_newest_first)),
        prerequisites=_prerequisites(own, day),
        objections=tuple(
            (each, objection)
            for each in own
            for objection in each.objections
            if objection.result in _NOT_ANSWERED
        ),
        opposed=tuple(p for p in newest.stakeholders if p.stance is Stance.OPPOSES) if newest else (),
        pains=pains.value if pains is not None else (),
    )


def _is_live(engagement: Engagement) -> bool:
    return engagement.outcome.status in LIVE


def _is_open(promise: PastPromise) -> bool:
    return _is_live(promise.engagement) and promise.state.standing in _TO_DO


def _is_to_answer(promise: PastPromise) -> bool:
    """Late in a live deal, unless somebody else's condition holds it up, or not kept at all."""
    state = promise.state
    late = state.standing is Standing.OVERDUE or (
        state.standing is Standing.WAITING_LATE and state.waits_on is Party.US
    )
    return state.standing is Standing.BROKEN or (late and _is_live(promise.engagement))


def _most_late_first(promise: PastPromise) -> tuple[object, ...]:
    return -promise.state.days_late, *_newest_first(promise)


def _newest_first(promise: PastPromise) -> tuple[object, ...]:
    closed = promise.state.commitment.closed_on or promise.engagement.date
    return -closed.toordinal(), promise.engagement.id, id_order(promise.state.id)


def _soonest_first(promise: PastPromise) -> tuple[object, ...]:
    return promise.state.due or date.max, promise.engagement.id, id_order(promise.state.id)


def _prerequisites(own: Iterable[Engagement], day: date) -> tuple[PastRequirement, ...]:
    """Open ones, the worst light first, then by day."""
    found = (
        PastRequirement(each, state)
        for each in own
        if _is_live(each)
        for state in requirement_states(each, day)
        if state.open
    )
    return tuple(sorted(found, key=_by_light))


def _by_light(row: PastRequirement) -> tuple[object, ...]:
    needed_by = row.state.requirement.needed_by or date.max
    return row.state.light.rank, needed_by, row.engagement.id, id_order(row.state.id)
