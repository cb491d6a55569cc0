"""Where each promise stands on a day (INSIGHTS.md, sections 2 and 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.insights.item_ids import ids_in
from generator.insights.working_days import Calendar, next_working_day
from generator.notes.codes import CommitmentClass, CommitmentReason, CommitmentStatus, Party
from generator.notes.model import Commitment, Condition, Engagement
from generator.notes.promises import is_confirmed, promises_something


class Standing(StrEnum):
    """How a promise stands; the first four are still to be kept."""

    WAITING = "waiting"
    WAITING_LATE = "waiting_late"
    OPEN = "open"
    OVERDUE = "overdue"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    RENEGOTIATED = "renegotiated"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """due is the effective one; None is "no date".

    days_late counts calendar days: past due when overdue or kept late, past the condition's day when waiting_late,
    else 0. waits_on is the condition's party while waiting. confirmed follows NOTE.md, "Rules across keys". The flags
    are the two parts of over-promise; both are False where nothing deliverable was promised.
    """

    commitment: Commitment
    id: str
    due: date | None
    standing: Standing
    days_late: int
    waits_on: Party | None
    confirmed: bool
    deliverable: bool
    process_flag: bool
    outcome_flag: bool


_OUR_REASONS = frozenset(
    {CommitmentReason.CAPABILITY_GAP, CommitmentReason.ESTIMATE, CommitmentReason.CAPACITY}
)
_NOT_AS_SAID = frozenset({Standing.BROKEN, Standing.RENEGOTIATED, Standing.KEPT_LATE})
_WAITING = frozenset({Standing.WAITING, Standing.WAITING_LATE})


def commitment_states(engagement: Engagement, day: date, calendar: Calendar) -> tuple[CommitmentState, ...]:
    """In the order of the note. The engagement is the one as of the day."""
    names = ids_in(engagement, "commitments")
    return tuple(
        _state(commitment, name, day, calendar)
        for commitment, name in zip(engagement.commitments, names, strict=True)
    )


def _state(commitment: Commitment, name: str, day: date, calendar: Calendar) -> CommitmentState:
    due = effective_due(commitment, calendar)
    standing = _standing(commitment, due, day)
    deliverable = promises_something(commitment)
    condition = commitment.condition
    return CommitmentState(
        commitment=commitment,
        id=name,
        due=due,
        standing=standing,
        days_late=_days_late(commitment, standing, due, day),
        waits_on=condition.party if condition and standing in _WAITING else None,
        confirmed=is_confirmed(commitment),
        deliverable=deliverable,
        process_flag=deliverable and _said_before_confirmed(commitment),
        outcome_flag=deliverable and _ended_worse(commitment, standing),
    )


def effective_due(commitment: Commitment, calendar: Calendar) -> date | None:
    """The due day, moved by as many days as a condition was met late; an uncertain promise has the next working day."""
    due = commitment.due
    if due is None and commitment.cls is CommitmentClass.UNCERTAIN:
        due = next_working_day(calendar, commitment.made_on)
    condition = _condition(commitment)
    if due is None or condition is None or condition.due is None or condition.met_on is None:
        return due
    return max(due, due + (condition.met_on - condition.due))


def _condition(commitment: Commitment) -> Condition | None:
    """The condition that starts the clock; only a conditional promise has one."""
    return commitment.condition if commitment.cls is CommitmentClass.CONDITIONAL else None


def _standing(commitment: Commitment, due: date | None, day: date) -> Standing:
    if commitment.status is CommitmentStatus.OPEN:
        return _open_standing(commitment, due, day)
    if commitment.status is CommitmentStatus.KEPT and _is_after(commitment.closed_on, due):
        return Standing.KEPT_LATE
    return Standing(commitment.status.value)


def _open_standing(commitment: Commitment, due: date | None, day: date) -> Standing:
    condition = _condition(commitment)
    if condition is not None and condition.met_on is None:
        return Standing.WAITING_LATE if _is_after(day, condition.due) else Standing.WAITING
    return Standing.OVERDUE if _is_after(day, due) else Standing.OPEN


def _is_after(day: date | None, due: date | None) -> bool:
    return day is not None and due is not None and day > due


def _days_late(commitment: Commitment, standing: Standing, due: date | None, day: date) -> int:
    match standing:
        case Standing.OVERDUE:
            return _days_between(due, day)
        case Standing.KEPT_LATE:
            return _days_between(due, commitment.closed_on)
        case Standing.WAITING_LATE:
            condition = commitment.condition
            return _days_between(condition.due if condition else None, day)
        case _:
            return 0


def _days_between(due: date | None, day: date | None) -> int:
    """0 where either is unknown or the day is in time."""
    return max(0, (day - due).days) if day is not None and due is not None else 0


def _said_before_confirmed(commitment: Commitment) -> bool:
    """The formula of section 3, which asks for the day of the confirmation and not for who gave it."""
    return commitment.confirmed_on is None or commitment.confirmed_on > commitment.made_on


def _ended_worse(commitment: Commitment, standing: Standing) -> bool:
    """Not kept as said for a reason of ours, or at a cost that no quote holds."""
    unquoted = bool(commitment.extra_cost) and not commitment.in_quote
    return unquoted or (standing in _NOT_AS_SAID and commitment.reason in _OUR_REASONS)
