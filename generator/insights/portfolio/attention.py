"""What needs somebody today: the lists of `presales status`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.commitments import CommitmentState, Standing, commitment_states
from generator.insights.portfolio.follow_up import FollowUp, follow_ups
from generator.insights.requirements import RequirementState, requirement_states
from generator.insights.working_days import Calendar
from generator.notes.codes import OutcomeStatus
from generator.notes.model import Engagement
from generator.states import Light

_LIVE = frozenset({OutcomeStatus.OPEN, OutcomeStatus.WON})


@dataclass(frozen=True, slots=True)
class Attention:
    """Promises and prerequisites with their engagement, the latest first; unfinished are closed ones, by date."""

    without_step: tuple[FollowUp, ...]
    overdue: tuple[tuple[Engagement, CommitmentState], ...]
    red: tuple[tuple[Engagement, RequirementState], ...]
    unfinished: tuple[Engagement, ...]


def attention(
    engagements: Iterable[Engagement], day: date, calendar: Calendar, unfinished: frozenset[str]
) -> Attention:
    """Engagements are as of the day; unfinished are the ids of notes with text left over from a scaffold."""
    known = tuple(engagements)
    live = tuple(engagement for engagement in known if engagement.outcome.status in _LIVE)
    overdue = (
        (engagement, state)
        for engagement in live
        for state in commitment_states(engagement, day, calendar)
        if state.standing is Standing.OVERDUE
    )
    red = (
        (engagement, state)
        for engagement in live
        for state in requirement_states(engagement, day)
        if state.light is Light.RED
    )
    closed = (e for e in known if e.outcome.status is not OutcomeStatus.OPEN and e.id in unfinished)
    return Attention(
        without_step=tuple(found for found in follow_ups(known, day) if found.has_no_step),
        overdue=tuple(sorted(overdue, key=_latest)),
        red=tuple(sorted(red, key=_latest)),
        unfinished=tuple(sorted(closed, key=lambda engagement: (engagement.date, engagement.id))),
    )


def _latest(
    pair: tuple[Engagement, CommitmentState] | tuple[Engagement, RequirementState],
) -> tuple[object, ...]:
    engagement, state = pair
    return -state.days_late, engagement.id, state.id
