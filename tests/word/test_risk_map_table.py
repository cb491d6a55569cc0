from __future__ import annotations

from generator.document import Figure
from generator.states import COLOURS, Light
from generator.word import Base
from tests.figures.test_risk_map_svg import MAP
from tests.word.documents import setting
from tests.word.reading import Element, body_of, find, only, style_of, text_of, value


def drawn(base: Base, caption: str = "") -> Element:
    return body_of(base, Figure("map", "who stands where", caption), using=setting(figures={"map": MAP}))


def test_rows_go_from_high_probability_down_and_columns_from_low_impact_up(base: Base) -> None:
    rows = [[text_of(cell) for cell in find(row, "w:tc")] for row in find(drawn(base), "w:tbl/w:tr")]

    assert rows[0] == ["可能性 & <P> \\ 影响", "1", "2", "3", "4", "5"]
    assert [row[0] for row in rows[1:6]] == ["5", "4", "3", "2", "1"]
    assert rows[1][5] == "■ T1"
    assert rows[6] == ["括号内为措施之后"]


def test_tiles_have_the_colour_and_the_style_of_their_light(base: Base) -> None:
    (tile,) = [cell for cell in find(drawn(base), "w:tbl/w:tr[2]/w:tc") if text_of(cell) == "■ T1"]

    assert value(only(tile, "w:tcPr/w:shd"), "fill") == COLOURS[Light.RED][0]
    assert {value(node) for node in find(tile, ".//w:rStyle")} == {"StateRed"}


def test_it_fills_the_text_and_is_described(base: Base) -> None:
    body = drawn(base, "the map")
    columns = [int(value(column, "w")) for column in find(body, "w:tbl/w:tblGrid/w:gridCol")]

    assert sum(columns) == base.text_width
    assert value(only(body, "w:tbl/w:tblPr/w:tblDescription")) == "who stands where"
    assert value(only(body, "w:tbl/w:tblPr/w:tblCaption")) == "the map"
    assert [style_of(p) for p in find(body, "w:p")] == ["Caption"]


def test_its_rows_stay_together(base: Base) -> None:
    rows = find(drawn(base), "w:tbl/w:tr")
    kept = [bool(find(row, "w:tc[1]/w:p/w:pPr/w:keepNext")) for row in rows]

    assert kept == [True] * 6 + [False]
