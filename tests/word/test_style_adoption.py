from __future__ import annotations

import pytest
from lxml import etree

from generator.word.base_package import MAIN
from generator.word.package import read_package
from generator.word.style_adoption import complete_styles
from generator.word.styles import NEEDED, StyleSheet, read_styles, style_key, wrong_types
from tests.word.reading import Element, find, value
from tests.word.schema import needs_schemas, schema_errors

INDENTED = '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="420"/></w:pPr>'


def style(kind: str, style_id: str, name: str, inner: str = "", based_on: str = "") -> str:
    below = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{below}{inner}</w:style>'


def sheet(*styles: str) -> bytes:
    return f'<w:styles xmlns:w="{MAIN}">{"".join(styles)}</w:styles>'.encode()


def completed(built_in: bytes, *styles: str, table_style: str = "") -> tuple[Element, StyleSheet]:
    ours = read_package(built_in)["word/styles.xml"]
    whole, found = complete_styles(sheet(*styles), ours, table_style)
    return etree.fromstring(whole), found


def named(tree: Element, name: str) -> Element:
    return find(tree, f"w:style[w:name/@w:val='{name}']")[0]


NORMAL = style("paragraph", "a", "Normal", INDENTED)


def test_everything_needed_is_there_afterwards(built_in: bytes) -> None:
    tree, found = completed(built_in, NORMAL)
    ids = [value(node, "styleId") for node in find(tree, "w:style")]

    assert {style_key(*key) for key in NEEDED} <= found.ids.keys()
    assert len(set(ids)) == len(ids)
    assert value(named(tree, "Title").findall(f"{{{MAIN}}}basedOn")[0]) == "a"


def test_fonts_are_those_of_the_base_but_for_code(built_in: bytes) -> None:
    tree, _ = completed(built_in, NORMAL)

    assert find(named(tree, "heading 1"), ".//w:rFonts") == []
    assert len(find(named(tree, "Source Code"), ".//w:rFonts")) == 1


@pytest.mark.parametrize("name", ["Table Text", "Quote", "Source Code", "Figure", "List Bullet", "caption"])
def test_an_indent_of_the_first_line_stops_at_adopted_styles(built_in: bytes, name: str) -> None:
    tree, _ = completed(built_in, NORMAL)

    assert [value(i, "firstLineChars") for i in find(named(tree, name), "w:pPr/w:ind")] == ["0"]


def test_running_text_keeps_the_indent_of_the_base(built_in: bytes) -> None:
    tree, _ = completed(built_in, NORMAL)

    assert find(named(tree, "Body Text"), "w:pPr/w:ind") == []


def test_a_fixed_line_height_does_not_cut_pictures_off(built_in: bytes) -> None:
    tree, _ = completed(built_in, NORMAL)

    assert value(find(named(tree, "Figure"), "w:pPr/w:spacing")[0], "lineRule") == "auto"


@needs_schemas
def test_adopted_styles_obey_the_schema(built_in: bytes) -> None:
    tree, _ = completed(built_in, NORMAL, style("character", "q", "Quote"))

    assert schema_errors(etree.tostring(tree)) == []


def test_a_name_taken_by_another_type_gets_a_word_before_it(built_in: bytes) -> None:
    tree, found = completed(built_in, style("character", "Quote", "Quote"))

    assert found.ids["paragraph", "quote"] == "PresalesQuote"
    assert value(find(tree, "w:style[@w:styleId='PresalesQuote']/w:name")[0]) == "Presales Quote"
    assert wrong_types(read_styles(sheet(style("character", "Quote", "Quote")))) == ("Quote",)


def test_the_default_table_style_of_the_base_serves_for_tables(built_in: bytes) -> None:
    tree, found = completed(built_in, style("table", "Corp", "Corporate Table"), table_style="Corp")

    assert found.ids["table", "presales table"] == "Corp"
    assert find(named(tree, "Table Head"), ".//w:color") == []


def test_a_default_that_is_no_table_style_does_not_serve(built_in: bytes) -> None:
    _, found = completed(built_in, NORMAL, table_style="a")

    assert found.ids["table", "presales table"] == "PresalesTable"


def test_a_table_style_of_our_name_wins_over_the_default(built_in: bytes) -> None:
    own = style("table", "t", "Presales Table"), style("table", "Corp", "Corporate Table")

    assert completed(built_in, *own, table_style="Corp")[1].ids["table", "presales table"] == "t"


def test_styles_kept_under_chinese_names_are_found() -> None:
    found = read_styles(
        sheet(
            style("paragraph", "x1", "标题 1"),
            style("paragraph", "x2", "标题 2"),
            style("paragraph", "h", "heading 2"),
        )
    )

    assert found.ids["paragraph", "heading 1"] == "x1"
    assert found.ids["paragraph", "heading 2"] == "h"


def test_a_style_counts_by_itself_or_by_the_one_below_it() -> None:
    def number(n: int) -> str:
        return f'<w:pPr><w:numPr><w:numId w:val="{n}"/></w:numPr></w:pPr>'

    found = read_styles(
        sheet(
            style("paragraph", "base", "Numbered", number(3)),
            style("paragraph", "h1", "heading 1", based_on="base"),
            style("paragraph", "h2", "heading 2", number(0), based_on="base"),
            style("paragraph", "h3", "heading 3"),
            style("paragraph", "h4", "heading 4", based_on="h4"),
        )
    )

    assert [found.is_numbered(f"heading {n}") for n in range(1, 6)] == [True, False, False, False, False]
