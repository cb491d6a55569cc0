"""Line charts as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.figures.charts import LineChart, Series, in_words, number_of_axis, reach
from generator.figures.inks import Ink, ink_of
from generator.figures.numbers import Number, number_of
from generator.figures.plot import (
    MARGIN,
    WIDTH,
    Plot,
    interval_bar,
    legend,
    line_swatch,
    lines_at,
    marker_at,
    stroke,
    text_at,
    upright_plot,
    value_axis,
)
from generator.figures.scale import AxisScale, axis_scale
from generator.figures.svg import open_svg

_HEIGHT, _SIDE = 250, 24
_ABOVE, _BELOW = -10.0, 19.0
MOST_LABELLED = 2  # series: of more, only the newest value is told beside the line


@dataclass(frozen=True, slots=True)
class _Drawing:
    chart: LineChart
    plot: Plot
    scale: AxisScale
    number: Number

    def x(self, place: int) -> float:
        return self.plot.x((place + 0.5) / len(self.chart.categories))

    def y(self, value: float) -> float:
        return self.plot.y(self.scale.share(value))


def render_line_svg(chart: LineChart, title: str) -> str:
    """title is the accessible name."""
    name, words = title or chart.summary, in_words(chart)
    inks = [ink_of(place, one.light) for place, one in enumerate(chart.series)]
    entries = [(line_swatch(ink), one.name) for ink, one in zip(inks, chart.series, strict=True)]
    names, taken = legend(entries, MARGIN) if len(entries) > 1 else ("", 0.0)
    scale = axis_scale(chart.axis, reach(chart))
    plot = upright_plot(MARGIN + taken, WIDTH - MARGIN - _SIDE, _HEIGHT, chart.axis, scale)
    drawing = _Drawing(chart, plot, scale, number_of_axis(chart))
    lines = (
        _line(one, ink, drawing, place)
        for place, (one, ink) in enumerate(zip(chart.series, inks, strict=True))
    )
    parts = (open_svg(name, words, WIDTH, round(plot.bottom + 54)), names, _axes(drawing), *lines, "</svg>\n")
    return "\n".join(part for part in parts if part)


def _axes(drawing: _Drawing) -> str:
    chart, plot = drawing.chart, drawing.plot
    slot = (plot.right - plot.left) / max(1, len(chart.categories))
    names = (
        lines_at(name, drawing.x(place), plot.bottom + 20, "middle", room=slot - 4)
        for place, name in enumerate(chart.categories)
    )
    number = number_of(chart.axis.kind, drawing.scale.ticks())
    return "\n".join(
        (
            value_axis(plot, drawing.scale, number, upright=True),
            text_at(chart.axis.word, MARGIN, plot.top - 20, faint=True),
            text_at(chart.category_word, plot.right, plot.bottom + 48, "end", faint=True),
            *names,
        )
    )


def _line(one: Series, ink: Ink, drawing: _Drawing, place: int) -> str:
    """Broken where there is no value; values of the first line stand above it, of the second below."""
    known = [(n, value) for n, value in enumerate(one.values) if value is not None]
    parts = []
    for _, run in groupby(enumerate(known), key=lambda pair: pair[1][0] - pair[0]):
        path = "L".join(f"{drawing.x(n):.1f} {drawing.y(value):.1f}" for _, (n, value) in run)
        parts.append(f'<path d="M{path}" {stroke(ink)}/>')
    labelled = known if len(drawing.chart.series) <= MOST_LABELLED else known[-1:]
    below = place == 1 and len(drawing.chart.series) == MOST_LABELLED
    for n, value in known:
        interval = one.interval(n)
        x, y = drawing.x(n), drawing.y(value)
        edge = y
        if interval is not None:
            ends = drawing.y(interval.low), drawing.y(interval.high)
            parts.append(interval_bar(x, *ends, ink))
            edge = ends[0] if below else ends[1]
        parts.append(marker_at(x, y, ink))
        if (n, value) in labelled:
            text = drawing.number.text(value)
            parts.append(text_at(text, x, edge + (_BELOW if below else _ABOVE), "middle", bold=True))
    return "\n".join(parts)
