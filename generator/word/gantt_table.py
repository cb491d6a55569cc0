"""A Gantt figure as a Word table: readable without a picture, by screen readers too, and editable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.document import Figure
from generator.figures import colours
from generator.figures.gantt import Gantt, GanttBar, Period, gantt_periods
from generator.figures.measure import LISTED, fold_lines, text_width
from generator.states import COLOURS
from generator.word import styles
from generator.word.draft import Draft
from generator.word.formatting import cell_properties, element, paragraph_properties
from generator.word.runs import text_runs
from generator.word.tables import HEAD_ROW, ROW, open_table
from generator.word.widths import HALF_WIDTH, PADDING, share


def _line(side: str, colour: str, eighths: int) -> str:
    return element(side, val="single", sz=eighths, space=0, color=colour)


_TEXT_SHARES = (24, 14, 18)  # name, dates and state, in hundredths of the width; the time line has the rest
_BOLD = 0.94  # of the letters that regular type has room for
_LINE_BREAK = "<w:r><w:br/></w:r>"
_SCALE_LETTER = 75  # of 7 pt text, in twentieths of a point
_NO_SIDES = element("left", w=30, type="dxa") + element("right", w=0, type="dxa")
# White gaps between rows make bars of whole cells look like bars.
_FRAME = (
    "<w:tblBorders>"
    + element("top", val="single", sz=8, space=0, color=colours.ACCENT)
    + element("bottom", val="single", sz=6, space=0, color="A9B4BF")
    + element("insideH", val="single", sz=36, space=0, color="FFFFFF")
    + element("insideV", val="nil")
    + "</w:tblBorders>"
    + element("tblLayout", type="fixed")
)


# Between labels and flag no white gap.
_LABEL_BORDERS = (
    _line("left", colours.GRID, 4) + _line("bottom", colours.HEAD, 4) + _line("right", colours.GRID, 4)
)


@dataclass(frozen=True, slots=True)
class _TimeLine:
    """today is the number of the border, counted from the left edge, nearest to today; None where it is outside."""

    periods: tuple[Period, ...]
    widths: tuple[int, ...]
    today: int | None

    def borders(self, first: int, last: int, top: str = "") -> str:
        """Of a cell over the periods first to last: the line of today, else a faint grid."""
        sides = {"left": first, "right": last + 1}
        return top + "".join(
            _line(side, colours.TODAY, 12) if number == self.today else _line(side, colours.GRID, 4)
            for side, number in sides.items()
        )


def render_gantt(figure: Figure, gantt: Gantt, draft: Draft, indent: int) -> str:
    periods = gantt_periods(gantt)
    width = draft.text_width - indent
    texts = tuple(width * part // 100 for part in _TEXT_SHARES)
    line = _TimeLine(
        periods, share(width - sum(texts), [1] * len(periods)), _today_border(periods, gantt.today)
    )
    start = open_table(
        draft,
        (*texts, *line.widths),
        indent,
        extra=_FRAME,
        caption=figure.caption or figure.alt,
        alt=figure.alt,
    )
    rows = "".join(_bar_row(bar, texts, line, draft) for bar in gantt.bars)
    return f"{start}{_scale_rows(gantt, texts, line, draft)}{rows}</w:tbl>"


def _today_border(periods: tuple[Period, ...], today: date) -> int | None:
    for number, period in enumerate(periods):
        if period.meets(today, today):
            days = (period.last - period.first).days + 1
            return number + round((today - period.first).days / days)
    return None


def _cell(properties: str, paragraph: str, content: str = "") -> str:
    return f"<w:tc>{properties}<w:p>{paragraph}{content}</w:p></w:tc>"


def _scale_rows(gantt: Gantt, texts: tuple[int, ...], line: _TimeLine, draft: Draft) -> str:
    head = paragraph_properties(draft.base.style(styles.FIGURE_HEAD))
    flagged = line.today is not None
    merges = ("restart", "continue") if flagged else ("",)
    rows = [_scale_labels(line, draft)]
    if flagged:
        rows.append(_today_flag(gantt, line, draft))
    cells = []
    for merge, scale in zip(merges, rows, strict=True):
        heads = "".join(
            _cell(
                cell_properties(width, merge=merge, fill=colours.HEAD, centred=True),
                head,
                text_runs(word) if merge != "continue" else "",
            )
            for width, word in zip(texts, gantt.heads, strict=True)
        )
        cells.append(f"{HEAD_ROW}{heads}{scale}</w:tr>")
    return "".join(cells)


def _scale_labels(line: _TimeLine, draft: Draft) -> str:
    """A label over as many periods as it is wide; what is left at the end and too narrow stays empty."""
    properties = paragraph_properties(draft.base.style(styles.FIGURE_SCALE), keep_next=True)
    need = max(len(period.label) for period in line.periods) * _SCALE_LETTER + 40
    step = min(len(line.periods), -(-need // max(1, min(line.widths))))
    cells = []
    for first in range(0, len(line.periods), step):
        last = min(first + step, len(line.periods)) - 1
        width = sum(line.widths[first : last + 1])
        label = line.periods[first].label if width >= need or first == 0 else ""
        look = cell_properties(
            width,
            span=last - first + 1,
            borders=_LABEL_BORDERS,
            fill=colours.HEAD,
            margins=_NO_SIDES,
        )
        cells.append(_cell(look, properties, text_runs(label) if label else ""))
    return "".join(cells)


def _today_flag(gantt: Gantt, line: _TimeLine, draft: Draft) -> str:
    """The word for today beside its line, on the side with more room."""
    count, border = len(line.periods), line.today or 0
    word = f"{gantt.today_word} {gantt.today:%Y-%m-%d}"
    right_side = border <= count // 2
    cells = []
    for first, end in ((0, border), (border, count)):
        if first == end:
            continue
        holds_word = (first == border) == right_side
        style = paragraph_properties(
            draft.base.style(styles.FIGURE_SCALE), keep_next=True, justify="" if right_side else "right"
        )
        margins = _NO_SIDES if right_side else _NO_SIDES.replace('"0"', '"60"')
        look = cell_properties(
            sum(line.widths[first:end]),
            span=end - first,
            borders=line.borders(first, end - 1, top=_line("top", colours.HEAD, 4)),
            fill=colours.HEAD,
            margins=margins,
        )
        runs = text_runs(word, draft.base.character_style(styles.STRONG)) if holds_word else ""
        cells.append(_cell(look, style, runs))
    return "".join(cells)


def _bar_row(bar: GanttBar, texts: tuple[int, ...], line: _TimeLine, draft: Draft) -> str:
    text = paragraph_properties(draft.base.style(styles.TABLE_TEXT), keep_next=True)
    state = _state_runs(bar, texts[2], draft.base.character_style(styles.STATES[bar.light]))
    cells = [
        _cell(cell_properties(texts[0], centred=True), text, text_runs(bar.name)),
        _cell(cell_properties(texts[1], centred=True), text, _date_runs(bar)),
        _cell(cell_properties(texts[2], fill=COLOURS[bar.light][0], centred=True), text, state),
    ]
    for shaded, start, end in _bar_places(bar, line):
        look = cell_properties(
            sum(line.widths[start:end]),
            colours.BARS[bar.light] if shaded else "",
            span=end - start,
            borders=line.borders(start, end - 1),
        )
        cells.append(_cell(look, text))
    return f"{ROW}{''.join(cells)}</w:tr>"


def _bar_places(bar: GanttBar, line: _TimeLine) -> list[tuple[bool, int, int]]:
    """(whether it is the bar's, first period, the one after its last) of every cell: one for each period beside the
    bar, one for the bar, or two where today goes through it."""
    met = [number for number, period in enumerate(line.periods) if period.meets(bar.start, bar.end)]
    first, after = met[0], met[-1] + 1
    cuts = sorted({first, min(max(line.today or 0, first), after), after})
    beside = (*range(first), *range(after, len(line.periods)))
    cells = [(False, number, number + 1) for number in beside] + [(True, *cut) for cut in pairwise(cuts)]
    return sorted(cells, key=lambda cell: cell[1])


def _state_runs(bar: GanttBar, width: int, style: str) -> str:
    """A list of ids is folded here: LibreOffice, which would not, breaks an id in two."""
    words = f"{bar.light.glyph} {bar.state}"
    room = int((width - PADDING) / HALF_WIDTH * _BOLD)
    if not LISTED.search(words) or text_width(words) <= room:
        return text_runs(words, style)
    return _LINE_BREAK.join(text_runs(line, style) for line in fold_lines(words, room, len(words)))


def _date_runs(bar: GanttBar) -> str:
    """Two lines by intent: a break within a date reads badly."""
    if bar.start == bar.end:
        return text_runs(f"{bar.start:%Y-%m-%d}")
    return f"{text_runs(f'{bar.start:%Y-%m-%d} –')}{_LINE_BREAK}{text_runs(f'{bar.end:%Y-%m-%d}')}"
