"""Both sides' chances to win, how far they are apart, and who was nearer (INSIGHTS.md, section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from generator.notes.codes import OutcomeStatus, ScoredBy, Stage
from generator.notes.model import Engagement, Outcome, WinScore

DIVERGES_FROM = 30


@dataclass(frozen=True, slots=True)
class ScoringRule:
    """Which scores count: of this stage, so many days before the decision, the two sides' so many days apart."""

    stage: Stage = Stage.SOLUTION_EVALUATION
    min_days_before: int = 7
    pair_within_days: int = 14


class Nearer(StrEnum):
    """Whose last score was nearer to how it ended."""

    PRESALES = "presales"
    SALES = "sales"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class SideScores:
    """first and last by day, then by place in the note. counting is the first that the scoring rule takes."""

    side: ScoredBy
    first: WinScore | None
    last: WinScore | None
    counting: WinScore | None


@dataclass(frozen=True, slots=True)
class WinAssessment:
    """divergence is in points between the last scores of presales and sales, None unless both scored.

    paired says whether both sides have a counting score and these are close enough in time to be compared. nearer
    is None until won, lost or without decision, and where a side has no score.
    """

    presales: SideScores
    sales: SideScores
    consensus: SideScores
    paired: bool
    divergence: int | None
    nearer: Nearer | None

    @property
    def diverges(self) -> bool:
        return self.divergence is not None and self.divergence >= DIVERGES_FROM


# What the last score is held against; an engagement that we withdrew from says nothing.
_CHANCE_AFTERWARDS = {OutcomeStatus.WON: 100, OutcomeStatus.LOST: 0, OutcomeStatus.NO_DECISION: 0}


def win_assessment(engagement: Engagement, rule: ScoringRule) -> WinAssessment:
    """As of the day that the engagement is as of."""
    presales, sales, consensus = (_side(engagement, side, rule) for side in ScoredBy)
    return WinAssessment(
        presales=presales,
        sales=sales,
        consensus=consensus,
        paired=_is_paired(presales.counting, sales.counting, rule),
        divergence=abs(presales.last.p - sales.last.p) if presales.last and sales.last else None,
        nearer=_nearer(presales.last, sales.last, engagement.outcome),
    )


def _side(engagement: Engagement, side: ScoredBy, rule: ScoringRule) -> SideScores:
    scores = sorted((score for score in engagement.win_scores if score.by is side), key=lambda s: s.on)
    counting = (score for score in scores if _counts(score, engagement.outcome, rule))
    return SideScores(
        side=side,
        first=scores[0] if scores else None,
        last=scores[-1] if scores else None,
        counting=next(counting, None),
    )


def _counts(score: WinScore, outcome: Outcome, rule: ScoringRule) -> bool:
    """A score without a stage is one of the stage at which scores count (NOTE.md, `win_scores.at`)."""
    if (score.at or rule.stage) is not rule.stage:
        return False
    decided_on = outcome.decided_on
    return decided_on is None or score.on <= decided_on - timedelta(days=rule.min_days_before)


def _is_paired(presales: WinScore | None, sales: WinScore | None, rule: ScoringRule) -> bool:
    if presales is None or sales is None:
        return False
    return abs((presales.on - sales.on).days) <= rule.pair_within_days


def _nearer(presales: WinScore | None, sales: WinScore | None, outcome: Outcome) -> Nearer | None:
    chance = _CHANCE_AFTERWARDS.get(outcome.status)
    if chance is None or presales is None or sales is None:
        return None
    off_presales, off_sales = abs(presales.p - chance), abs(sales.p - chance)
    if off_presales == off_sales:
        return Nearer.EQUAL
    return Nearer.PRESALES if off_presales < off_sales else Nearer.SALES
