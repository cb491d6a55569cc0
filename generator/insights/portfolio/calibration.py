"""Do presales scores add anything? (INSIGHTS.md, section 6)"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from generator.insights.portfolio.forecasts import (
    Decomposition,
    ForecastQuality,
    ReliabilityLevel,
    decomposition,
    fair_uncertainty,
    forecast_quality,
    mean,
    reliability_levels,
)
from generator.insights.portfolio.looks import last_look, next_look
from generator.insights.portfolio.resampling import bootstrap_interval, sign_flip_chance
from generator.insights.portfolio.scored_deals import Coverage, ScoredDeal, ScoredDeals
from generator.insights.portfolio.small_numbers import Interval, Rate
from generator.notes.codes import Priority, ScoredBy

MEASURED_FROM = 10
COMPARED_FROM = 30
SPLIT_FROM = 100
SHOWN_FROM_CHANCE = 0.05
# Squared errors of chances in percent are in ten-thousandths.
UNIT = 10_000


class Statement(StrEnum):
    """What so many closed pairs can carry."""

    TABLE_ONLY = "table_only"
    CANNOT_TELL_YET = "cannot_tell_yet"
    COMPARISON = "comparison"
    DECOMPOSITION = "decomposition"


class Forecaster(StrEnum):
    """Whose chances are judged; the third costs nothing and is often robust."""

    PRESALES = "presales"
    SALES = "sales"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True)
class Track:
    """One forecaster over the deals of a summary. levels need 30 deals, split needs 100; else empty and None."""

    forecaster: Forecaster
    quality: ForecastQuality
    levels: tuple[ReliabilityLevel, ...]
    split: Decomposition | None


@dataclass(frozen=True, slots=True)
class Summary:
    """mean_y is the win rate, uncertainty what always quoting the true one would score (UNC')."""

    n: int
    mean_y: float
    uncertainty: float | None
    presales: Track
    sales: Track
    average: Track


@dataclass(frozen=True, slots=True)
class Comparison:
    """d_mean is below 0 where presales was nearer; chance is that of the sign-flip test."""

    n: int
    d_mean: float
    chance: float
    interval: Interval | None

    @property
    def better(self) -> ScoredBy | None:
        """Only where the test says so."""
        if self.chance >= SHOWN_FROM_CHANCE:
            return None
        return ScoredBy.PRESALES if self.d_mean < 0 else ScoredBy.SALES


@dataclass(frozen=True, slots=True)
class Look:
    """The first so many deals decided: what may be claimed stands on these until the next look."""

    summary: Summary
    comparison: Comparison

    @property
    def over_confident(self) -> tuple[ScoredBy, ...]:
        """Sides whose mean chance is above the win rate by more than chance would have it."""
        tracks = ((ScoredBy.PRESALES, self.summary.presales), (ScoredBy.SALES, self.summary.sales))
        return tuple(
            side
            for side, track in tracks
            if track.quality.bias_interval is not None and track.quality.bias_interval.low > 0
        )


@dataclass(frozen=True, slots=True)
class PriorityGroup:
    """Deals of one priority, None for those without; summary is None below ten."""

    priority: Priority | None
    deals: tuple[ScoredDeal, ...]
    summary: Summary | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """deals are the closed ones with both scores, by day of the decision.

    summary and comparison are over all of them, None below ten; between 10 and 29 they are shown and claim nothing.
    look is None below 30; from there on comparison is the one of the look. with_withdrawn counts deals that we
    withdrew from as lost, None where there is none or the sum stays below ten. on_trial: scores decide nothing yet.
    """

    statement: Statement
    deals: tuple[ScoredDeal, ...]
    summary: Summary | None
    comparison: Comparison | None
    look: Look | None
    next_look: int
    on_trial: bool
    groups: tuple[PriorityGroup, ...]
    withdrawn: tuple[ScoredDeal, ...]
    with_withdrawn: Summary | None
    proven: Rate
    coverage: Coverage


def calibration(scored: ScoredDeals, *, on_trial_until: int = COMPARED_FROM) -> Calibration:
    deals = scored.deals
    look = _look(deals)
    withdrawn = (*deals, *scored.withdrawn) if scored.withdrawn else ()
    return Calibration(
        statement=statement_of(len(deals)),
        deals=deals,
        summary=_summary_if_enough(deals),
        comparison=look.comparison if look else _comparison_if_enough(deals),
        look=look,
        next_look=next_look(len(deals)),
        on_trial=len(deals) < on_trial_until,
        groups=_groups(deals),
        withdrawn=scored.withdrawn,
        with_withdrawn=_summary_if_enough(withdrawn),
        proven=scored.proven,
        coverage=scored.coverage,
    )


def statement_of(n: int) -> Statement:
    if n < MEASURED_FROM:
        return Statement.TABLE_ONLY
    if n < COMPARED_FROM:
        return Statement.CANNOT_TELL_YET
    return Statement.COMPARISON if n < SPLIT_FROM else Statement.DECOMPOSITION


def summary_of(deals: tuple[ScoredDeal, ...]) -> Summary:
    """Of at least one deal."""
    won = [deal.won for deal in deals]
    return Summary(
        n=len(deals),
        mean_y=mean(won),
        uncertainty=fair_uncertainty(won),
        presales=_track(Forecaster.PRESALES, deals),
        sales=_track(Forecaster.SALES, deals),
        average=_track(Forecaster.AVERAGE, deals),
    )


def compare(deals: tuple[ScoredDeal, ...]) -> Comparison:
    """Of at least one deal."""
    differences = [deal.difference for deal in deals]
    interval = bootstrap_interval(differences)
    return Comparison(
        n=len(deals),
        d_mean=sum(differences) / len(deals) / UNIT,
        chance=sign_flip_chance(differences),
        interval=Interval(interval.low / UNIT, interval.high / UNIT) if interval else None,
    )


def _track(forecaster: Forecaster, deals: tuple[ScoredDeal, ...]) -> Track:
    forecasts = [deal.forecast(_chance(forecaster, deal)) for deal in deals]
    return Track(
        forecaster=forecaster,
        quality=forecast_quality(forecasts),
        levels=reliability_levels(forecasts) if len(deals) >= COMPARED_FROM else (),
        split=decomposition(forecasts) if len(deals) >= SPLIT_FROM else None,
    )


def _chance(forecaster: Forecaster, deal: ScoredDeal) -> float:
    match forecaster:
        case Forecaster.PRESALES:
            return deal.presales
        case Forecaster.SALES:
            return deal.sales
        case Forecaster.AVERAGE:
            return (deal.presales + deal.sales) / 2
        case _:
            assert_never(forecaster)


def _summary_if_enough(deals: tuple[ScoredDeal, ...]) -> Summary | None:
    return summary_of(deals) if len(deals) >= MEASURED_FROM else None


def _comparison_if_enough(deals: tuple[ScoredDeal, ...]) -> Comparison | None:
    return compare(deals) if len(deals) >= MEASURED_FROM else None


def _look(deals: tuple[ScoredDeal, ...]) -> Look | None:
    n = last_look(len(deals))
    return None if n is None else Look(summary_of(deals[:n]), compare(deals[:n]))


def _groups(deals: tuple[ScoredDeal, ...]) -> tuple[PriorityGroup, ...]:
    """Groups that occur, in the order of the codes; none where all deals are in one."""
    found: dict[Priority | None, list[ScoredDeal]] = defaultdict(list)
    for deal in deals:
        found[deal.engagement.deal.priority if deal.engagement.deal else None].append(deal)
    if len(found) < 2:
        return ()
    return tuple(
        PriorityGroup(priority, tuple(found[priority]), _summary_if_enough(tuple(found[priority])))
        for priority in (*Priority, None)
        if priority in found
    )
