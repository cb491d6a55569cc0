"""What customers say decided, what we read, and what the technical result had to do with it (INSIGHTS.md, section 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.portfolio.small_numbers import Rate, rate, sort_ids
from generator.insights.portfolio.windows import Window
from generator.notes.codes import OutcomeStatus, ReasonCategory, ReasonSource, TechnicalResult
from generator.notes.model import Engagement

COMPARED_OUTCOMES = (OutcomeStatus.WON, OutcomeStatus.LOST, OutcomeStatus.NO_DECISION)


@dataclass(frozen=True, slots=True)
class ReasonGap:
    """A lost deal whose stated reason is another than the one we read."""

    engagement: Engagement
    stated: ReasonCategory
    read: ReasonCategory


@dataclass(frozen=True, slots=True)
class LossReasons:
    """Over deals lost in the window. differ leaves out those where one reason is missing or unknown.

    from_buyer leaves out those whose source is missing. gaps are the newest decision first.
    """

    lost: tuple[str, ...]
    differ: Rate
    from_buyer: Rate
    gaps: tuple[ReasonGap, ...]


@dataclass(frozen=True, slots=True)
class ResultCell:
    """Deals that ended so commercially and so technically, None where the technical result is not recorded."""

    outcome: OutcomeStatus
    technical: TechnicalResult | None
    ids: tuple[str, ...]


def loss_reasons(engagements: Iterable[Engagement], window: Window) -> LossReasons:
    lost = tuple(
        engagement
        for engagement in engagements
        if engagement.outcome.status is OutcomeStatus.LOST and window.holds(engagement.outcome.decided_on)
    )
    pairs = tuple(ReasonGap(engagement, *pair) for engagement in lost if (pair := _categories(engagement)))
    gaps = tuple(pair for pair in pairs if pair.stated is not pair.read)
    compared = {pair.engagement.id for pair in pairs}
    sources = {engagement.id: _source(engagement) for engagement in lost}
    return LossReasons(
        lost=sort_ids(engagement.id for engagement in lost),
        differ=rate(
            (gap.engagement.id for gap in gaps),
            len(pairs),
            (engagement.id for engagement in lost if engagement.id not in compared),
        ),
        from_buyer=rate(
            (name for name, source in sources.items() if source is ReasonSource.BUYER),
            sum(source is not None for source in sources.values()),
            (name for name, source in sources.items() if source is None),
        ),
        gaps=tuple(sorted(gaps, key=_newest_decision_first)),
    )


def result_table(engagements: Iterable[Engagement], window: Window) -> tuple[ResultCell, ...]:
    """Deals decided in the window: every cell of won, lost and no decision against the technical results."""
    ids: dict[tuple[OutcomeStatus, TechnicalResult | None], list[str]] = defaultdict(list)
    for engagement in engagements:
        outcome = engagement.outcome
        if window.holds(outcome.decided_on):
            ids[outcome.status, outcome.technical_result].append(engagement.id)
    return tuple(
        ResultCell(status, technical, sort_ids(ids.get((status, technical), ())))
        for status in COMPARED_OUTCOMES
        for technical in (*TechnicalResult, None)
    )


def _categories(engagement: Engagement) -> tuple[ReasonCategory, ReasonCategory] | None:
    stated, read = engagement.outcome.stated_reason, engagement.outcome.our_read
    if stated is None or read is None or stated.category is None or read.category is None:
        return None
    pair = stated.category, read.category
    return None if ReasonCategory.UNKNOWN in pair else pair


def _source(engagement: Engagement) -> ReasonSource | None:
    stated = engagement.outcome.stated_reason
    return stated.source if stated is not None else None


def _newest_decision_first(gap: ReasonGap) -> tuple[object, ...]:
    decided_on = gap.engagement.outcome.decided_on
    return -(decided_on.toordinal() if decided_on is not None else 0), gap.engagement.id
