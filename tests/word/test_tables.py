from __future__ import annotations

import pytest

from generator.document import Cell, Column, Table
from generator.states import COLOURS, Light
from generator.word import Base
from tests.word.documents import cell, inlines, state, table
from tests.word.reading import W, body_of, find, only, style_of, text_of, value


def test_the_header_row_repeats_and_no_row_splits(base: Base) -> None:
    rows = find(body_of(base, table(("a", "b"), ("1", "2"), ("3", "4"))), "w:tbl/w:tr")

    assert [len(find(row, "w:trPr/w:tblHeader")) for row in rows] == [1, 0, 0]
    assert [len(find(row, "w:trPr/w:cantSplit")) for row in rows] == [1, 1, 1]
    assert [style_of(find(row, "w:tc/w:p")[0]) for row in rows] == ["TableHead", "TableText", "TableText"]


def test_widths_are_fixed_and_agree(base: Base) -> None:
    tbl = only(body_of(base, table(("a", "b", "c"), ("1", "2", "3"))), "w:tbl")
    grid = [value(column, "w") for column in find(tbl, "w:tblGrid/w:gridCol")]
    cells = [[value(width, "w") for width in find(row, "w:tc/w:tcPr/w:tcW")] for row in find(tbl, "w:tr")]

    assert cells == [grid, grid]
    assert value(only(tbl, "w:tblPr/w:tblLayout"), "type") == "fixed"
    assert value(only(tbl, "w:tblPr/w:tblW"), "w") == str(sum(map(int, grid))) == str(base.text_width)


@pytest.mark.parametrize("light", list(Light))
def test_a_cell_that_begins_with_a_state_has_its_colour(base: Base, light: Light) -> None:
    words = state(light, "word")
    tbl = only(body_of(base, table(("a", "b"), (cell(words, " more"), cell("text ", words)))), "w:tbl")
    fills = [value(shading, "fill") for shading in find(tbl, ".//w:tcPr/w:shd")]

    assert fills == [COLOURS[light][0]]
    assert {value(n) for n in find(tbl, ".//w:rStyle")} == {f"State{light.value.capitalize()}"}


def test_columns_are_aligned_as_written(base: Base) -> None:
    columns = (Column("left", 0), Column("center", 0), Column("right", 0))
    row = (cell("1"), cell("2"), cell("3"))
    tbl = only(body_of(base, Table(columns, row, (row,))), "w:tbl")

    assert [value(jc) for jc in find(tbl, ".//w:jc")] == ["center", "right", "center", "right"]


def test_empty_cells_end_in_a_paragraph(base: Base) -> None:
    tbl = only(body_of(base, Table((Column("left", 0),), (Cell(()),), ((Cell(inlines("")),),))), "w:tbl")

    assert [text_of(tc) for tc in find(tbl, ".//w:tc[w:p]")] == ["", ""]


def test_only_the_first_row_is_styled_apart(base: Base) -> None:
    look = only(body_of(base, table(("a",), ("1",))), "w:tbl/w:tblPr/w:tblLook")

    assert {key: look.get(W + key) for key in ("firstRow", "firstColumn", "noHBand")} == {
        "firstRow": "1",
        "firstColumn": "0",
        "noHBand": "0",
    }
