"""Section 9: whether presales scores add anything, and when it is too early to tell."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.calibration import (
    COMPARED_FROM,
    MEASURED_FROM,
    Calibration,
    Statement,
    Summary,
    Track,
)
from generator.insights.portfolio.scored_deals import ScoredDeal, UnscoredReason
from generator.insights.portfolio.small_numbers import Interval
from generator.views.digest.charts import SCORES, score_chart
from generator.views.digest.focus import Focus, build_focus
from generator.views.digest.listing import Listing, listing
from generator.views.digest.rates import bare_rate, percent, signed
from generator.views.digest.subject import DigestSubject

MOST_DEALS = 9


@dataclass(frozen=True, slots=True)
class TrackLine:
    """Of one forecaster: mean chance, its distance to the win rate, squared error, and against quoting that rate."""

    side: str
    mean: str
    bias: str
    brier: str
    skill: str


@dataclass(frozen=True, slots=True)
class ScoredLine:
    deal: str
    presales: str
    sales: str
    outcome: str


@dataclass(frozen=True, slots=True)
class WinSection:
    """trial says that scores decide nothing yet; statement what so many pairs can carry; base the win rate."""

    trial: str
    focus: Focus
    statement: str
    base: str
    tracks: tuple[TrackLine, ...]
    comparison: str
    chart: str
    chart_says: str
    deals: Listing[ScoredLine]
    coverage: str


def build_win(subject: DigestSubject) -> WinSection:
    w, found = subject.wording, subject.figures.calibration
    summary = found.look.summary if found.look else found.summary
    drawn = score_chart(subject)
    return WinSection(
        trial=w("digest.trial", n=subject.facts.rules.scores_on_trial_until) if found.on_trial else "",
        focus=build_focus(subject),
        statement=_statement(subject, found),
        base=_base(subject, summary) if summary else "",
        tracks=_tracks(subject, summary) if summary else (),
        comparison=_comparison(subject, found),
        chart=subject.charts.get(SCORES, ""),
        chart_says=drawn.summary if drawn else "",
        deals=listing(
            w,
            found.deals if found.statement is Statement.TABLE_ONLY else (),
            MOST_DEALS,
            lambda deal: _deal(subject, deal),
        ),
        coverage=_coverage(subject, found),
    )


def _statement(subject: DigestSubject, found: Calibration) -> str:
    """What may be said, and from how many pairs on more may be said."""
    w, n = subject.wording, pairs_of(found)
    match found.statement:
        case Statement.TABLE_ONLY:
            return w("digest.score.table_only", n=n, needed=MEASURED_FROM)
        case Statement.CANNOT_TELL_YET:
            return w("digest.score.cannot_tell_yet", n=n, needed=COMPARED_FROM)
        case Statement.COMPARISON | Statement.DECOMPOSITION:
            return _claim(subject, found)


def pairs_of(found: Calibration) -> int:
    """Also where no deal may be named."""
    return found.summary.n if found.summary else len(found.deals)


def _claim(subject: DigestSubject, found: Calibration) -> str:
    w = subject.wording
    if found.look is None:  # from 30 pairs on there is one
        return ""
    sides = w.join(w.within(side) for side in found.look.over_confident)
    better = found.look.comparison.better
    n = found.look.summary.n
    return w.clauses(
        (
            w("digest.score.over_confident", sides=sides, n=n) if sides else w("digest.score.no_bias", n=n),
            w("digest.score.better", side=w.within(better), n=n)
            if better
            else w("digest.score.no_better", n=n),
            w("digest.score.next_look", n=found.next_look),
        )
    )


def _base(subject: DigestSubject, summary: Summary) -> str:
    w = subject.wording
    uncertainty = f"{summary.uncertainty:.3f}" if summary.uncertainty is not None else "—"
    return w("digest.score.base", won=percent(summary.mean_y), uncertainty=uncertainty)


def _tracks(subject: DigestSubject, summary: Summary) -> tuple[TrackLine, ...]:
    return tuple(_track(subject, track) for track in (summary.presales, summary.sales, summary.average))


def _track(subject: DigestSubject, track: Track) -> TrackLine:
    w, quality = subject.wording, track.quality
    return TrackLine(
        side=w(f"digest.side.{track.forecaster}"),
        mean=percent(quality.mean_p),
        bias=w.bracketed(signed(quality.bias * 100), _points(quality.bias_interval)),
        brier=w.bracketed(f"{quality.brier:.3f}", _decimals(quality.brier_interval)),
        skill=signed(quality.skill, 2) if quality.skill is not None else "—",
    )


def _points(interval: Interval | None) -> str:
    """From a share to points, with signs on both ends."""
    return f"{signed(interval.low * 100)} … {signed(interval.high * 100)}" if interval else ""


def _decimals(interval: Interval | None) -> str:
    return f"{interval.low:.2f} … {interval.high:.2f}".replace("-", "−") if interval else ""


def _comparison(subject: DigestSubject, found: Calibration) -> str:
    """From the first look on: before, any difference would be read as more than it is."""
    w, comparison = subject.wording, found.comparison
    if comparison is None or found.look is None:
        return ""
    return w(
        "digest.score.comparison",
        d=signed(comparison.d_mean, 3),
        interval=_decimals(comparison.interval),
        chance=f"{comparison.chance:.2f}",
        n=comparison.n,
    )


def _deal(subject: DigestSubject, deal: ScoredDeal) -> ScoredLine:
    return ScoredLine(
        deal=subject.cases.of(deal.engagement),
        presales=f"{deal.presales}%",
        sales=f"{deal.sales}%",
        outcome=subject.wording.code(deal.engagement.outcome.status),
    )


def _coverage(subject: DigestSubject, found: Calibration) -> str:
    w, coverage = subject.wording, found.coverage
    reasons = [reason for _, reason in coverage.unscored]
    missing = w.join(
        w.labelled(w(f"digest.unscored.{reason}"), str(reasons.count(reason)))
        for reason in UnscoredReason
        if reason in reasons
    )
    closed, pairs = len(coverage.closed), pairs_of(found)
    proven = (
        w("digest.score.proven", rate=bare_rate(w, found.proven))
        if found.proven.n
        else w("digest.score.no_history")
    )
    return w.clauses(
        (
            w.bracketed(w("digest.score.coverage", k=pairs, n=closed), missing),
            w("digest.score.open", n=len(coverage.open), long=len(coverage.open_long)),
            proven,
        )
    )
