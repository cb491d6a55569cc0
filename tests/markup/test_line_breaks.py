"""A line break of the source is a space, and nothing between two wide characters."""

from __future__ import annotations

import pytest

from generator.document import Paragraph, Str, read_document
from generator.markup import render_xhtml
from generator.markup.line_breaks import is_wide


@pytest.mark.parametrize(
    ("source", "xhtml"),
    [
        ("one\ntwo", "one two"),
        ("甲\n乙", "甲乙"),
        ("甲，\n乙", "甲，乙"),
        ("甲\na", "甲 a"),
        ("a\n甲", "a 甲"),
        ("かな\n漢字", "かな漢字"),
        ("한글\n문자", "한글 문자"),
        ("**甲**\n**乙**", "<strong>甲</strong><strong>乙</strong>"),
        ("**甲**\n*b*", "<strong>甲</strong> <em>b</em>"),
        ("**甲\n乙**", "<strong>甲乙</strong>"),
        ("甲  \n乙\n丙", "甲<br />乙丙"),
        ("甲\n\\\n乙", "甲<br />乙"),
        ("甲\n乙\nc\n丁", "甲乙 c 丁"),
        ("`甲`\n乙", "<code>甲</code>乙"),
        ("[甲](#a)\n[乙](#b)", '<a href="#a">甲</a><a href="#b">乙</a>'),
    ],
)
def test_lines_join_as_the_script_is_written(source: str, xhtml: str) -> None:
    assert render_xhtml(source) == f"<p>{xhtml}</p>"


def test_code_blocks_keep_their_lines() -> None:
    assert "甲\n乙" in render_xhtml("甲\n乙\n\n```\n甲\n乙\n```")


def test_blocks_do_not_join() -> None:
    assert read_document(render_xhtml("甲\n\n乙")).blocks == (
        Paragraph((Str("甲"),)),
        Paragraph((Str("乙"),)),
    )


@pytest.mark.parametrize(("char", "wide"), [("甲", True), ("。", True), ("，", True), ("あ", True), ("한", False), ("a", False), ("“", False)])  # fmt: skip
def test_wide_characters_are_written_without_spaces(char: str, wide: bool) -> None:
    assert is_wide(char) is wide
