"""Native charts in a line of their own: the drawing, the chart part, its relationships, the workbook inside."""

from __future__ import annotations

import re
import zlib
from html import unescape
from typing import assert_never

from generator.document import Figure
from generator.figures.charts import BarChart, Chart, LineChart, ScatterChart, StackedBarChart, in_words
from generator.word.base_document import Base
from generator.word.base_package import OFFICE, Relationship, relationships_name, render_relationships
from generator.word.chart_data import chart_data
from generator.word.chart_workbook import render_workbook
from generator.word.chart_xml import Fonts, render_chart
from generator.word.draft import Draft
from generator.word.escaping import escape_attribute
from generator.word.pictures import EMU_PER_TWIP, TALLEST

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WORKBOOK_ID = "rId1"
# In twentieths of a point.
_AXES, _BAR, _GAP, _LEAST_SLOT = 1250, 300, 240, 560
_UPRIGHT, _SQUARE, _SQUARE_WIDTH = 4700, 6000, 7200


def render_native_chart(figure: Figure, chart: Chart, draft: Draft, indent: int) -> str:
    """A run. Screen readers see nothing of a chart, so the description holds its numbers."""
    number = next(draft.charts)
    name, workbook = f"charts/figure{number}.xml", f"embeddings/figure{number}.xlsx"
    columns, series = chart_data(chart)
    link = Relationship(_WORKBOOK_ID, f"{OFFICE}/package", f"../{workbook}")
    draft.parts[name] = render_chart(chart, series, text_fonts(draft.base), _WORKBOOK_ID).encode()
    draft.parts[relationships_name(name)] = render_relationships((link,)).encode()
    draft.parts[workbook] = render_workbook(columns)
    across, down = chart_size(chart, draft.text_width - indent, draft.text_height)
    relationship = draft.relationships.id_of("chart", name)
    described = escape_attribute(f"{figure.alt or chart.summary} {in_words(chart)}")
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent cx="{across * EMU_PER_TWIP}" cy="{down * EMU_PER_TWIP}"/>'
        f'<wp:docPr id="{next(draft.drawings)}" name="Chart {number}" descr="{described}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" r:id="{relationship}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def chart_size(chart: Chart, width: int, height: int) -> tuple[int, int]:
    """Width and height in twentieths of a point: lying bars ask for room by their number."""
    match chart:
        case BarChart() | StackedBarChart() if not chart.upright:
            bars = 1 if isinstance(chart, StackedBarChart) else len(chart.series)
            size = width, _AXES + len(chart.categories) * max(_LEAST_SLOT, bars * _BAR + _GAP)
        case BarChart() | StackedBarChart() | LineChart():
            size = width, _UPRIGHT
        case ScatterChart():
            size = min(width, _SQUARE_WIDTH), _SQUARE
        case _:
            assert_never(chart)
    return size[0], min(size[1], round(height * TALLEST))


_DEFAULTS = re.compile(r"<w:docDefaults>.*?</w:docDefaults>", re.DOTALL)
_NORMAL = re.compile(r'<w:style\b(?=[^>]*w:default="1")(?=[^>]*w:type="paragraph").*?</w:style>', re.DOTALL)
_FONTS = re.compile(r"<w:rFonts\b[^>]*>")
_ATTRIBUTES = re.compile(r'w:(\w+)="([^"]*)"')


def text_fonts(base: Base) -> Fonts:
    """Those of the base's text, which a chart does not inherit: of its default style, else of its defaults."""
    name = next(name for name in base.types.overrides if name.endswith("/styles.xml")).removeprefix("/")
    deflated = next(member.deflated for member in base.static if member.name == name)
    styles = zlib.decompress(deflated, -zlib.MAX_WBITS).decode()
    latin, east_asian = "+mn-lt", "+mn-ea"  # of the theme
    for place in (_DEFAULTS.search(styles), _NORMAL.search(styles)):
        found = _FONTS.search(place[0]) if place else None
        told = dict(_ATTRIBUTES.findall(found[0])) if found else {}
        latin = "+mn-lt" if "asciiTheme" in told else unescape(told.get("ascii", latin))
        east_asian = "+mn-ea" if "eastAsiaTheme" in told else unescape(told.get("eastAsia", east_asian))
    return Fonts(latin, east_asian)
