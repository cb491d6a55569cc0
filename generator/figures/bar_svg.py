"""Bar charts as SVG, side by side or stacked, lying or upright."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.charts import (
    BarChart,
    Interval,
    StackedBarChart,
    in_words,
    number_of_axis,
    reach,
)
from generator.figures.inks import Ink, ink_of
from generator.figures.numbers import Number, number_of
from generator.figures.plot import (
    MARGIN,
    WIDTH,
    Plot,
    box,
    box_swatch,
    interval_bar,
    legend,
    lines_at,
    pattern_defs,
    pixels,
    text_at,
    upright_plot,
    value_axis,
)
from generator.figures.scale import AxisScale, axis_scale
from generator.figures.svg import figure_key, open_svg

Bars = BarChart | StackedBarChart
_BAR, _GAP, _LEAST_SLOT = 20, 14, 38
_UPRIGHT_HEIGHT, _LABEL_ROOM = 230, 60
_MOST_NAME = 230.0
_LEAST_PART = 18  # of a stack, so that a number fits inside


@dataclass(frozen=True, slots=True)
class _Bar:
    """One rectangle: side says where across the categories it begins and ends, base and end are values."""

    category: int
    series: int
    side: tuple[float, float]
    base: float
    end: float
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class _Drawing:
    chart: Bars
    plot: Plot
    scale: AxisScale
    number: Number
    key: str

    def at(self, value: float) -> float:
        share = self.scale.share(value)
        return self.plot.y(share) if self.chart.upright else self.plot.x(share)

    def ink(self, place: int) -> Ink:
        return ink_of(place, self.chart.series[place].light)


def render_bars_svg(chart: Bars, title: str) -> str:
    """title is the accessible name."""
    name, words = title or chart.summary, in_words(chart)
    key = figure_key(name, words)
    inks = [ink_of(place, one.light) for place, one in enumerate(chart.series)]
    entries = [(box_swatch(ink, key), one.name) for ink, one in zip(inks, chart.series, strict=True)]
    names, taken = legend(entries, MARGIN) if len(entries) > 1 else ("", 0.0)
    scale = axis_scale(chart.axis, reach(chart))
    drawing = _Drawing(chart, _plot(chart, MARGIN + taken, scale), scale, number_of_axis(chart), key)
    height = round(drawing.plot.bottom + (54 if chart.upright else 44))
    return "\n".join(
        part
        for part in (
            open_svg(name, words, WIDTH, height),
            pattern_defs(inks, key),
            names,
            _axes(drawing),
            *(_bar(bar, drawing) for bar in _bars(drawing)),
            "</svg>\n",
        )
        if part
    )


def _name_room(chart: Bars) -> float:
    return min(_MOST_NAME, max(map(pixels, chart.categories), default=0.0) + 2)


def _slot(chart: Bars) -> float:
    """Height that a category takes in a lying chart."""
    across = 1 if isinstance(chart, StackedBarChart) else len(chart.series)
    return max(_LEAST_SLOT, _BAR * across + _GAP)


def _plot(chart: Bars, top: float, scale: AxisScale) -> Plot:
    if chart.upright:
        return upright_plot(top, WIDTH - MARGIN, _UPRIGHT_HEIGHT, chart.axis, scale)
    labels = _LABEL_ROOM if scale.low < 0 else 0  # of negative values, left of their bars
    left = MARGIN + _name_room(chart) + 8 + labels
    return Plot(left, top + 24, WIDTH - _LABEL_ROOM, top + 24 + _slot(chart) * len(chart.categories))


def _axes(drawing: _Drawing) -> str:
    chart, plot = drawing.chart, drawing.plot
    number = number_of(chart.axis.kind, drawing.scale.ticks())
    parts = [value_axis(plot, drawing.scale, number, upright=chart.upright)]
    count = len(chart.categories)
    if chart.upright:
        slot = (plot.right - plot.left) / max(1, count)
        parts.append(text_at(chart.axis.word, MARGIN, plot.top - 20, faint=True))
        parts.append(text_at(chart.category_word, plot.right, plot.bottom + 48, "end", faint=True))
        parts += (
            lines_at(name, plot.left + slot * (place + 0.5), plot.bottom + 20, "middle", room=slot - 6)
            for place, name in enumerate(chart.categories)
        )
    else:
        slot, names = (plot.bottom - plot.top) / max(1, count), _name_room(chart)
        parts.append(text_at(chart.category_word, MARGIN, plot.top - 8, faint=True))
        parts.append(text_at(chart.axis.word, plot.right, plot.bottom + 34, "end", faint=True))
        parts += (
            lines_at(name, MARGIN + names, plot.top + slot * (place + 0.5), "end", room=names)
            for place, name in enumerate(chart.categories)
        )
    return "\n".join(parts)


def _bars(drawing: _Drawing) -> list[_Bar]:
    chart, plot = drawing.chart, drawing.plot
    length = plot.right - plot.left if chart.upright else plot.bottom - plot.top
    start = plot.left if chart.upright else plot.top
    slot = length / max(1, len(chart.categories))
    across = 1 if isinstance(chart, StackedBarChart) else len(chart.series)
    thick = min((slot - _GAP) / across, 64.0 if chart.upright else float(_BAR))
    found = []
    for category in range(len(chart.categories)):
        middle, base = start + slot * (category + 0.5), 0.0
        for place, one in enumerate(chart.series):
            value = one.values[category]
            if value is None:
                continue
            lane = 0 if isinstance(chart, StackedBarChart) else place
            edge = middle + thick * (lane - across / 2)
            end = base + value
            found.append(_Bar(category, place, (edge, edge + thick), base, end, one.interval(category)))
            base = end if isinstance(chart, StackedBarChart) else 0.0
    return found


def _bar(bar: _Bar, drawing: _Drawing) -> str:
    ink = drawing.ink(bar.series)
    low, high = sorted((drawing.at(bar.base), drawing.at(bar.end)))
    first, last = bar.side
    if drawing.chart.upright:
        area = box((first, low, last - first, high - low), ink, drawing.key)
    else:
        area = box((low, first, high - low, last - first), ink, drawing.key)
    if isinstance(drawing.chart, StackedBarChart):
        return area + _inner_label(bar, drawing)
    return area + _interval(bar, drawing, ink) + _outer_label(bar, drawing)


def _interval(bar: _Bar, drawing: _Drawing, ink: Ink) -> str:
    if bar.interval is None:
        return ""
    ends = drawing.at(bar.interval.low), drawing.at(bar.interval.high)
    return interval_bar(sum(bar.side) / 2, *ends, ink, upright=drawing.chart.upright)


def _outer_label(bar: _Bar, drawing: _Drawing) -> str:
    """Beyond the end of the bar or of its interval."""
    text, middle = drawing.number.text(bar.end), sum(bar.side) / 2
    below = bar.end < 0
    reach = [bar.end] if bar.interval is None else [bar.end, bar.interval.low, bar.interval.high]
    edge = drawing.at(min(reach) if below else max(reach))
    if drawing.chart.upright:
        return text_at(text, middle, edge + 16 if below else edge - 5, "middle", bold=True)
    return text_at(
        text, edge - 6 if below else edge + 6, middle + 4.5, "end" if below else "start", bold=True
    )


def _inner_label(bar: _Bar, drawing: _Drawing) -> str:
    """In the middle of the part, on white; beside an upright part too low for it, none in a lying one too short."""
    text, middle = drawing.number.text(bar.end - bar.base), sum(bar.side) / 2
    low, high = sorted((drawing.at(bar.base), drawing.at(bar.end)))
    width, upright = pixels(text) + 6, drawing.chart.upright
    if upright and high - low < _LEAST_PART:
        return text_at(text, bar.side[1] + 4, (low + high) / 2 + 4.5, bold=True) if bar.end > bar.base else ""
    if high - low < width + 4 and not upright:
        return ""
    x, y = (middle, (low + high) / 2) if upright else ((low + high) / 2, middle)
    ground = f'<rect x="{x - width / 2:.1f}" y="{y - 7.5:.1f}" width="{width:.1f}" height="15" rx="2" fill="#ffffff"/>'
    return ground + text_at(text, x, y + 4.5, "middle", bold=True)
