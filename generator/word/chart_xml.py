"""Charts in DrawingML (ECMA-376-1, 21.2): children stand in the order of the schema, as everywhere in Office files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from generator.figures import colours
from generator.figures.charts import (
    Axis,
    BarChart,
    Chart,
    LineChart,
    ScatterChart,
    StackedBarChart,
    reach,
)
from generator.figures.numbers import number_of
from generator.figures.scale import AxisScale, axis_scale, point_scales
from generator.word.base_package import OFFICE, XML_HEAD
from generator.word.chart_data import ChartSeries
from generator.word.chart_series import Kind, render_series
from generator.word.escaping import escape_attribute, escape_text

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ACROSS, _UP = 111111111, 222222222  # ids of axes, which must not be negative
_SIZE = 900  # of text, in hundredths of a point


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names, or `+mn-lt` and `+mn-ea` for those of the theme."""

    latin: str
    east_asian: str


def render_chart(chart: Chart, series: tuple[ChartSeries, ...], fonts: Fonts, workbook_id: str) -> str:
    """A chart part; workbook_id is its relationship to the workbook."""
    names = len(series) > 1
    legend = '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' if names else ""
    latin, east_asian = escape_attribute(fonts.latin), escape_attribute(fonts.east_asian)
    text = (
        f'<a:defRPr sz="{_SIZE}"><a:solidFill><a:srgbClr val="{colours.TEXT}"/></a:solidFill>'
        f'<a:latin typeface="{latin}"/><a:ea typeface="{east_asian}"/><a:cs typeface="{latin}"/></a:defRPr>'
    )
    return (
        f'{XML_HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:r="{OFFICE}">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{_plot(chart, series)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{text}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(chart: Chart, series: tuple[ChartSeries, ...]) -> str:
    ids = f'<c:axId val="{_ACROSS}"/><c:axId val="{_UP}"/>'
    match chart:
        case BarChart() | StackedBarChart():
            inner = _all_series(series, "stack" if isinstance(chart, StackedBarChart) else "bar")
            return _bars(chart, inner, ids) + _category_axes(chart, lying=not chart.upright)
        case LineChart():
            inner = _all_series(series, "line")
            drawn = f'<c:grouping val="standard"/><c:varyColors val="0"/>{inner}<c:marker val="1"/>{ids}'
            return f"<c:lineChart>{drawn}</c:lineChart>{_category_axes(chart, lying=False)}"
        case ScatterChart():
            inner = _all_series(series, "scatter")
            drawn = f'<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{inner}{ids}'
            return f"<c:scatterChart>{drawn}</c:scatterChart>{_point_axes(chart)}"
        case _:
            assert_never(chart)


def _all_series(series: tuple[ChartSeries, ...], kind: Kind) -> str:
    return "".join(render_series(one, place, len(series), kind) for place, one in enumerate(series))


def _bars(chart: BarChart | StackedBarChart, series: str, ids: str) -> str:
    stacked = isinstance(chart, StackedBarChart)
    overlap = '<c:overlap val="100"/>' if stacked else ""
    return (
        f'<c:barChart><c:barDir val="{"col" if chart.upright else "bar"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="60"/>{overlap}{ids}</c:barChart>'
    )


def _category_axes(chart: BarChart | StackedBarChart | LineChart, *, lying: bool) -> str:
    """Lying bars are read from the top, so the axis is turned round and the numbers cross at its other end."""
    turn, sides = ("maxMin", "lb") if lying else ("minMax", "bl")
    category = (
        f'<c:catAx><c:axId val="{_ACROSS}"/><c:scaling><c:orientation val="{turn}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{sides[0]}"/>{_title(chart.category_word, turned=lying)}'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{_line(colours.FAINT)}'
        f'<c:crossAx val="{_UP}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    return category + _value_axis(
        chart.axis,
        axis_scale(chart.axis, reach(chart)),
        (_UP, _ACROSS),
        sides[1],
        bounded=any(any(one.intervals) for one in chart.series),
        crosses="max" if lying else "autoZero",
    )


def _point_axes(chart: ScatterChart) -> str:
    xs, ys = point_scales(chart)
    bounded = any(point.interval for one in chart.series for point in one.points)
    across = _value_axis(chart.x, xs, (_ACROSS, _UP), "b", bounded=False, between="midCat")
    return across + _value_axis(chart.y, ys, (_UP, _ACROSS), "l", bounded=bounded, between="midCat")


def _value_axis(
    axis: Axis,
    scale: AxisScale,
    ids: tuple[int, int],
    side: str,
    *,
    bounded: bool,
    crosses: str = "autoZero",
    between: str = "between",
) -> str:
    """Word finds the ends and steps itself, so that edited numbers fit, unless the axis sets them or intervals, which
    it would not look at, decide; where things are counted it must not find halves."""
    code = number_of(axis.kind, scale.ticks()).code
    fixed = bounded or (axis.low is not None and axis.high is not None)
    high = scale.high if fixed else axis.high
    low = scale.low if fixed else axis.low
    ends = "".join(
        f'<c:{end} val="{value:.10g}"/>' for end, value in (("max", high), ("min", low)) if value is not None
    )
    step = f'<c:majorUnit val="{scale.step:.10g}"/>' if fixed or scale.step == 1 else ""
    return (
        f'<c:valAx><c:axId val="{ids[0]}"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:majorGridlines>{_line(colours.GRID)}</c:majorGridlines>'
        f'{_title(axis.word, turned=side == "l")}<c:numFmt formatCode="{code}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'{_line(colours.GRID)}<c:crossAx val="{ids[1]}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="{between}"/>{step}</c:valAx>'
    )


def _title(word: str, *, turned: bool) -> str:
    turn = ' rot="-5400000" vert="horz"' if turned else ""
    look = f'sz="{_SIZE}" b="0"'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr {look}/></a:pPr>"
        f"<a:r><a:rPr {look}/><a:t>{escape_text(word)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _line(colour: str) -> str:
    return f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></c:spPr>'
