"""A chart as columns of a workbook, and as series that point into them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.figures.charts import (
    CategoryChart,
    Chart,
    Interval,
    PointSeries,
    ScatterChart,
    number_of_axis,
    number_of_points,
)
from generator.figures.scale import diagonal_ends
from generator.states import Light
from generator.word.chart_workbook import Column


@dataclass(frozen=True, slots=True)
class Range:
    """The values of one column of the workbook, counted from 0; they begin in its second row."""

    column: int
    values: Column


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """across is the column of categories, or of the x of points; minus and plus reach from the value to the ends of
    its interval. labels stand beside the points instead of their values, where there are any."""

    across: Range
    up: Range
    minus: Range | None = None
    plus: Range | None = None
    labels: tuple[str, ...] = ()
    light: Light | None = None
    is_reference: bool = False


@dataclass(slots=True)
class _Sheet:
    columns: list[Column] = field(default_factory=list)

    def add(self, column: Column) -> Range:
        self.columns.append(column)
        return Range(len(self.columns) - 1, column)

    def add_intervals(self, up: Column, intervals: Sequence[Interval | None]) -> tuple[Range, Range] | None:
        """The distances that Word wants, for the ends themselves."""
        if not any(intervals):
            return None
        pairs = list(zip(up.values, intervals, strict=True))
        minus = tuple(_distance(value, each.low) if each else None for value, each in pairs)
        plus = tuple(_distance(value, each.high) if each else None for value, each in pairs)
        return self.add(Column(f"{up.head} −", minus, up.code)), self.add(
            Column(f"{up.head} +", plus, up.code)
        )


def _distance(value: str | float | None, end: float) -> float:
    return abs(float(value or 0) - end)


def chart_data(chart: Chart) -> tuple[tuple[Column, ...], tuple[ChartSeries, ...]]:
    """Both in the order of drawing."""
    sheet = _Sheet()
    made = _points(chart, sheet) if isinstance(chart, ScatterChart) else _categories(chart, sheet)
    return tuple(sheet.columns), tuple(made)


def _categories(chart: CategoryChart, sheet: _Sheet) -> list[ChartSeries]:
    code = number_of_axis(chart).code
    across = sheet.add(Column(chart.category_word, chart.categories))
    made = []
    for one in chart.series:
        up = sheet.add(Column(one.name, one.values, code))
        minus, plus = sheet.add_intervals(up.values, one.intervals or (None,) * len(one.values)) or (
            None,
            None,
        )
        made.append(ChartSeries(across, up, minus, plus, light=one.light))
    return made


def _points(chart: ScatterChart, sheet: _Sheet) -> list[ChartSeries]:
    across, up = number_of_points(chart.x, chart).code, number_of_points(chart.y, chart).code
    made = [_point_series(one, chart, (across, up), sheet) for one in chart.series]
    ends = diagonal_ends(chart)
    if ends:
        xs, ys = sheet.add(Column(chart.x.word, ends, across)), sheet.add(Column(chart.diagonal, ends, up))
        made.append(ChartSeries(xs, ys, is_reference=True))
    return made


def _point_series(
    one: PointSeries, chart: ScatterChart, codes: tuple[str, str], sheet: _Sheet
) -> ChartSeries:
    xs = sheet.add(Column(chart.x.word, tuple(point.x for point in one.points), codes[0]))
    ys = sheet.add(Column(one.name, tuple(point.y for point in one.points), codes[1]))
    minus, plus = sheet.add_intervals(ys.values, [point.interval for point in one.points]) or (None, None)
    return ChartSeries(xs, ys, minus, plus, labels=tuple(point.label for point in one.points))
