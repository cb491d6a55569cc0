"""The block structure of CommonMark, with the lines and columns of every block."""

from __future__ import annotations

import pytest

from generator.markup.blocks import Block, Kind
from generator.markup.scanning import expand_marks, scan_blocks, typed_column


def _outline(block: Block) -> str:
    """`list(item(paragraph paragraph))` for the blocks inside."""
    return " ".join(
        child.kind.name.lower() + (f"({_outline(child)})" if child.children else "")
        for child in block.children
    )


@pytest.mark.parametrize(
    ("source", "outline"),
    [
        ("", ""),
        ("a\nb\n\nc", "paragraph paragraph"),
        ("a\n- b\n1. c", "paragraph list(item(paragraph)) list(item(paragraph))"),
        ("a\n2. b", "paragraph"),
        ("- a\n  - b\n- c", "list(item(paragraph list(item(paragraph))) item(paragraph))"),
        ("- a\n   - b", "list(item(paragraph list(item(paragraph))))"),
        ("- a\n- b\n* c", "list(item(paragraph) item(paragraph)) list(item(paragraph))"),
        ("1. a\n1) b", "list(item(paragraph)) list(item(paragraph))"),
        ("1. a\n\n    b\n\n2. c", "list(item(paragraph paragraph) item(paragraph))"),
        ("- a\nb", "list(item(paragraph))"),
        ("- a\n\nb", "list(item(paragraph)) paragraph"),
        ("-\n  a", "list(item(paragraph))"),
        ("-\n\n  a", "list(item) paragraph"),
        ("- ```\n  a\n  ```\n- b", "list(item(fence) item(paragraph))"),
        ("> a\nb\n\n> c", "quote(paragraph) quote(paragraph)"),
        ("> - a\n> - b\n\nc", "quote(list(item(paragraph) item(paragraph))) paragraph"),
        ("> ```\nb", "quote(fence) paragraph"),
        ("# a\nb\n# c", "heading paragraph heading"),
        ("a\n---\nb", "paragraph rule paragraph"),
        ("- a\n---", "list(item(paragraph)) rule"),
        ("* * *", "rule"),
        ("    a\n\n    b\nc", "indented indented paragraph"),
        ("a\n    b", "paragraph"),
        ("| a | b |\n|---|---|\n| c | d |\n\ne", "table paragraph"),
        ("x\n| a | b |\n|---|---|", "paragraph table"),
        ("| a | b |\n|---|", "paragraph"),
        ("| a | b |\n|---|---|\n- c", "table list(item(paragraph))"),
        ("[^x]: a\n\n    b\n\nc", "note(paragraph paragraph) paragraph"),
        ("```\na\n~~~\n```\nb", "fence paragraph"),
        ("``` a`b\nc", "paragraph"),
        ("````\n```\n````", "fence"),
    ],
)
def test_blocks_nest_as_in_commonmark(source: str, outline: str) -> None:
    assert _outline(scan_blocks(source)) == outline


@pytest.mark.parametrize(
    ("source", "tight"),
    [("- a\n- b", True), ("- a\n\n- b", False), ("- a\n\n  b", False), ("- a\n  - b\n\n    c\n- d", True), ("- a\n\n", True)],
)  # fmt: skip
def test_a_list_is_loose_when_a_blank_line_parts_its_blocks(source: str, tight: bool) -> None:
    assert scan_blocks(source).children[0].tight is tight


def test_leaves_know_the_lines_and_columns_of_their_text() -> None:
    quote = scan_blocks("x\n\n> - a\n>   b\n").children[1]
    paragraph = quote.children[0].children[0].children[0]

    assert [(line.number, line.column, line.text) for line in paragraph.lines] == [(3, 5, "a"), (4, 5, "b")]
    assert (quote.line, quote.column, quote.last) == (3, 1, 4)


def test_a_fence_keeps_the_space_behind_its_own_indent() -> None:
    fence = scan_blocks("  ```py\n   a\n  b\n c\n\t\n  ```").children[0]

    assert [line.text for line in fence.lines] == [" a", "b", "c", "\t"]
    assert (fence.info, fence.marker, fence.closed) == ("py", "```", True)


def test_a_fence_without_end_is_not_closed() -> None:
    assert scan_blocks("```\na").children[0].closed is False


def test_an_alert_is_a_quote_with_its_kind() -> None:
    kinds = [scan_blocks(f"> [!{kind}]\n> a").children[0].info for kind in ("NOTE", "tip", "Danger")]

    assert kinds == ["note", "tip", ""]


def test_every_line_end_ends_a_line_and_the_last_begins_none() -> None:
    assert [block.line for block in scan_blocks("a\r\n\r\nb\r\rc\n").children] == [1, 3, 5]


def test_containers_nested_without_end_stay_text() -> None:
    block, depth = scan_blocks("> " * 100 + "a"), 0
    while block.children:
        block, depth = block.children[0], depth + 1

    assert depth == 41
    assert block.lines[0].text.startswith("> >")
    assert block.kind is Kind.PARAGRAPH


@pytest.mark.parametrize(
    ("line", "expanded"),
    [("a\tb", "a\tb"), ("\ta\tb", "    a\tb"), ("-\ta", "-   a"), ("> \ta", ">   a"), ("1.\ta", "1.  a"), ("#\ta", "#   a")],
)  # fmt: skip
def test_tabs_before_the_text_reach_columns_and_tabs_in_it_are_text(line: str, expanded: str) -> None:
    assert expand_marks(line) == expanded


@pytest.mark.parametrize(("column", "typed"), [(1, 1), (2, 2), (4, 2), (5, 3), (6, 4)])
def test_a_column_leads_back_to_the_typed_character(column: int, typed: int) -> None:
    assert typed_column("-\tab", column) == typed
