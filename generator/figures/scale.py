"""The scale of a chart's axis: round steps, and where a value lies between the ends."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.charts import Axis, Point, ScatterChart
from generator.figures.numbers import NumberKind

_MOST_STEPS = 5
_ROUND = (1, 2, 5, 10)
_LEAST_STEP = {NumberKind.COUNT: 1.0, NumberKind.PERCENT: 0.01, NumberKind.MONEY: 0.01}


@dataclass(frozen=True, slots=True)
class AxisScale:
    """Ends and distance of the ticks, in the numbers of the axis."""

    low: float
    high: float
    step: float

    def ticks(self) -> tuple[float, ...]:
        count = math.floor((self.high - self.low) / self.step + 1e-9)
        return tuple(round(self.low + number * self.step, 10) for number in range(count + 1))

    def share(self, value: float) -> float:
        """0 at the low end, 1 at the high one."""
        return (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)


def axis_scale(axis: Axis, values: Sequence[float]) -> AxisScale:
    """Zero is always on it: bars that begin elsewhere mislead, and lines are read beside them."""
    low = axis.low if axis.low is not None else min((0.0, *values))
    high = axis.high if axis.high is not None else max((0.0, *values))
    if high <= low:
        high = low + 1
    step = _round_step((high - low) / _MOST_STEPS, axis.kind)
    if axis.low is None:
        low = math.floor(round(low / step, 9)) * step
    if axis.high is None:
        high = low + max(1, math.ceil(round((high - low) / step, 9))) * step
    return AxisScale(low, high, step)


def point_scales(chart: ScatterChart) -> tuple[AxisScale, AxisScale]:
    """Of x and y, intervals included."""
    points = [point for one in chart.series for point in one.points]
    ends = (end for point in points for end in _ends(point))
    return axis_scale(chart.x, tuple(point.x for point in points)), axis_scale(chart.y, tuple(ends))


def _ends(point: Point) -> tuple[float, ...]:
    return (point.y, point.interval.low, point.interval.high) if point.interval else (point.y,)


def diagonal_ends(chart: ScatterChart) -> tuple[float, float] | None:
    """The least and the greatest number on both scales; None where there is none."""
    across, up = point_scales(chart)
    low, high = max(across.low, up.low), min(across.high, up.high)
    return (low, high) if chart.diagonal and low < high else None


def _round_step(least: float, kind: NumberKind) -> float:
    """1, 2 or 5 times a power of ten, and no finer than the numbers are written."""
    power = 10.0 ** math.floor(math.log10(least))
    step = next(factor * power for factor in _ROUND if factor * power >= least * (1 - 1e-9))
    return max(_LEAST_STEP[kind], step)
