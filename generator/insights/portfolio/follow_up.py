"""Open engagements that nobody moves (INSIGHTS.md, section 9, "Follow-up gap")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.notes.codes import ActionStatus, OutcomeStatus
from generator.notes.model import Commitment, Engagement, NextStep

QUIET_AFTER_DAYS = 14


@dataclass(frozen=True, slots=True)
class FollowUp:
    """open_steps by due day. days_quiet counts from the last dated event, which is never later than the day."""

    engagement: Engagement
    open_steps: tuple[NextStep, ...]
    last_event: date
    days_quiet: int

    @property
    def has_no_step(self) -> bool:
        return not self.open_steps

    @property
    def is_quiet(self) -> bool:
        return self.days_quiet > QUIET_AFTER_DAYS

    @property
    def is_gap(self) -> bool:
        return self.has_no_step or self.is_quiet


def follow_ups(engagements: Iterable[Engagement], day: date) -> tuple[FollowUp, ...]:
    """Every open engagement, the longest quiet first; those that are a gap say so."""
    found = (
        follow_up(engagement, day)
        for engagement in engagements
        if engagement.outcome.status is OutcomeStatus.OPEN
    )
    return tuple(sorted(found, key=lambda row: (-row.days_quiet, row.engagement.id)))


def follow_up(engagement: Engagement, day: date) -> FollowUp:
    last = max(dated for dated in event_days(engagement) if dated is not None and dated <= day)
    return FollowUp(
        engagement=engagement,
        open_steps=open_steps(engagement),
        last_event=last,
        days_quiet=(day - last).days,
    )


def open_steps(engagement: Engagement) -> tuple[NextStep, ...]:
    """By due day."""
    steps = (step for step in engagement.next_steps if step.status in {None, ActionStatus.OPEN})
    return tuple(sorted(steps, key=lambda step: (step.due, step.what, step.owner)))


def event_days(engagement: Engagement) -> Iterator[date | None]:
    """Every day on which something happened, in no particular order; due days are plans and not among them."""
    yield engagement.date
    yield engagement.outcome.decided_on
    for meeting in engagement.meetings:
        yield meeting.on
    for commitment in engagement.commitments:
        yield from _days_of(commitment)
    for risk in engagement.risks:
        yield risk.happened_on
        yield risk.action.closed_on if risk.action is not None else None
    for lesson in engagement.lessons:
        yield lesson.action.closed_on if lesson.action is not None else None
    for score in engagement.win_scores:
        yield score.on
    yield from _days_of_blocks(engagement)


def _days_of(commitment: Commitment) -> Iterator[date | None]:
    yield commitment.made_on
    yield commitment.confirmed_on
    yield commitment.closed_on
    yield commitment.condition.met_on if commitment.condition is not None else None


def _days_of_blocks(engagement: Engagement) -> Iterator[date | None]:
    if engagement.pilot is not None:
        yield engagement.pilot.started_on
        yield engagement.pilot.ended_on
    if engagement.customer_share is not None:
        yield engagement.customer_share.on
    if engagement.collaboration is not None:
        before, after = engagement.collaboration.before, engagement.collaboration.after
        yield before.on if before is not None else None
        yield after.debrief_on if after is not None else None
        yield after.memo_sent_on if after is not None else None
