"""Tables: fixed widths, a header row that repeats, rows that stay whole, states as coloured cells."""

from __future__ import annotations

from generator.document import Align, Cell, State, Table
from generator.states import COLOURS
from generator.word import styles
from generator.word.draft import Draft
from generator.word.escaping import escape_attribute
from generator.word.formatting import cell_properties, element, paragraph_properties
from generator.word.runs import render_inlines
from generator.word.widths import column_widths

HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
# Bands of rows show where the style of the base document has them.
_LOOK = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0"'
    ' w:noVBand="1"/>'
)
# Figures have colours of their own: a dark head row or bands of the base's table style would fight with them.
_FIGURE_LOOK = (
    '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
    ' w:noVBand="1"/>'
)
JUSTIFY: dict[Align, str] = {"left": "", "center": "center", "right": "right"}


def render_table(table: Table, draft: Draft, indent: int = 0) -> str:
    """indent, in twentieths of a point, moves the left edge, not the right."""
    widths = column_widths(table, draft.text_width - indent)
    justify = [JUSTIFY[column.align] for column in table.columns]
    parts = [open_table(draft, widths, indent)]
    # The head keeps to the first row: a page does not end with it.
    head, text = (
        [
            (width, paragraph_properties(draft.base.style(name), keep_next=keep, justify=side))
            for width, side in zip(widths, justify, strict=True)
        ]
        for name, keep in ((styles.TABLE_HEAD, True), (styles.TABLE_TEXT, False))
    )
    parts += (HEAD_ROW, *_render_cells(table.header, head, draft), "</w:tr>")
    for row in table.rows:
        parts.append(ROW)
        parts += _render_cells(row, text, draft)
        parts.append("</w:tr>")
    parts.append("</w:tbl>")
    return "".join(parts)


def _render_cells(cells: tuple[Cell, ...], columns: list[tuple[int, str]], draft: Draft) -> list[str]:
    """columns are widths and paragraph properties."""
    parts = []
    for cell, (width, properties) in zip(cells, columns, strict=True):
        children = cell.children
        fill = COLOURS[children[0].light][0] if children and isinstance(children[0], State) else ""
        runs = render_inlines(children, draft)
        parts.append(f"<w:tc>{cell_properties(width, fill)}<w:p>{properties}{runs}</w:p></w:tc>")
    return parts


def open_table(
    draft: Draft,
    widths: tuple[int, ...],
    indent: int = 0,
    *,
    extra: str = "",
    caption: str = "",
    alt: str = "",
) -> str:
    """The start of a table as far as its first row; extra are borders and margins of a figure."""
    grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    return (
        f"<w:tbl><w:tblPr>{element('tblStyle', val=draft.base.table_style(styles.TABLE))}"
        f"{element('tblW', w=sum(widths), type='dxa')}"
        f"{element('tblInd', w=indent, type='dxa') if indent else ''}"
        f"{extra or element('tblLayout', type='fixed')}{_FIGURE_LOOK if extra else _LOOK}"
        f"{element('tblCaption', val=escape_attribute(caption)) if caption else ''}"
        f"{element('tblDescription', val=escape_attribute(alt)) if alt else ''}"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
