from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.figures import render_figure
from generator.figures.charts import (
    Axis,
    BarChart,
    Chart,
    LineChart,
    Point,
    PointSeries,
    ScatterChart,
    Series,
    StackedBarChart,
    in_words,
)
from generator.figures.inks import INKS
from generator.figures.numbers import NumberKind
from tests.figures.charts import BIAS, CALIBRATION, CHARTS, GAPS, KEPT, LIGHTS, MONTHS, THEMES
from tests.figures.test_svg import SVG, TEXT

WHITE = "#ffffff"


def drawn(chart: Chart, title: str = "") -> etree._Element:
    return etree.fromstring(render_figure(chart, title))


def texts(svg: etree._Element) -> list[str]:
    return ["".join(str(text) for text in node.itertext()) for node in svg.iter(SVG + "text")]


def number(node: etree._Element, name: str) -> float:
    return float(str(node.get(name)))


def areas(svg: etree._Element) -> list[etree._Element]:
    """The rectangles that stand for values: those of the legend are moved by their group."""
    found = [node for node in svg.iter(SVG + "rect") if node.get("stroke")]
    return [node for node in found if "transform" not in (node.getparent().attrib)]  # type: ignore[union-attr]


def lengths(chart: Chart, side: str) -> list[float]:
    return [number(node, side) for node in areas(drawn(chart))]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_screen_readers_are_told_the_summary_and_every_number(chart: Chart) -> None:
    svg = drawn(chart)

    assert (svg[0].text, svg[1].text) == (chart.summary, in_words(chart))
    assert drawn(chart, "Title")[0].text == "Title"


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_it_is_drawn_within_its_frame(chart: Chart) -> None:
    svg = drawn(chart)
    rectangles = [node for node in svg.iter(SVG + "rect") if node.get("x")]

    assert all(
        number(node, "x") >= 0 and number(node, "y") >= 0 for node in rectangles[1:] if node in areas(svg)
    )
    assert (
        max(number(n, "x") + number(n, "width") for n in rectangles if n.get("x")) <= 720
        if rectangles
        else True
    )


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_words_of_axes_series_and_categories_are_shown(chart: Chart) -> None:
    found = texts(drawn(chart))
    if isinstance(chart, ScatterChart):
        words = [chart.x.word, chart.y.word, chart.diagonal, *(one.name for one in chart.series)]
    else:
        names = [one.name for one in chart.series] if len(chart.series) > 1 else []
        words = [chart.axis.word, chart.category_word, *chart.categories, *names]

    assert [word for word in words if word not in found] == []


def test_lengths_of_bars_follow_the_values() -> None:
    longest, *_ = lengths(THEMES, "width")

    assert [round(length / longest * 5, 1) for length in lengths(THEMES, "width")] == [5, 3, 4, 6, 2]
    assert {number(node, "height") for node in areas(drawn(THEMES))} == {20}


def test_upright_bars_grow_from_the_bottom() -> None:
    bars = areas(drawn(KEPT))

    assert [number(bar, "height") for bar in bars] == [115.0, 172.5]
    assert len({number(bar, "y") + number(bar, "height") for bar in bars}) == 1


def test_negative_bars_end_where_positive_ones_begin() -> None:
    below, above = areas(drawn(BIAS))

    assert number(below, "x") + number(below, "width") == pytest.approx(number(above, "x"), abs=0.11)


def test_parts_of_a_stack_follow_each_other() -> None:
    parts = areas(drawn(GAPS))
    east_lost, east_risk = parts[0], parts[1]

    assert number(east_risk, "y") + number(east_risk, "height") == pytest.approx(
        number(east_lost, "y"), abs=0.11
    )
    assert number(east_lost, "height") / number(east_risk, "height") == pytest.approx(118.5 / 60, rel=0.01)


@pytest.mark.parametrize(
    ("chart", "labels"),
    [
        (THEMES, ["5", "3", "4", "6", "2"]),
        (KEPT, ["50%", "75%"]),
        (BIAS, ["-5%", "28%"]),
        (GAPS, ["118.50", "60.00", "2.00", "240.25"]),
        (MONTHS, ["3", "5", "8", "1", "4", "7"]),
        (CALIBRATION, ["n = 12", "80%", "n = 7"]),
        (LIGHTS, ["2", "60"]),  # a part of 1 is too short for it, the description tells
    ],
)
def test_values_stand_beside_what_they_belong_to(chart: Chart, labels: list[str]) -> None:
    bold = [node.text for node in drawn(chart).iter(SVG + "text") if node.get("font-weight")]

    assert bold == labels


def test_an_upright_part_of_nothing_has_no_label() -> None:
    chart = replace(GAPS, series=(Series("Lost", (0, 2)), GAPS.series[1]))

    assert "0.00" not in [n.text for n in drawn(chart).iter(SVG + "text") if n.get("font-weight")]


def test_of_many_lines_the_last_values_are_told() -> None:
    lines = tuple(Series(f"line {n}", (n, 2 * n, 3 * n)) for n in (1, 2, 3))
    chart = LineChart(("a", "b", "c"), lines, Axis("n"), "x", "summary")

    assert [n.text for n in drawn(chart).iter(SVG + "text") if n.get("font-weight")] == ["3", "6", "9"]


def test_a_line_is_broken_where_there_is_no_value() -> None:
    paths = [
        str(n.get("d")) for n in drawn(MONTHS).iter(SVG + "path") if n.get("stroke") == f"#{INKS[0].colour}"
    ]
    lines = [path for path in paths if path.startswith("M") and path.count("L") == 1 and "z" not in path]

    assert len(lines) == 1


def test_series_differ_by_pattern_and_marker() -> None:
    fills = [node.get("fill") for node in areas(drawn(THEMES))]
    markers = {
        n.get("d") for n in drawn(MONTHS).iter(SVG + "path") if str(n.get("transform")).startswith("tr")
    }

    assert fills[0] == f"#{INKS[0].colour}"
    assert str(fills[1]).startswith("url(#wdUpDiag-")
    assert len(markers) == 2


def test_patterns_that_are_used_are_defined_once() -> None:
    svg = drawn(LIGHTS)
    defined = [node.get("id") for node in svg.iter(SVG + "pattern")]
    used = {str(n.get("fill"))[5:-1] for n in svg.iter(SVG + "rect") if str(n.get("fill")).startswith("url")}

    assert defined == sorted(used)
    assert used


def test_points_of_two_series_at_one_place_stand_apart() -> None:
    spots = [str(n.get("transform")) for n in drawn(CALIBRATION).iter(SVG + "path") if n.get("transform")]
    places = [
        spot.removeprefix("translate(").split()[0] for spot in spots if not spot.startswith("translate(0.0 ")
    ]

    assert len(set(places)) == len(places) == 3


def test_the_diagonal_is_drawn_from_corner_to_corner() -> None:
    dashed = [
        str(n.get("d")) for n in drawn(CALIBRATION).iter(SVG + "path") if n.get("stroke-dasharray") == "6 4"
    ]
    without = [
        n for n in drawn(replace(CALIBRATION, diagonal="")).iter(SVG + "path") if n.get("stroke-dasharray")
    ]

    assert len(dashed) == 2
    assert without == []


def test_a_diagonal_outside_the_scales_is_not_drawn() -> None:
    chart = ScatterChart(
        (PointSeries("a", (Point(5, 2),)),),
        Axis("x", low=4, high=6),
        Axis("y", low=1, high=3),
        "summary",
        "equal",
    )
    dashed = [n for n in drawn(chart).iter(SVG + "path") if n.get("stroke-dasharray") == "6 4"]

    assert len(dashed) == 1  # in the legend


def test_a_long_name_is_folded_and_whole_in_its_tool_tip() -> None:
    name = "a very long name of a theme " * 6
    svg = drawn(replace(THEMES, categories=(name, "b", "c")))

    assert [node.text for node in svg.iter(SVG + "title")][1:] == [name]


def test_a_legend_of_many_series_takes_several_lines() -> None:
    series = tuple(Series(f"a series with a long name {n}", (n,)) for n in range(1, 7))
    svg = drawn(BarChart(("only",), series, Axis("n"), "x", "summary"))
    tops = {str(n.get("transform")).split()[1] for n in svg.iter(SVG + "g") if n.get("transform")}

    assert len(tops) == 3


@pytest.mark.parametrize(
    "chart",
    [
        BarChart((), (Series("a", ()),), Axis("n"), "x", "nothing"),
        StackedBarChart((), (Series("a", ()),), Axis("n"), "x", "nothing", upright=True),
        LineChart((), (Series("a", ()),), Axis("n"), "x", "nothing"),
        ScatterChart((), Axis("x"), Axis("y"), "nothing"),
        ScatterChart((), Axis("x"), Axis("y"), "nothing", "diagonal"),
    ],
)
def test_a_chart_of_nothing_is_an_empty_frame(chart: Chart) -> None:
    assert drawn(chart)[0].text == "nothing"


@given(TEXT, TEXT, st.lists(st.floats(-1e7, 1e7), min_size=1, max_size=4), st.booleans())
def test_any_text_and_any_numbers_are_well_formed(
    name: str, word: str, values: list[float], upright: bool
) -> None:
    chart = BarChart(
        (name,),
        tuple(Series(word, (value,)) for value in values),
        Axis(word, NumberKind.MONEY),
        name,
        word,
        upright,
    )
    svg = drawn(chart)

    assert (svg[0].text, svg[1].text) == (word, in_words(chart))
    assert all(number(node, "width") >= 0 and number(node, "height") >= 0 for node in areas(svg))
