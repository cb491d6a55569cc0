from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.figures.colours import BARS, TODAY
from generator.figures.gantt import Gantt, GanttBar
from generator.figures.svg import render_svg
from generator.states import Light

SVG = "{http://www.w3.org/2000/svg}"
GANTT = Gantt(
    bars=(
        GanttBar("Site survey", date(2026, 8, 17), date(2026, 9, 6), Light.GREEN, "done"),
        GanttBar("MES 写回试点", date(2026, 10, 19), date(2026, 12, 5), Light.RED, "至少推迟 12 天"),
    ),
    today=date(2026, 11, 20),
    today_word="今天",
    heads=("里程碑", "日期", "状态"),
)
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=60
)


def drawn(gantt: Gantt, title: str = "") -> etree._Element:
    return etree.fromstring(render_svg(gantt, title))


def texts(svg: etree._Element) -> list[str]:
    return [
        "".join(str(span.text or "") for span in node.iter(SVG + "tspan")) for node in svg.iter(SVG + "text")
    ]


def test_everything_is_said_in_words() -> None:
    found = texts(drawn(GANTT))
    expected = [
        "里程碑",
        "日期",
        "状态",
        "Site survey",
        "2026-08-17 –2026-09-06",
        "● done",
        "■ 至少推迟 12 天",
        "今天 11-20",
    ]

    assert [text for text in expected if text not in found] == []


def test_screen_readers_are_told_what_it_shows() -> None:
    svg = drawn(GANTT, "Plan")
    title, description = svg[0], svg[1]

    assert (svg.get("role"), svg.get("aria-labelledby")) == (
        "img",
        f"{title.get('id')} {description.get('id')}",
    )
    assert title.text == "Plan"
    assert "MES 写回试点: 2026-10-19 – 2026-12-05, 至少推迟 12 天" in str(description.text)


def test_two_figures_of_one_page_have_different_ids() -> None:
    other = replace(GANTT, bars=GANTT.bars[:1])

    assert drawn(GANTT)[0].get("id") != drawn(other)[0].get("id")


def test_bars_have_the_colour_of_their_light() -> None:
    fills = [node.get("fill") for node in drawn(GANTT).iter(SVG + "rect")]

    assert [fill for fill in fills if fill in {f"#{c}" for c in BARS.values()}] == [
        f"#{BARS[Light.GREEN]}",
        f"#{BARS[Light.RED]}",
    ]


def test_a_long_name_is_whole_in_its_tool_tip() -> None:
    name = "a very long name of a milestone " * 5
    svg = drawn(replace(GANTT, bars=(replace(GANTT.bars[0], name=name),)))
    tips = [str(node.text) for node in svg.iter(SVG + "title")][1:]

    assert tips == [name]


@pytest.mark.parametrize("today", [date(2020, 1, 1), date(2030, 1, 1)])
def test_a_day_outside_the_plan_is_not_drawn(today: date) -> None:
    assert TODAY not in {
        str(n.get("stroke")).lstrip("#") for n in drawn(replace(GANTT, today=today)).iter(SVG + "path")
    }


@given(TEXT, TEXT, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 900))
def test_any_text_and_any_dates_are_well_formed(name: str, state: str, start: date, days: int) -> None:
    end = date.fromordinal(start.toordinal() + days)
    gantt = Gantt((GanttBar(name, start, end, Light.AMBER, state),), start, name, (name, state, name))
    svg = drawn(gantt, name)

    assert svg[0].text == name
    assert name in str(svg[1].text)


def test_it_is_drawn_within_its_frame() -> None:
    svg = drawn(GANTT)
    edges = [float(str(n.get("x", "0"))) + float(str(n.get("width"))) for n in svg.iter(SVG + "rect")]

    assert max(edges) <= float(str(svg.get("width")))


def test_the_same_figure_is_the_same_text() -> None:
    assert render_svg(GANTT) == render_svg(replace(GANTT))
