"""Open deals to talk about: scores apart, what is unknown, what is late (DOCUMENTS.md, the digest)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.commitments import Standing
from generator.insights.intel import intel_coverage
from generator.insights.portfolio.follow_up import open_steps
from generator.insights.portfolio.prerequisites import NotedRequirement
from generator.insights.portfolio.promises import NotedPromise
from generator.insights.portfolio.scored_deals import NotedScores
from generator.insights.win_scores import WinAssessment
from generator.notes.codes import OutcomeStatus
from generator.notes.model import Engagement, NextStep
from generator.states import Light

LATE = frozenset({Standing.OVERDUE, Standing.WAITING_LATE})


@dataclass(frozen=True, slots=True)
class FocusDeal:
    """One open deal. unknown holds keys of required intelligence, None without the block.

    late_promises are overdue or wait for a condition that is late; late_steps are open and past due; the latest first.
    """

    engagement: Engagement
    scores: WinAssessment
    unknown: tuple[str, ...] | None
    late_promises: tuple[NotedPromise, ...]
    red_requirements: tuple[NotedRequirement, ...]
    late_steps: tuple[NextStep, ...]

    @property
    def late(self) -> int:
        """How many things are late."""
        return len(self.late_promises) + len(self.red_requirements) + len(self.late_steps)

    @property
    def has_reason(self) -> bool:
        return self.scores.diverges or bool(self.unknown) or self.late > 0


def focus_deals(
    scores: Iterable[NotedScores],
    promises: Iterable[NotedPromise],
    requirements: Iterable[NotedRequirement],
    *,
    day: date,
    required_intel: tuple[str, ...],
) -> tuple[FocusDeal, ...]:
    """Every open deal: the furthest divergence of 30 points or more first, then by what is late, then by id."""
    late_promises: dict[str, list[NotedPromise]] = defaultdict(list)
    for promise in promises:
        if promise.state.standing in LATE:
            late_promises[promise.engagement.id].append(promise)
    red: dict[str, list[NotedRequirement]] = defaultdict(list)
    for requirement in requirements:
        if requirement.state.light is Light.RED:
            red[requirement.engagement.id].append(requirement)
    found = (
        _deal(noted, late_promises, red, day, required_intel)
        for noted in scores
        if noted.engagement.outcome.status is OutcomeStatus.OPEN
    )
    return tuple(sorted(found, key=_order))


def diverging_deals(deals: Iterable[FocusDeal]) -> tuple[FocusDeal, ...]:
    """Those whose last two scores are 30 points or more apart: the conversation is the value."""
    return tuple(deal for deal in deals if deal.scores.diverges)


def _deal(
    noted: NotedScores,
    late_promises: dict[str, list[NotedPromise]],
    red: dict[str, list[NotedRequirement]],
    day: date,
    required_intel: tuple[str, ...],
) -> FocusDeal:
    engagement = noted.engagement
    coverage = intel_coverage(engagement, required_intel)
    promises = late_promises.get(engagement.id, [])
    requirements = red.get(engagement.id, [])
    return FocusDeal(
        engagement=engagement,
        scores=noted.assessment,
        unknown=coverage.unknown_now if coverage is not None else None,
        late_promises=tuple(sorted(promises, key=lambda row: (-row.state.days_late, *row.order))),
        red_requirements=tuple(sorted(requirements, key=lambda row: (-row.state.days_late, *row.order))),
        late_steps=tuple(step for step in open_steps(engagement) if step.due < day),
    )


def _order(deal: FocusDeal) -> tuple[object, ...]:
    divergence = deal.scores.divergence if deal.scores.diverges else None
    return -(divergence or 0), -deal.late, deal.engagement.id
