"""Lights of landing requirements and of the milestones that they block (INSIGHTS.md, section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.insights.item_ids import ids_in
from generator.notes.codes import RequirementStatus
from generator.notes.model import Engagement, LandingRequirement, Milestone
from generator.states import Light, worst

DAYS_AHEAD_UNCONFIRMED = 14
DAYS_AHEAD_CONFIRMED = 5


class RequirementReason(StrEnum):
    """Why a requirement has its light."""

    DONE = "done"
    DROPPED = "dropped"
    BLOCKED = "blocked"
    LATE = "late"
    DUE_SOON = "due_soon"
    UNCONFIRMED_AHEAD = "unconfirmed_ahead"
    AHEAD = "ahead"
    NO_DATE = "no_date"


_LIGHTS = {
    RequirementReason.DONE: Light.GREY,
    RequirementReason.DROPPED: Light.GREY,
    RequirementReason.BLOCKED: Light.RED,
    RequirementReason.LATE: Light.RED,
    RequirementReason.DUE_SOON: Light.AMBER,
    RequirementReason.UNCONFIRMED_AHEAD: Light.GREEN,
    RequirementReason.AHEAD: Light.GREEN,
    RequirementReason.NO_DATE: Light.GREY,
}
_CLOSED = frozenset({RequirementStatus.DONE, RequirementStatus.DROPPED})


@dataclass(frozen=True, slots=True)
class RequirementState:
    """days_late is 0 unless its day has passed; days_left is None without a day to come.

    Nothing done or dropped is late or has days left.
    """

    requirement: LandingRequirement
    id: str
    light: Light
    reason: RequirementReason
    days_late: int
    days_left: int | None

    @property
    def open(self) -> bool:
        """Neither done nor dropped."""
        return self.requirement.status not in _CLOSED


@dataclass(frozen=True, slots=True)
class MilestoneState:
    """earliest_slip is in days, "at least", 0 if none.

    blocked_by are the ids of the red requirements, waits_for of all that are still open, red ones too; both of this
    milestone and of those it comes after, directly or not, in the order of the note.
    """

    milestone: Milestone
    light: Light
    earliest_slip: int
    blocked_by: tuple[str, ...]
    waits_for: tuple[str, ...]


def requirement_states(engagement: Engagement, day: date) -> tuple[RequirementState, ...]:
    """In the order of the note."""
    names = ids_in(engagement, "landing_requirements")
    return tuple(
        _requirement_state(requirement, name, day)
        for requirement, name in zip(engagement.landing_requirements, names, strict=True)
    )


def _requirement_state(requirement: LandingRequirement, name: str, day: date) -> RequirementState:
    reason = _reason(requirement, day)
    days_left = None
    if requirement.needed_by is not None and requirement.status not in _CLOSED:
        days_left = (requirement.needed_by - day).days
    return RequirementState(
        requirement=requirement,
        id=name,
        light=_LIGHTS[reason],
        reason=reason,
        days_late=max(0, -days_left) if days_left is not None else 0,
        days_left=days_left if days_left is not None and days_left >= 0 else None,
    )


def _reason(requirement: LandingRequirement, day: date) -> RequirementReason:
    match requirement.status:
        case RequirementStatus.DONE | RequirementStatus.DROPPED | RequirementStatus.BLOCKED:
            return RequirementReason(requirement.status.value)
        case RequirementStatus.CONFIRMED:
            return _reason_by_date(requirement.needed_by, day, DAYS_AHEAD_CONFIRMED, RequirementReason.AHEAD)
        case _:
            return _reason_by_date(
                requirement.needed_by, day, DAYS_AHEAD_UNCONFIRMED, RequirementReason.UNCONFIRMED_AHEAD
            )


def _reason_by_date(
    needed_by: date | None, day: date, days_ahead: int, otherwise: RequirementReason
) -> RequirementReason:
    if needed_by is None:
        return RequirementReason.NO_DATE
    days_left = (needed_by - day).days
    if days_left < 0:
        return RequirementReason.LATE
    return RequirementReason.DUE_SOON if days_left <= days_ahead else otherwise


def milestone_states(engagement: Engagement, day: date) -> tuple[MilestoneState, ...]:
    """In the order of the note."""
    return milestones_held_by(engagement, requirement_states(engagement, day))


def milestones_held_by(
    engagement: Engagement, requirements: tuple[RequirementState, ...]
) -> tuple[MilestoneState, ...]:
    """In the order of the note; requirements are all of the engagement's."""
    after = {milestone.id: milestone.after for milestone in engagement.milestones}
    return tuple(_milestone_state(milestone, requirements, after) for milestone in engagement.milestones)


def _milestone_state(
    milestone: Milestone, requirements: tuple[RequirementState, ...], after: dict[str, tuple[str, ...]]
) -> MilestoneState:
    chain = _with_earlier(milestone.id, after)
    gating = tuple(state for state in requirements if state.requirement.blocks in chain)
    red = tuple(state for state in gating if state.light is Light.RED)
    return MilestoneState(
        milestone=milestone,
        light=worst(tuple(state.light for state in gating)),
        earliest_slip=max((state.days_late for state in red), default=0),
        blocked_by=tuple(state.id for state in red),
        waits_for=tuple(state.id for state in gating if state.open),
    )


def _with_earlier(name: str, after: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The milestone and all that it comes after; ends on circles too."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(after.get(current, ()))
    return frozenset(found)
