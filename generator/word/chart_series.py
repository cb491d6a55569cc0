"""One series of a native chart: its look, its labels, its intervals and where its numbers lie in the workbook."""

from __future__ import annotations

from typing import Literal, assert_never

from generator.figures import colours
from generator.figures.inks import INKS, Ink, ink_of
from generator.figures.line_svg import MOST_LABELLED
from generator.word.chart_data import ChartSeries, Range
from generator.word.chart_workbook import number_text, reference
from generator.word.escaping import escape_attribute, escape_text

_LINE = 19050  # EMU: 1.5 pt
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_NOT_SHOWN = _SHOWN.replace('showVal val="1"', 'showVal val="0"')
_BOLD = '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr b="1"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
_ON_WHITE = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
Kind = Literal["bar", "stack", "line", "scatter"]
_AREAS = ("bar", "stack")


def render_series(series: ChartSeries, place: int, count: int, kind: Kind) -> str:
    ink = ink_of(place, series.light)
    name = f"<c:tx>{_text_reference(reference(series.up.column, 1), (series.up.values.head,))}</c:tx>"
    head = f'<c:idx val="{place}"/><c:order val="{place}"/>{name}'
    if kind in _AREAS:
        body = f'{_area(ink)}<c:invertIfNegative val="0"/>'
    elif series.is_reference:
        body = f'<c:spPr>{_stroke(colours.FAINT, "dash")}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    elif kind == "line":
        body = f"<c:spPr>{_stroke(ink.colour, ink.dash)}</c:spPr>{_marker(ink)}"
    else:
        body = f'<c:spPr><a:ln w="{_LINE}"><a:noFill/></a:ln></c:spPr>{_marker(ink)}'
    tags = ("xVal", "yVal") if kind == "scatter" else ("cat", "val")
    across = _numbers(series.across) if kind == "scatter" else _words(series.across)
    end = "" if kind in _AREAS else '<c:smooth val="0"/>'
    return (
        f"<c:ser>{head}{body}{_labels(series, place, count, kind)}{_intervals(series, ink, kind)}"
        f"<c:{tags[0]}>{across}</c:{tags[0]}><c:{tags[1]}>{_numbers(series.up)}</c:{tags[1]}>{end}</c:ser>"
    )


def _area(ink: Ink) -> str:
    colour = f'<a:srgbClr val="{ink.colour}"/>'
    fill = f"<a:solidFill>{colour}</a:solidFill>"
    if ink.pattern:
        white = '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
        fill = f'<a:pattFill prst="{ink.pattern}"><a:fgClr>{colour}</a:fgClr>{white}</a:pattFill>'
    return f"<c:spPr>{fill}{_stroke(ink.colour, 'solid', 9525)}</c:spPr>"


def _stroke(colour: str, dash: str, width: int = _LINE) -> str:
    return f'<a:ln w="{width}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:prstDash val="{dash}"/></a:ln>'


def _marker(ink: Ink) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{ink.colour}"/></a:solidFill>'
    look = f"<c:spPr>{fill}{_stroke(ink.colour, 'solid', 9525)}</c:spPr>"
    return f'<c:marker><c:symbol val="{ink.marker}"/><c:size val="7"/>{look}</c:marker>'


def _labels(series: ChartSeries, place: int, count: int, kind: Kind) -> str:
    """Every value beside what it belongs to; on white where it lies on a bar."""
    if series.is_reference:
        return f"<c:dLbls>{_NOT_SHOWN}</c:dLbls>"
    code = series.up.values.code
    ground, where = "", ""
    match kind:
        case "bar":
            ground, where = (_ON_WHITE, "inBase") if series.plus else ("", "outEnd")
        case "stack":
            ground, where, code = _ON_WHITE, "ctr", f"{code};-{code};;"  # a part of nothing has no label
        case "line":
            where = "b" if place == 1 and count == 2 else "t"
        case "scatter":
            where = "l" if place == 0 and count > 1 else "r"
        case _:
            assert_never(kind)
    number_format = f'<c:numFmt formatCode="{escape_attribute(code)}" sourceLinked="0"/>'
    look_of_all = f'{ground}{_BOLD}<c:dLblPos val="{where}"/>{_SHOWN}'
    if kind == "line" and count > MOST_LABELLED:
        newest = max((n for n, value in enumerate(series.up.values.values) if value is not None), default=0)
        own = f'<c:dLbl><c:idx val="{newest}"/>{number_format}{look_of_all}</c:dLbl>'
        return f"<c:dLbls>{own}{_NOT_SHOWN}</c:dLbls>"
    own = "".join(
        f'<c:dLbl><c:idx val="{number}"/>{_label_text(label)}{look_of_all}</c:dLbl>'
        for number, label in enumerate(series.labels)
        if label
    )
    return f"<c:dLbls>{own}{number_format}{look_of_all}</c:dLbls>"


def _label_text(text: str) -> str:
    run = f'<a:r><a:rPr lang="en-US" b="1"/><a:t>{escape_text(text)}</a:t></a:r>'
    return f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>"


def _intervals(series: ChartSeries, ink: Ink, kind: Kind) -> str:
    if series.plus is None or series.minus is None:
        return ""
    direction = '<c:errDir val="y"/>' if kind == "scatter" else ""
    colour = ink.colour
    if kind in _AREAS:  # the line lies half on the bar, half on the page
        colour = colours.TEXT if ink.pattern else INKS[1].colour
    return (
        f'<c:errBars>{direction}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_numbers(series.plus)}</c:plus><c:minus>{_numbers(series.minus)}</c:minus>"
        f"<c:spPr>{_stroke(colour, 'solid', 12700)}</c:spPr></c:errBars>"
    )


def _place(cells: Range) -> str:
    return reference(cells.column, 2, 1 + len(cells.values.values))


def _words(cells: Range) -> str:
    return _text_reference(_place(cells), tuple(str(value) for value in cells.values.values))


def _text_reference(place: str, texts: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{escape_text(text)}</c:v></c:pt>' for number, text in enumerate(texts)
    )
    cache = f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>{place}</c:f>{cache}</c:strRef>"


def _numbers(cells: Range) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{number_text(float(value))}</c:v></c:pt>'
        for number, value in enumerate(cells.values.values)
        if value is not None
    )
    code = escape_text(cells.values.code)
    cache = f'<c:formatCode>{code}</c:formatCode><c:ptCount val="{len(cells.values.values)}"/>{points}'
    return f"<c:numRef><c:f>{_place(cells)}</c:f><c:numCache>{cache}</c:numCache></c:numRef>"
