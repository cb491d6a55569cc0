"""Landing requirements of all notes that are red or amber, and the dates they move (INSIGHTS.md, section 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.portfolio.promises import LIVE
from generator.insights.portfolio.references import item_order, reference
from generator.insights.portfolio.small_numbers import Rate, rate
from generator.insights.requirements import (
    MilestoneState,
    RequirementState,
    milestones_held_by,
    requirement_states,
)
from generator.notes.codes import OutcomeStatus, RequirementStatus
from generator.notes.model import Engagement, Milestone
from generator.states import Light

READY = frozenset({RequirementStatus.CONFIRMED, RequirementStatus.DONE})


@dataclass(frozen=True, slots=True)
class NotedRequirement:
    """milestone is the one that it blocks; None where it names none."""

    engagement: Engagement
    state: RequirementState
    milestone: Milestone | None

    @property
    def name(self) -> str:
        return reference(self.engagement, self.state.id)

    @property
    def order(self) -> tuple[object, ...]:
        return item_order(self.engagement, self.state.id)


@dataclass(frozen=True, slots=True)
class Slip:
    """A milestone that red items move by at least `state.earliest_slip` days."""

    engagement: Engagement
    state: MilestoneState


@dataclass(frozen=True, slots=True)
class Prerequisites:
    """Of engagements open or won. red and amber by the start of the milestone, then by the day needed.

    slips are the longest first. ready_before_signature is over engagements not decided yet and without dropped items:
    how many are confirmed or done. The note does not say when an item was confirmed, so once a deal is won nothing
    can be said of the time before.
    """

    red: tuple[NotedRequirement, ...]
    amber: tuple[NotedRequirement, ...]
    slips: tuple[Slip, ...]
    ready_before_signature: Rate


def noted_requirements(engagements: Iterable[Engagement], day: date) -> tuple[NotedRequirement, ...]:
    """Of engagements open or won, in the order of the engagements and of their notes."""
    found = []
    for engagement in engagements:
        if engagement.landing_requirements and engagement.outcome.status in LIVE:
            milestones = {milestone.id: milestone for milestone in engagement.milestones}
            for state in requirement_states(engagement, day):
                blocked = milestones.get(state.requirement.blocks or "")
                found.append(NotedRequirement(engagement, state, blocked))
    return tuple(found)


def prerequisites(noted: tuple[NotedRequirement, ...]) -> Prerequisites:
    undecided = tuple(
        item
        for item in noted
        if item.engagement.outcome.status is OutcomeStatus.OPEN
        and item.state.requirement.status is not RequirementStatus.DROPPED
    )
    ready = (item.name for item in undecided if item.state.requirement.status in READY)
    return Prerequisites(
        red=_with_light(noted, Light.RED),
        amber=_with_light(noted, Light.AMBER),
        slips=_slips(noted),
        ready_before_signature=rate(ready, len(undecided)),
    )


def _with_light(noted: tuple[NotedRequirement, ...], light: Light) -> tuple[NotedRequirement, ...]:
    return tuple(sorted((item for item in noted if item.state.light is light), key=_order))


def _order(item: NotedRequirement) -> tuple[object, ...]:
    start = item.milestone.start if item.milestone is not None else date.max
    needed_by = item.state.requirement.needed_by or date.max
    return start, needed_by, *item.order


def _slips(noted: tuple[NotedRequirement, ...]) -> tuple[Slip, ...]:
    """Only what is red and late moves a milestone."""
    late = {item.engagement.id for item in noted if item.state.light is Light.RED and item.state.days_late}
    held: dict[str, list[NotedRequirement]] = defaultdict(list)
    for item in noted:
        if item.engagement.id in late:
            held[item.engagement.id].append(item)
    slips = (
        Slip(items[0].engagement, state)
        for items in held.values()
        for state in milestones_held_by(items[0].engagement, tuple(item.state for item in items))
        if state.earliest_slip > 0
    )
    return tuple(sorted(slips, key=_longest_first))


def _longest_first(slip: Slip) -> tuple[object, ...]:
    return -slip.state.earliest_slip, slip.state.milestone.start, slip.engagement.id, slip.state.milestone.id
