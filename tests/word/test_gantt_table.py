from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.document import Figure
from generator.figures.colours import BARS, TODAY
from generator.figures.gantt import Gantt, GanttBar, gantt_periods
from generator.states import COLOURS, Light
from generator.word import Base
from tests.word.documents import GANTT, setting
from tests.word.reading import Element, body_of, find, only, style_of, text_of, value

FIGURE = Figure("figures/plan.svg", 'alt "text" <b>', "Plan & dates")


def drawn(base: Base, gantt: Gantt = GANTT, figure: Figure = FIGURE) -> Element:
    return body_of(base, figure, using=setting(figures={figure.path: gantt}))


def test_rows_say_name_dates_and_state_in_words(base: Base) -> None:
    rows = find(drawn(base), "w:tbl/w:tr[not(w:trPr/w:tblHeader)]")

    assert [[text_of(c) for c in find(row, "w:tc")[:3]] for row in rows] == [
        ["现场勘察", "2026-08-17 –\n2026-09-06", "● 已完成"],
        ["Write-back <pilot> & drivers", "2026-10-19 –\n2026-12-05", "■ late"],
        ["验收", "2026-12-24", "○ 未开始"],
    ]


def test_states_and_bars_are_shaded(base: Base) -> None:
    rows = find(drawn(base), "w:tbl/w:tr[not(w:trPr/w:tblHeader)]")
    fills = [{value(n, "fill") for n in find(row, "w:tc/w:tcPr/w:shd")} for row in rows]

    assert fills == [{COLOURS[b.light][0], BARS[b.light]} for b in GANTT.bars]


def test_every_row_covers_the_whole_grid(base: Base) -> None:
    tbl = only(drawn(base), "w:tbl")
    columns = [int(value(column, "w")) for column in find(tbl, "w:tblGrid/w:gridCol")]
    rows = find(tbl, "w:tr")
    spans = [[int(value(n)) for n in find(row, "w:tc/w:tcPr/w:gridSpan")] for row in rows]
    cells = [len(find(row, "w:tc")) for row in rows]
    widths = [sum(int(value(n, "w")) for n in find(row, "w:tc/w:tcPr/w:tcW")) for row in rows]

    assert len(columns) == 3 + len(gantt_periods(GANTT))
    assert [count - len(s) + sum(s) for count, s in zip(cells, spans, strict=True)] == [len(columns)] * len(
        rows
    )
    assert widths == [sum(columns)] * len(rows) == [base.text_width] * len(rows)


def test_the_header_repeats_and_names_the_columns(base: Base) -> None:
    heads = find(drawn(base), "w:tbl/w:tr[w:trPr/w:tblHeader]")

    assert [text_of(c) for c in find(heads[0], "w:tc")[:4]] == ["里程碑", "日期", "状态", "08-17"]
    assert text_of(heads[1]) == "今天 2026-11-20"


def test_today_is_a_line_through_all_rows(base: Base) -> None:
    rows = find(drawn(base), "w:tbl/w:tr")[1:]

    assert [bool(find(row, f".//w:tcBorders/*[@w:color='{TODAY}']")) for row in rows] == [True] * len(rows)


@pytest.mark.parametrize("today", [date(2025, 1, 1), date(2027, 6, 1)])
def test_a_day_outside_the_plan_is_not_marked(base: Base, today: date) -> None:
    body = drawn(base, replace(GANTT, today=today))

    assert len(find(body, "w:tbl/w:tr[w:trPr/w:tblHeader]")) == 1
    assert find(body, f".//w:tcBorders/*[@w:color='{TODAY}']") == []


def test_first_and_last_day_can_be_marked(base: Base) -> None:
    days = (date(2026, 8, 17), date(2026, 12, 27))
    lines = [find(drawn(base, replace(GANTT, today=day)), f".//*[@w:color='{TODAY}']") for day in days]

    assert [str(line[-1].tag).rpartition("}")[2] for line in lines] == ["left", "right"]


@pytest.mark.parametrize("days", [0, 6, 60, 139, 400, 1500])
def test_plans_of_any_length_are_drawn(base: Base, days: int) -> None:
    start = date(2026, 1, 31)
    bar = GanttBar("long", start, start + timedelta(days=days), Light.AMBER, "at risk")
    tbl = only(drawn(base, Gantt((bar,), start, "today", ("a", "b", "c"))), "w:tbl")
    columns = [int(value(column, "w")) for column in find(tbl, "w:tblGrid/w:gridCol")]

    assert sum(columns) == base.text_width
    assert min(columns) > 0


def test_alt_text_and_caption_belong_to_the_table(base: Base) -> None:
    body = drawn(base)
    caption = find(body, "w:p")[0]

    assert value(only(body, "w:tbl/w:tblPr/w:tblDescription")) == 'alt "text" <b>'
    assert value(only(body, "w:tbl/w:tblPr/w:tblCaption")) == "Plan & dates"
    assert (style_of(caption), text_of(caption)) == ("Caption", "图 1\u2003Plan & dates")


def test_a_figure_without_a_caption_has_none(base: Base) -> None:
    body = drawn(base, figure=replace(FIGURE, caption=""))

    assert [style_of(p) for p in find(body, "w:p")] == ["TableGap"]


@pytest.mark.parametrize(
    ("state", "lines"),
    [
        ("R4、R5、R6、R7、R8 就绪则日期不变", ["▲ R4、R5、R6、", "R7、R8 就绪则日", "期不变"]),
        ("R4、R5 就绪", ["▲ R4、R5 就绪"]),
        ("if R4, R5, R6, R7 and R8 are ready", ["▲ if R4, R5, R6, R7 and R8 are ready"]),
    ],
)
def test_a_list_of_ids_is_folded_between_them(base: Base, state: str, lines: list[str]) -> None:
    bar = replace(GANTT.bars[0], light=Light.AMBER, state=state)
    cells = find(drawn(base, replace(GANTT, bars=(bar,))), "w:tbl/w:tr[last()]/w:tc")

    assert text_of(cells[2]).split("\n") == lines
