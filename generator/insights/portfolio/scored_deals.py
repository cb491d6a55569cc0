"""Which deals have two scores that may be held against their outcome (INSIGHTS.md, section 6, "Data rules")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from generator.insights.portfolio.forecasts import Forecast
from generator.insights.portfolio.small_numbers import Rate, rate
from generator.insights.win_scores import ScoringRule, WinAssessment, win_assessment
from generator.notes.codes import OutcomeStatus, ScoredBy
from generator.notes.model import Engagement

# Whether history shows that the score of a side was written down before the outcome; None without history.
Proofs = Mapping[tuple[str, ScoredBy], bool | None]

SIDES = (ScoredBy.PRESALES, ScoredBy.SALES)
DECIDED = frozenset({OutcomeStatus.WON, OutcomeStatus.LOST, OutcomeStatus.NO_DECISION})


@dataclass(frozen=True, slots=True)
class NotedScores:
    engagement: Engagement
    assessment: WinAssessment


@dataclass(frozen=True, slots=True)
class ScoredDeal:
    """Chances in percent; proven is None where there is no history."""

    engagement: Engagement
    presales: int
    sales: int
    won: bool
    proven: bool | None

    @property
    def difference(self) -> int:
        """Of the squared errors, in ten-thousandths: below 0 where presales was nearer."""
        return (self.presales - 100 * self.won) ** 2 - (self.sales - 100 * self.won) ** 2

    def forecast(self, chance: float) -> Forecast:
        """chance is in percent."""
        return Forecast(self.engagement.id, chance / 100, self.won)


class UnscoredReason(StrEnum):
    """Why a closed deal is not compared."""

    NOT_SCORED = "not_scored"
    ONE_SIDE_ONLY = "one_side_only"
    OUTSIDE_RULES = "outside_rules"
    TOO_FAR_APART = "too_far_apart"
    NOT_PROVEN_EARLY = "not_proven_early"


@dataclass(frozen=True, slots=True)
class Coverage:
    """closed, unscored and open name deals, by id; unscored holds the closed ones that are not compared.

    open_long are the open ones older than twice the median cycle of closed deals: slow losers hide there.
    median_cycle is in days, None while nothing is closed. Deals that we withdrew from are in none of these.
    """

    closed: tuple[str, ...]
    unscored: tuple[tuple[str, UnscoredReason], ...]
    open: tuple[str, ...]
    open_long: tuple[str, ...]
    median_cycle: float | None


@dataclass(frozen=True, slots=True)
class ScoredDeals:
    """deals by day of the decision and id; withdrawn likewise, as if lost. proven is over the deals with history."""

    deals: tuple[ScoredDeal, ...]
    withdrawn: tuple[ScoredDeal, ...]
    proven: Rate
    coverage: Coverage


def noted_scores(engagements: Iterable[Engagement], rule: ScoringRule) -> tuple[NotedScores, ...]:
    """Every engagement, in the order given."""
    return tuple(NotedScores(engagement, win_assessment(engagement, rule)) for engagement in engagements)


def scored_deals(
    noted: tuple[NotedScores, ...], day: date, proofs: Proofs, *, require_proof: bool = False
) -> ScoredDeals:
    """With require_proof, deals whose order history does not prove are not compared."""
    closed = tuple(scores for scores in noted if scores.engagement.outcome.status in DECIDED)
    withdrawn = (scores for scores in noted if scores.engagement.outcome.status is OutcomeStatus.WITHDRAWN)
    judged = tuple(_judged(scores, proofs, require_proof=require_proof) for scores in closed)
    deals = _by_decision(deal for deal in judged if isinstance(deal, ScoredDeal))
    unscored = (
        (scores.engagement.id, reason)
        for scores, reason in zip(closed, judged, strict=True)
        if isinstance(reason, UnscoredReason)
    )
    known = tuple(deal for deal in deals if deal.proven is not None)
    return ScoredDeals(
        deals=deals,
        withdrawn=_by_decision(
            deal
            for scores in withdrawn
            if isinstance(deal := _judged(scores, proofs, require_proof=require_proof), ScoredDeal)
        ),
        proven=rate(
            (deal.engagement.id for deal in known if deal.proven),
            len(known),
            (deal.engagement.id for deal in deals if deal.proven is None),
        ),
        coverage=_coverage(noted, closed, tuple(sorted(unscored)), day),
    )


def _judged(scores: NotedScores, proofs: Proofs, *, require_proof: bool) -> ScoredDeal | UnscoredReason:
    engagement, assessment = scores.engagement, scores.assessment
    presales, sales = assessment.presales.counting, assessment.sales.counting
    if presales is None or sales is None:
        return _why_not_counting(assessment)
    if not assessment.paired:
        return UnscoredReason.TOO_FAR_APART
    proven = _proven(engagement.id, proofs)
    if require_proof and not proven:
        return UnscoredReason.NOT_PROVEN_EARLY
    won = engagement.outcome.status is OutcomeStatus.WON
    return ScoredDeal(engagement, presales.p, sales.p, won, proven)


def _why_not_counting(assessment: WinAssessment) -> UnscoredReason:
    sides_that_scored = [side.first is not None for side in (assessment.presales, assessment.sales)]
    if not any(sides_that_scored):
        return UnscoredReason.NOT_SCORED
    return UnscoredReason.OUTSIDE_RULES if all(sides_that_scored) else UnscoredReason.ONE_SIDE_ONLY


def _proven(name: str, proofs: Proofs) -> bool | None:
    """Both sides' scores; one that is disproved settles it."""
    found = [proofs.get((name, side)) for side in SIDES]
    if False in found:
        return False
    return None if None in found else True


def _by_decision(deals: Iterable[ScoredDeal]) -> tuple[ScoredDeal, ...]:
    return tuple(
        sorted(deals, key=lambda deal: (deal.engagement.outcome.decided_on or date.max, deal.engagement.id))
    )


def _coverage(
    noted: tuple[NotedScores, ...],
    closed: tuple[NotedScores, ...],
    unscored: tuple[tuple[str, UnscoredReason], ...],
    day: date,
) -> Coverage:
    cycles = [
        (scores.engagement.outcome.decided_on - scores.engagement.date).days
        for scores in closed
        if scores.engagement.outcome.decided_on is not None
    ]
    median_cycle = median(cycles) if cycles else None
    still_open = tuple(
        scores.engagement for scores in noted if scores.engagement.outcome.status is OutcomeStatus.OPEN
    )
    return Coverage(
        closed=tuple(sorted(scores.engagement.id for scores in closed)),
        unscored=unscored,
        open=tuple(sorted(engagement.id for engagement in still_open)),
        open_long=tuple(
            sorted(
                engagement.id
                for engagement in still_open
                if median_cycle is not None and (day - engagement.date).days > 2 * median_cycle
            )
        ),
        median_cycle=median_cycle,
    )
