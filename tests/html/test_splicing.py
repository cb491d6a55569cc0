from __future__ import annotations

from xml.parsers.expat import ExpatError
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.html.splicing import Edit, read_fragment, read_source, start_tag

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))


def test_places_are_bytes_around_tags() -> None:
    source = read_fragment("前<p>甲</p><br />后")
    paragraph, line_break = source.elements
    data = source.data

    assert data[paragraph.start : paragraph.inside] == b"<p>"
    assert data[paragraph.inside : paragraph.end].decode() == "甲</p>"
    assert data[line_break.start : line_break.end] == b"<br />"
    assert (paragraph.is_empty, line_break.is_empty) == (False, True)


def test_an_angle_bracket_in_an_attribute_does_not_end_the_tag() -> None:
    source = read_fragment("""<a title="a > b" href='c">"'>d</a>""")
    link = source.elements[0]

    assert source.data[link.inside : link.end] == b"d</a>"
    assert link.attributes == {"title": "a > b", "href": 'c">"'}


def test_elements_come_in_the_order_of_their_start_tags() -> None:
    elements = read_source("<a><b>1<c>2</c></b>3<d/></a>").elements

    assert [(e.name, e.parent, e.text) for e in elements] == [
        ("a", "", "123"),
        ("b", "a", "12"),
        ("c", "b", "2"),
        ("d", "a", ""),
    ]


def test_edits_at_one_place_keep_their_order() -> None:
    source = read_fragment("<p>乙</p>")
    end = source.elements[0].end
    edits = (Edit(end, end, "1"), Edit(end, end, "2"), Edit(0, 3, "<p class='x'>"))

    assert source.spliced(edits) == "<p class='x'>乙</p>12"


def test_text_that_is_not_well_formed_is_an_error() -> None:
    with pytest.raises(ExpatError):
        read_fragment("<p>a & b</p>")


@given(TEXT)
def test_any_value_of_an_attribute_is_read_back(value: str) -> None:
    value += "\t\n\r"

    assert read_fragment(start_tag("br", {"title": value}, empty=True)).elements[0].attributes == {
        "title": value
    }


@given(TEXT, TEXT)
def test_whatever_is_not_edited_stays_as_it_came(before: str, inside: str) -> None:
    xhtml = f"{escape(before)}<p>{escape(inside)}</p>{escape(before)}"
    source = read_fragment(xhtml)
    start = source.elements[0].inside

    assert source.spliced(()) == xhtml
    assert source.spliced([Edit(start, start, "+")]) == xhtml.replace("<p>", "<p>+", 1)
    assert source.elements[0].text == inside
