"""Prose keeps its structure below a list item and in a quote."""

from __future__ import annotations

import pytest

from generator.document import Callout, Document, ListBlock, Quote
from generator.markup import indented, is_one_paragraph, quoted_block
from tests.markup.oracle import read_with_oracle, read_with_ours

PROSE = [
    "one paragraph",
    "one\n\ntwo",
    "- a\n    - b\n        - c\n\n    more\n- d",
    "1. a\n\n\tmore\n2. b",
    "-\ta\n\t-\tb",
    "| a | b |\n|---|---|\n| c | d |\n\ntext",
    "```sql\nselect 1\n\n  from a\n```",
    "> quote\n> more\n\nafter",
    "![a](figures/a.svg)\n\ntext",
    "甲\n乙\n\n**丙**",
    "a  \nb",
]


@pytest.mark.parametrize("prose", PROSE)
@pytest.mark.parametrize("marker", ["- ", "1. ", "10. "])
def test_indented_prose_is_the_rest_of_a_list_item(prose: str, marker: str) -> None:
    source = f"{marker}item\n\n{indented(prose, 4)}\n"

    (block,) = read_with_ours(source).blocks
    assert isinstance(block, ListBlock)
    assert Document(block.items[0].blocks[1:]) == read_with_ours(prose)
    assert read_with_oracle(source) == read_with_ours(source)


@pytest.mark.parametrize("prose", PROSE)
def test_quoted_prose_is_a_quote_or_the_body_of_an_alert(prose: str) -> None:
    quote = quoted_block(prose)
    alert = f"> [!NOTE]\n{quote}"

    assert read_with_ours(quote) == Document((Quote(read_with_ours(prose).blocks),))
    assert read_with_ours(alert) == Document((Callout("note", read_with_ours(prose).blocks),))
    assert read_with_oracle(quote) == read_with_ours(quote)
    assert read_with_oracle(alert) == read_with_ours(alert)


def test_blank_lines_get_no_spaces_at_their_end() -> None:
    assert indented("a\n \nb\r\nc", 4) == "    a\n\n    b\n    c"
    assert quoted_block("a\n \nb") == "> a\n>\n> b"


@pytest.mark.parametrize(
    ("text", "one"),
    [("", True), ("a\nb", True), ("a\n\nb", False), ("- a", False), ("a\n- b", False), ("```\na\n```", False), ("    a", False)],
)  # fmt: skip
def test_only_a_single_paragraph_may_follow_text_on_its_line(text: str, one: bool) -> None:
    assert is_one_paragraph(text) is one
