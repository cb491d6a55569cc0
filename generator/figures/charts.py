"""Charts: the numbers, the words around them, and how the numbers are written. Words are those of the reader's language.

A chart is read in black and white and without sight too: `summary` says what it shows, `in_words` has every number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.figures.numbers import Number, NumberKind, number_of
from generator.states import Light


@dataclass(frozen=True, slots=True)
class Axis:
    """word says what is counted and, for money, in which unit the numbers stand (`万元`).

    low and high are the ends of the scale where the numbers should not decide: 0 and 1 for shares that are compared.
    """

    word: str
    kind: NumberKind = NumberKind.COUNT
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends on the scale of the value itself, which lies between them."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Series:
    """One value a category, None where there is none; intervals is empty or has one entry a value.

    light: a state instead of the next colour of the row.
    """

    name: str
    values: tuple[float | None, ...]
    intervals: tuple[Interval | None, ...] = ()
    light: Light | None = None

    def interval(self, place: int) -> Interval | None:
        return self.intervals[place] if self.intervals else None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Categories from top to bottom, or from left to right where it is upright; a bar a series, side by side."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: Axis
    category_word: str
    summary: str
    upright: bool = False


@dataclass(frozen=True, slots=True)
class StackedBarChart:
    """The series of a category are parts of one bar. Values are not negative; parts have no intervals."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: Axis
    category_word: str
    summary: str
    upright: bool = False


@dataclass(frozen=True, slots=True)
class LineChart:
    """Categories, such as months, from left to right."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: Axis
    category_word: str
    summary: str


@dataclass(frozen=True, slots=True)
class Point:
    """interval is that of y; label stands beside the point, such as `n = 12`."""

    x: float
    y: float
    interval: Interval | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class PointSeries:
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ScatterChart:
    """diagonal names the line on which y equals x; empty for none."""

    series: tuple[PointSeries, ...]
    x: Axis
    y: Axis
    summary: str
    diagonal: str = ""


CategoryChart = BarChart | StackedBarChart | LineChart
Chart = CategoryChart | ScatterChart


def series_values(series: Iterable[Series]) -> tuple[float, ...]:
    return tuple(value for one in series for value in one.values if value is not None)


def reach(chart: CategoryChart) -> tuple[float, ...]:
    """What the scale must hold: the ends of bars, lines and intervals."""
    if isinstance(chart, StackedBarChart):
        places = range(len(chart.categories))
        return tuple(sum(one.values[place] or 0 for one in chart.series) for place in places)
    intervals = (interval for one in chart.series for interval in one.intervals if interval)
    return (*series_values(chart.series), *(end for each in intervals for end in (each.low, each.high)))


def number_of_axis(chart: CategoryChart) -> Number:
    return number_of(chart.axis.kind, series_values(chart.series))


def number_of_points(axis: Axis, chart: ScatterChart) -> Number:
    """How the x or the y of the points are written, whichever the axis is."""
    points = (point for one in chart.series for point in one.points)
    return number_of(axis.kind, tuple(point.x if axis is chart.x else point.y for point in points))


def in_words(chart: Chart) -> str:
    """Every number with what it belongs to."""
    if isinstance(chart, ScatterChart):
        return "; ".join(_points_in_words(chart))
    number = number_of_axis(chart)
    alone = len(chart.series) == 1
    rows = []
    for place, category in enumerate(chart.categories):
        values = (
            (one, value_in_words(value, one.interval(place), number))
            for one in chart.series
            if (value := one.values[place]) is not None
        )
        rows.append(
            f"{category}: " + ", ".join(text if alone else f"{one.name} {text}" for one, text in values)
        )
    return f"{chart.axis.word} – " + "; ".join(rows)


def value_in_words(value: float, interval: Interval | None, number: Number) -> str:
    """`42% (31%–54%)`."""
    if interval is None:
        return number.text(value)
    return f"{number.text(value)} ({number.text(interval.low)}–{number.text(interval.high)})"


def _points_in_words(chart: ScatterChart) -> list[str]:
    x, y = number_of_points(chart.x, chart), number_of_points(chart.y, chart)
    rows = []
    for one in chart.series:
        for point in one.points:
            label = f", {point.label}" if point.label else ""
            place = f"{chart.x.word} {x.text(point.x)}"
            rows.append(
                f"{one.name}: {place} – {chart.y.word} {value_in_words(point.y, point.interval, y)}{label}"
            )
    return rows
