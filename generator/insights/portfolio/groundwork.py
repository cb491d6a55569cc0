"""Who was answered, how deep needs were dug, what is claimed without evidence (INSIGHTS.md, section 9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.claims import ClaimState, claim_states
from generator.insights.corners import CornerCoverage, corner_coverage
from generator.insights.needs import need_depth
from generator.insights.portfolio.references import item_order, reference
from generator.insights.portfolio.small_numbers import sort_ids
from generator.insights.value_case import ValueCase, value_case
from generator.notes.codes import Corner, OutcomeStatus
from generator.notes.model import Engagement

DEPTHS = (0, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class NotedCorners:
    engagement: Engagement
    coverage: CornerCoverage

    @property
    def unanswered(self) -> tuple[Corner, ...]:
        return tuple(state.corner for state in self.coverage.corners if not state.answered)


@dataclass(frozen=True, slots=True)
class NotedClaim:
    engagement: Engagement
    state: ClaimState

    @property
    def name(self) -> str:
        return reference(self.engagement, self.state.id)


@dataclass(frozen=True, slots=True)
class NotedValueCase:
    engagement: Engagement
    case: ValueCase


def open_deals(engagements: Iterable[Engagement]) -> tuple[Engagement, ...]:
    return tuple(engagement for engagement in engagements if engagement.outcome.status is OutcomeStatus.OPEN)


def corners_of_open_deals(engagements: Iterable[Engagement]) -> tuple[NotedCorners, ...]:
    """Deals that name people; the most corners without an answer first."""
    noted = (
        NotedCorners(engagement, corner_coverage(engagement))
        for engagement in open_deals(engagements)
        if engagement.stakeholders
    )
    return tuple(sorted(noted, key=lambda row: (-len(row.unanswered), row.engagement.id)))


def need_depths(engagements: Iterable[Engagement]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Ids of the engagements at each depth from 0 to 3: a distribution, of which no average is made."""
    deepest = [(need_depth(engagement), engagement.id) for engagement in engagements]
    return tuple((depth, sort_ids(name for found, name in deepest if found == depth)) for depth in DEPTHS)


def unsupported_claims(engagements: Iterable[Engagement]) -> tuple[NotedClaim, ...]:
    """Of open deals: elsewhere it is too late to prove anything or to stop claiming it."""
    claims = (
        NotedClaim(engagement, state)
        for engagement in open_deals(engagements)
        if engagement.fit
        for state in claim_states(engagement)
        if state.unsupported
    )
    return tuple(sorted(claims, key=lambda claim: item_order(claim.engagement, claim.state.id)))


def value_cases(engagements: Iterable[Engagement]) -> tuple[NotedValueCase, ...]:
    """Of the engagements that have one, by id."""
    cases = ((engagement, value_case(engagement)) for engagement in engagements)
    noted = (NotedValueCase(engagement, case) for engagement, case in cases if case is not None)
    return tuple(sorted(noted, key=lambda row: row.engagement.id))
