from __future__ import annotations

from lxml import etree

from generator.figures import render_figure
from generator.figures.risk_map import RiskMap, RiskMapCell
from generator.states import COLOURS, Light
from tests.figures.test_svg import SVG


def _cell(place: int, impact: int) -> RiskMapCell:
    if (place, impact) == (0, 5):
        return RiskMapCell(Light.RED, ("T1",), ())
    if (place, impact) == (3, 2):
        return RiskMapCell(Light.GREEN, tuple(f"R{n}" for n in range(1, 30)), ("T1",))
    return RiskMapCell(Light.AMBER, (), ())


MAP = RiskMap(
    tuple(tuple(_cell(place, impact) for impact in range(1, 6)) for place in range(5)),
    "可能性 & <P>", "影响", "括号内为措施之后",
)  # fmt: skip


def drawn(title: str = "") -> etree._Element:
    return etree.fromstring(render_figure(MAP, title))


def test_screen_readers_are_told_who_stands_where() -> None:
    svg = drawn()

    assert svg[0].text == "可能性 & <P> × 影响"
    assert str(svg[1].text).startswith("5 × 5: T1; 2 × 2: R1 R2 ")
    assert drawn("Map")[0].text == "Map"


def test_every_tile_has_shape_and_colour() -> None:
    svg = drawn()
    fills = [str(node.get("fill")) for node in svg.iter(SVG + "rect")][1:]
    words = ["".join(str(text) for text in node.itertext()) for node in svg.iter(SVG + "text")]

    assert len(fills) == 25
    assert fills[4] == f"#{COLOURS[Light.RED][0]}"
    assert "■ T1" in words
    assert words.count("▲") == 23
    assert "括号内为措施之后" in words


def test_more_than_a_tile_holds_is_whole_in_its_tool_tip() -> None:
    tips = [str(node.text) for node in drawn().iter(SVG + "title")][1:]

    assert [tip for tip in tips if tip.endswith("R29 (T1)")] == tips
    assert len(tips) == 1
