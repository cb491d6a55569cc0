"""A risk map as a Word table: shape and colour in every cell, readable without a picture."""

from __future__ import annotations

from generator.document import Figure
from generator.figures.risk_map import RiskMap, RiskMapCell
from generator.states import COLOURS
from generator.word import styles
from generator.word.draft import Draft
from generator.word.formatting import cell_properties, element, paragraph_properties
from generator.word.runs import text_runs
from generator.word.tables import HEAD_ROW, ROW, open_table
from generator.word.widths import share

_WEIGHTS = (16, 17, 17, 17, 17, 16)
# White gaps make tiles of the cells.
_TILES = (
    "<w:tblBorders>"
    + "".join(element(side, val="single", sz=12, space=0, color="FFFFFF") for side in ("insideH", "insideV"))
    + "</w:tblBorders>"
    + element("tblLayout", type="fixed")
)


def render_risk_map(figure: Figure, risk_map: RiskMap, draft: Draft, indent: int) -> str:
    widths = share(draft.text_width - indent, _WEIGHTS)
    start = open_table(
        draft, widths, indent, extra=_TILES, caption=figure.caption or figure.alt, alt=figure.alt
    )
    rows = "".join(_row(5 - place, cells, widths, draft) for place, cells in enumerate(risk_map.rows))
    return f"{start}{_head(risk_map, widths, draft)}{rows}{_legend(risk_map, widths, draft)}</w:tbl>"


def _cell(width: int, paragraph: str, content: str, *, fill: str = "", span: int = 1) -> str:
    look = cell_properties(width, fill, span=span, centred=True)
    return f"<w:tc>{look}<w:p>{paragraph}{content}</w:p></w:tc>"


def _head(risk_map: RiskMap, widths: tuple[int, ...], draft: Draft) -> str:
    head = paragraph_properties(draft.base.style(styles.FIGURE_HEAD), keep_next=True)
    words = (f"{risk_map.probability} \\ {risk_map.impact}", *(str(impact) for impact in range(1, 6)))
    cells = (_cell(width, head, text_runs(word)) for width, word in zip(widths, words, strict=True))
    return f"{HEAD_ROW}{''.join(cells)}</w:tr>"


def _row(probability: int, cells: tuple[RiskMapCell, ...], widths: tuple[int, ...], draft: Draft) -> str:
    head = paragraph_properties(draft.base.style(styles.FIGURE_HEAD), keep_next=True)
    tiles = (_tile(cell, width, draft) for cell, width in zip(cells, widths[1:], strict=True))
    return f"{ROW}{_cell(widths[0], head, text_runs(str(probability)))}{''.join(tiles)}</w:tr>"


def _tile(cell: RiskMapCell, width: int, draft: Draft) -> str:
    text = paragraph_properties(draft.base.style(styles.TABLE_TEXT), keep_next=True)
    words = f"{cell.light.glyph} {cell.text}".rstrip()
    runs = text_runs(words, draft.base.character_style(styles.STATES[cell.light]))
    return _cell(width, text, runs, fill=COLOURS[cell.light][0])


def _legend(risk_map: RiskMap, widths: tuple[int, ...], draft: Draft) -> str:
    text = paragraph_properties(draft.base.style(styles.TABLE_TEXT))
    return f"{ROW}{_cell(sum(widths), text, text_runs(risk_map.legend), span=len(widths))}</w:tr>"
