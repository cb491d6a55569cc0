"""Risks and prerequisites that engagements like this one met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.portfolio.small_numbers import Rate, rate
from generator.insights.preparation.history import LIVE, PastRequirement
from generator.insights.requirements import requirement_states
from generator.insights.risks import RiskState, risk_states
from generator.notes.codes import RequirementStatus, RiskCategory
from generator.notes.model import Engagement
from generator.states import Light


@dataclass(frozen=True, slots=True)
class PastRisk:
    engagement: Engagement
    state: RiskState


@dataclass(frozen=True, slots=True)
class RiskKind:
    """met counts engagements, out of those that record risks at all; worst is the one to tell first."""

    category: RiskCategory
    met: Rate
    worst: PastRisk


def risk_kinds(engagements: Iterable[Engagement]) -> tuple[RiskKind, ...]:
    """Most often met first, then the worst example."""
    known = tuple(engagement for engagement in engagements if engagement.risks)
    kinds: dict[RiskCategory, list[PastRisk]] = defaultdict(list)
    for engagement in known:
        for state in risk_states(engagement):
            kinds[state.risk.category].append(PastRisk(engagement, state))
    rows = (
        RiskKind(
            category=category,
            met=rate({row.engagement.id for row in found}, len(known)),
            worst=min(found, key=_worst_first),
        )
        for category, found in kinds.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.met.k, *_worst_first(row.worst))))


def _worst_first(row: PastRisk) -> tuple[object, ...]:
    """What happened comes before what might have."""
    state = row.state
    happened = state.risk.happened_on is not None
    return not happened, state.colour.rank, -row.engagement.date.toordinal(), row.engagement.id, state.id


def high_risks(engagement: Engagement) -> tuple[RiskState, ...]:
    """Those of the deal itself that are open and red or orange, worst first."""
    high = {Light.RED, Light.ORANGE}
    return tuple(state for state in risk_states(engagement) if state.open and state.current_colour in high)


def needed_before(engagements: Iterable[Engagement], day: date) -> tuple[PastRequirement, ...]:
    """What had to be ready: one an engagement, what was late or blocked before what went well."""
    rows = (
        PastRequirement(engagement, state)
        for engagement in engagements
        for state in requirement_states(engagement, day)
        if state.requirement.status is not RequirementStatus.DROPPED
    )
    first: dict[str, PastRequirement] = {}
    for row in sorted(rows, key=_trouble_first):
        first.setdefault(row.engagement.id, row)
    return tuple(first.values())


def _trouble_first(row: PastRequirement) -> tuple[object, ...]:
    """In a deal that is over nothing waits any more: there only what was blocked is trouble."""
    state, engagement = row.state, row.engagement
    blocked = state.requirement.status is RequirementStatus.BLOCKED
    late = state.days_late if engagement.outcome.status in LIVE else 0
    in_trouble = blocked or late > 0
    return not in_trouble, -late, -engagement.date.toordinal(), engagement.id, state.id
