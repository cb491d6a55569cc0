"""The few figures of a digest: themes, promises, scores and gaps, each with a sentence that says what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from generator.figures import Figure
from generator.figures.charts import (
    Axis,
    BarChart,
    Interval,
    Point,
    PointSeries,
    ScatterChart,
    Series,
    StackedBarChart,
)
from generator.figures.numbers import NumberKind
from generator.insights.portfolio.calibration import Track
from generator.insights.portfolio.small_numbers import LISTED_BELOW
from generator.insights.portfolio.themes import ThemeRow
from generator.states import Light
from generator.views.digest.risks import RISK_MAP, risk_map
from generator.views.digest.subject import DigestSubject

THEMES, PROMISES, SCORES, GAPS = "themes", "promises", "scores", "gaps"
MOST_BARS = 4
# Fewer are read faster in a row or a table.
LEAST_THEMES, LEAST_GAPS = 2, 4


def theme_chart(subject: DigestSubject) -> BarChart | None:
    """Engagements by theme, with their intervals."""
    w, rows = subject.wording, subject.figures.to_change[:MOST_BARS]
    if len(rows) < LEAST_THEMES or rows[0].rate.n < LISTED_BELOW:
        return None
    counted = Series(
        w("digest.chart.months", n=subject.facts.rules.window_months),
        tuple(row.rate.k for row in rows),
        tuple(_counts(row) for row in rows),
    )
    return BarChart(
        categories=tuple(w("digest.chart.theme", theme=w.theme(row.theme), n=row.customers) for row in rows),
        series=(counted,),
        axis=Axis(w("digest.chart.engagements", n=rows[0].rate.n), low=0),
        category_word=w("digest.columns.theme"),
        summary=theme_sentence(subject),
    )


def _counts(row: ThemeRow) -> Interval:
    return Interval(row.rate.low * row.rate.n, row.rate.high * row.rate.n)


def theme_sentence(subject: DigestSubject) -> str:
    w, rows = subject.wording, subject.figures.to_change
    top = max(rows, key=lambda row: row.rate.k)
    return w("digest.chart.themes_say", theme=w.theme(top.theme), k=top.rate.k, n=top.rate.n)


def promise_chart(subject: DigestSubject) -> StackedBarChart | None:
    """What became of the promises that came due, in one bar: kept on time, or why not."""
    w, found = subject.wording, subject.figures.promises
    if found.kept_on_time.n < LISTED_BELOW:
        return None
    reasons = tuple(
        Series(w.within(row.reason) if row.reason else w("digest.no_reason"), (len(row.names),))
        for row in found.reasons
    )
    kept = Series(w("digest.kept.head"), (found.kept_on_time.k,), light=Light.GREEN)
    return StackedBarChart(
        categories=(w("digest.chart.due"),),
        series=(kept, *reasons),
        axis=Axis(w("digest.chart.promises_of", n=found.kept_on_time.n), low=0),
        category_word="",
        summary=promise_sentence(subject),
    )


def promise_sentence(subject: DigestSubject) -> str:
    w, found = subject.wording, subject.figures.promises
    kept = found.kept_on_time
    said = w("digest.chart.promises_say", k=kept.k, n=kept.n)
    if not found.reasons:
        return said
    first = found.reasons[0]
    reason = w.within(first.reason) if first.reason else w("digest.no_reason")
    return w.clauses((said, w("digest.chart.mostly", reason=reason, n=len(first.names))))


def score_chart(subject: DigestSubject) -> ScatterChart | None:
    """How often deals with each chance were won, from thirty pairs on."""
    w, look = subject.wording, subject.figures.calibration.look
    if look is None:
        return None
    tracks = (look.summary.presales, look.summary.sales)
    series = tuple(PointSeries(w(f"digest.side.{track.forecaster}"), _points(track)) for track in tracks)
    if not any(one.points for one in series):
        return None
    return ScatterChart(
        series=series,
        x=Axis(w("digest.columns.chance"), NumberKind.PERCENT, 0, 1),
        y=Axis(w("digest.columns.won"), NumberKind.PERCENT, 0, 1),
        summary=w("digest.chart.scores_say", n=look.summary.n),
        diagonal=w("digest.chart.diagonal"),
    )


def _points(track: Track) -> tuple[Point, ...]:
    return tuple(
        Point(
            x=level.p,
            y=level.won.k / level.won.n,
            interval=Interval(level.won.low, level.won.high),
            label=f"n = {level.won.n}",
        )
        for level in track.levels
        if level.says_something
    )


def gap_chart(subject: DigestSubject) -> StackedBarChart | None:
    """Amounts lost and at risk, of the currency in which most gaps hold up money."""
    w = subject.wording
    told = [row for row in subject.figures.gaps if row.lost or row.at_risk]
    currencies = [row.currency for row in told]
    currency = max(sorted(set(currencies)), key=currencies.count, default="")
    rows = [row for row in told if row.currency == currency][:MOST_BARS]
    if len(rows) < LEAST_GAPS:
        return None
    unit, scale = w.large_unit(currency)
    top = max(rows, key=lambda row: row.lost + row.at_risk)
    return StackedBarChart(
        categories=tuple(row.gap for row in rows),
        series=(
            Series(w("digest.columns.lost"), tuple(_in(row.lost, scale) for row in rows), light=Light.RED),
            Series(w("digest.columns.at_risk"), tuple(_in(row.at_risk, scale) for row in rows)),
        ),
        axis=Axis(w.bracketed(w("digest.chart.amount"), unit), NumberKind.MONEY, low=0),
        category_word=w("digest.columns.gap"),
        summary=w("digest.chart.gaps_say", gap=top.gap, amount=w.money(top.lost + top.at_risk, currency)),
    )


def _in(amount: Decimal, scale: Decimal) -> float:
    return float(amount / scale)


# In the order of the sections.
CHARTS: Mapping[str, Callable[[DigestSubject], Figure | None]] = {
    THEMES: theme_chart,
    PROMISES: promise_chart,
    RISK_MAP: risk_map,
    GAPS: gap_chart,
    SCORES: score_chart,
}
