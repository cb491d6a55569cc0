from __future__ import annotations

import re
from base64 import b64decode
from datetime import date
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figures.gantt import Gantt, GanttBar
from generator.figures.svg import render_svg
from generator.html import MissingPictureError, embed
from generator.markup import render_xhtml
from generator.pictures import Picture
from generator.states import Light
from tests.html.reading import Page

GANTT = Gantt(
    bars=(GanttBar("R&D <b> “写回”", date(2026, 8, 17), date(2026, 9, 6), Light.RED, "late"),),
    today=date(2026, 8, 20),
    today_word="今天",
    heads=("里程碑", "日期", "状态"),
)
SVG = "{http://www.w3.org/2000/svg}"
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1)


def drawing(svg: str, alt: str = "计划") -> str:
    return embed(f"<img src='figures/a.svg' alt={quoteattr(alt)} />", {"figures/a.svg": svg}, {})


def test_a_figure_stands_in_the_page_as_it_was_drawn() -> None:
    svg = render_svg(GANTT, "计划")
    markup = embed(render_xhtml('![计划](figures/a.svg "标题")\n'), {"figures/a.svg": svg}, {})
    root = fromstring(markup)[0][0]
    drawn = fromstring(svg)

    assert [(e.tag, e.text) for e in root.iter()] == [(e.tag, e.text) for e in drawn.iter()]
    assert markup.startswith('<figure>\n<span class="drawing"><svg xmlns=')
    assert markup.endswith("</svg></span><figcaption>标题</figcaption>\n</figure>")


def test_the_alternative_text_is_the_name_and_the_description_stays() -> None:
    root = fromstring(drawing(render_svg(GANTT, "another title"), 'a "b" & <c>'))[0]
    description = root.find(SVG + "desc")

    assert description is not None
    assert (root.get("role"), root.get("aria-label")) == ("img", 'a "b" & <c>')
    assert root.get("aria-describedby") == description.get("id")
    assert root.get("aria-labelledby") is None


def test_without_an_alternative_text_the_figure_keeps_its_own_name() -> None:
    root = fromstring(drawing(render_svg(GANTT, "title"), ""))[0]

    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
    assert root.get("aria-label") is None


def test_one_figure_twice_has_different_ids() -> None:
    svg = render_svg(GANTT, "计划")
    markup = embed(render_xhtml("![a](a.svg)\n\n![b](a.svg)\n"), {"a.svg": svg}, {})
    ids = re.findall(r'\bid="([^"]*)"', markup)

    assert len(ids) == 4
    assert len(set(ids)) == 4
    assert all(":" in each for each in ids)


def test_links_inside_a_figure_follow_its_ids() -> None:
    svg = (
        '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="g"/></defs><use href="#g"/>'
        "<path fill=\"url('#g')\" stroke='url(#g)'/><a href=\"a#g\"/></svg>\n<!-- end -->"
    )

    assert drawing(svg) == (
        '<span class="drawing"><svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="计划"><defs>'
        '<g id="figure1:g" /></defs><use href="#figure1:g" />'
        '<path fill="url(\'#figure1:g\')" stroke="url(#figure1:g)" /><a href="a#g" /></svg></span>'
    )


def test_a_picture_is_part_of_the_page_with_its_size() -> None:
    picture = Picture(b"\x89PNG...", "png", 40, 20)
    markup = embed(render_xhtml("![现场 “照片”](figures/a%20b.png)\n"), {}, {"figures/a b.png": picture})
    (image,) = Page(markup).all("img")
    kind, _, data = image["src"].partition(",")

    assert (kind, b64decode(data)) == ("data:image/png;base64", picture.data)
    assert (image["alt"], image["width"], image["height"]) == ("现场 “照片”", "40", "20")


def test_a_photograph_says_its_kind() -> None:
    markup = embed(render_xhtml("![a](a.jpg)\n"), {}, {"a.jpg": Picture(b"\xff\xd8", "jpeg", 1, 1)})

    assert Page(markup).all("img")[0]["src"] == "data:image/jpeg;base64,/9g="


def test_a_picture_that_nobody_holds_is_named() -> None:
    with pytest.raises(MissingPictureError) as raised:
        embed(render_xhtml("![a](figures/图.png)\n"), {"figures/b.svg": "<svg/>"}, {})

    assert raised.value.path == "figures/图.png"


@given(TEXT, TEXT)
def test_any_text_in_a_figure_is_kept(name: str, alt: str) -> None:
    day = date(2026, 8, 1)
    gantt = Gantt((GanttBar(name, day, day, Light.RED, name),), day, name, (name, name, name))
    svg = render_svg(gantt, name)
    root = fromstring(drawing(svg, alt))[0]

    assert "".join(root.itertext()) == "".join(fromstring(svg).itertext())
    assert root.get("aria-label") == alt
