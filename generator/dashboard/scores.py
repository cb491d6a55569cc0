"""Calibration and open deals as data."""

from __future__ import annotations

from generator.dashboard.deals import CalibrationData, ComparisonData, FocusData, SideData, UnscoredData
from generator.dashboard.naming import Naming
from generator.insights.portfolio.calibration import Calibration, Comparison, Summary, Track
from generator.insights.portfolio.focus import FocusDeal
from generator.insights.win_scores import SideScores
from generator.notes.codes import IntelName


def calibration_of(names: Naming, found: Calibration) -> CalibrationData:
    """Measures are over all pairs; claims are not data: they stand on fixed looks and are worded in the digest."""
    summary, coverage = found.summary, found.coverage
    return CalibrationData(
        statement=found.statement,
        pairs=summary.n if summary else len(found.deals),
        on_trial=found.on_trial,
        next_look=found.next_look,
        presales=_side(summary, summary.presales) if summary else None,
        sales=_side(summary, summary.sales) if summary else None,
        average=_side(summary, summary.average) if summary else None,
        comparison=_comparison(found.comparison) if found.comparison else None,
        proven=names.rate(found.proven),
        closed=len(coverage.closed),
        unscored=tuple(UnscoredData(names.of(name), reason) for name, reason in coverage.unscored),
        open=len(coverage.open),
        open_long=len(coverage.open_long),
    )


def _side(summary: Summary, track: Track) -> SideData:
    quality = track.quality
    interval = quality.bias_interval
    return SideData(
        n=summary.n,
        mean_y=summary.mean_y,
        bias=quality.bias,
        bias_low=interval.low if interval else None,
        bias_high=interval.high if interval else None,
        brier=quality.brier,
        unc=summary.uncertainty,
        skill=quality.skill,
    )


def _comparison(found: Comparison) -> ComparisonData:
    return ComparisonData(
        n=found.n,
        d_mean=found.d_mean,
        low=found.interval.low if found.interval else None,
        high=found.interval.high if found.interval else None,
        p_value=found.chance,
    )


def focus_of(names: Naming, deal: FocusDeal) -> FocusData:
    scores = deal.scores
    return FocusData(
        id=names.of(deal.engagement.id),
        presales=_chance(scores.presales),
        sales=_chance(scores.sales),
        divergence=scores.divergence,
        presales_basis=scores.presales.last.basis if scores.presales.last else None,
        sales_basis=scores.sales.last.basis if scores.sales.last else None,
        unknown=None if deal.unknown is None else items_of(deal.unknown),
        late_promises=names.all(row.name for row in deal.late_promises),
        red_requirements=names.all(row.name for row in deal.red_requirements),
        late_steps=len(deal.late_steps),
    )


def _chance(side: SideScores) -> int | None:
    return side.last.p if side.last else None


def items_of(keys: tuple[str, ...]) -> tuple[IntelName, ...]:
    """The items of intelligence that keys name, in the order of the keys."""
    by_key = {str(item): item for item in IntelName}
    return tuple(by_key[key] for key in keys)
