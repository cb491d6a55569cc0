"""Scatter charts as SVG: points with their intervals, and the diagonal that they are compared with."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures import colours
from generator.figures.charts import Point, ScatterChart, in_words, number_of_points
from generator.figures.inks import Ink, ink_of
from generator.figures.numbers import number_of
from generator.figures.plot import (
    MARGIN,
    WIDTH,
    Plot,
    interval_bar,
    legend,
    marker_at,
    text_at,
    upright_plot,
    value_axis,
)
from generator.figures.scale import AxisScale, diagonal_ends, point_scales
from generator.figures.svg import open_svg

_HEIGHT, _RIGHT = 360, 560
_DODGE = 12.0  # pixels between points of two series at one place
_REFERENCE = f'fill="none" stroke="#{colours.FAINT}" stroke-width="1.5" stroke-dasharray="6 4"'


@dataclass(frozen=True, slots=True)
class _Drawing:
    chart: ScatterChart
    plot: Plot
    across: AxisScale
    up: AxisScale

    def x(self, value: float) -> float:
        return self.plot.x(self.across.share(value))

    def y(self, value: float) -> float:
        return self.plot.y(self.up.share(value))


def render_scatter_svg(chart: ScatterChart, title: str) -> str:
    """title is the accessible name."""
    name, words = title or chart.summary, in_words(chart)
    inks = [ink_of(place) for place in range(len(chart.series))]
    entries = [(marker_at(0, 0, ink), one.name) for ink, one in zip(inks, chart.series, strict=True)]
    if chart.diagonal:
        entries.append((f'<path d="M-10 0H10" {_REFERENCE}/>', chart.diagonal))
    names, taken = legend(entries, MARGIN) if len(entries) > 1 else ("", 0.0)
    across, up = point_scales(chart)
    plot = upright_plot(MARGIN + taken, _RIGHT, _HEIGHT, chart.y, up)
    drawing = _Drawing(chart, plot, across, up)
    spots = (
        _point(point, inks[place], drawing, _DODGE * (place - (len(chart.series) - 1) / 2))
        for place, one in enumerate(chart.series)
        for point in one.points
    )
    parts = (open_svg(name, words, WIDTH, round(plot.bottom + 46)), names, _axes(drawing), *spots, "</svg>\n")
    return "\n".join(part for part in parts if part)


def _axes(drawing: _Drawing) -> str:
    chart, plot = drawing.chart, drawing.plot
    grids = ((drawing.up, chart.y, True), (drawing.across, chart.x, False))
    parts = [
        value_axis(plot, scale, number_of(axis.kind, scale.ticks()), upright=upright)
        for scale, axis, upright in grids
    ]
    parts.append(text_at(chart.y.word, MARGIN, plot.top - 20, faint=True))
    parts.append(text_at(chart.x.word, plot.right, plot.bottom + 36, "end", faint=True))
    ends = diagonal_ends(chart)
    if ends:
        start, end = (f"{drawing.x(value):.1f} {drawing.y(value):.1f}" for value in ends)
        parts.append(f'<path d="M{start}L{end}" {_REFERENCE}/>')
    return "\n".join(parts)


def _point(point: Point, ink: Ink, drawing: _Drawing, aside: float) -> str:
    """Points of several series at one place stand beside each other; the label is beside the point."""
    x, y = drawing.x(point.x) + aside, drawing.y(point.y)
    label = point.label or number_of_points(drawing.chart.y, drawing.chart).text(point.y)
    interval = ""
    if point.interval:
        interval = interval_bar(x, drawing.y(point.interval.low), drawing.y(point.interval.high), ink)
    before = aside < 0
    text = text_at(label, x - 9 if before else x + 9, y + 4.5, "end" if before else "start", bold=True)
    return interval + marker_at(x, y, ink) + text
