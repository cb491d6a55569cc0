"""Heading anchors, states and figures."""

from __future__ import annotations

import re

import pytest

from generator.markup import render_xhtml


@pytest.mark.parametrize(
    ("source", "ids"),
    [
        ("# One Two", ["one-two"]),
        ("# 客户 *真正* 想要什么？", ["客户-真正-想要什么"]),
        ("# a\n# a\n# a", ["a", "a-1", "a-2"]),
        ("# a\n# a-1\n# a", ["a", "a-1", "a-2"]),
        ("# ！\n# ？", ["section", "section-1"]),
        ("## 1.2 A & B", ["12-a--b"]),
    ],
)
def test_headings_have_the_anchors_of_github(source: str, ids: list[str]) -> None:
    assert re.findall(r'id="([^"]*)"', render_xhtml(source)) == ids


@pytest.mark.parametrize(
    ("source", "xhtml"),
    [
        ("**■ late**", '<strong class="state state-red">■ late</strong>'),
        ("**○ 未知**", '<strong class="state state-grey">○ 未知</strong>'),
        ("**■late**", "<strong>■late</strong>"),
        ("**late ■**", "<strong>late ■</strong>"),
        ("*■ late*", "<em>■ late</em>"),
    ],
)
def test_strong_text_that_begins_with_a_glyph_is_a_state(source: str, xhtml: str) -> None:
    assert render_xhtml(source) == f"<p>{xhtml}</p>"


def test_a_cell_that_begins_with_a_state_takes_its_colour() -> None:
    xhtml = render_xhtml("| a | b | c |\n|---|---|---|\n| **● fine** | see **● fine** | **fine** |")

    assert '<td class="state-green"><strong class="state state-green">● fine</strong></td>' in xhtml
    assert '<td>see <strong class="state state-green">● fine</strong></td>' in xhtml
    assert "<td><strong>fine</strong></td>" in xhtml


def test_a_picture_with_company_is_no_figure() -> None:
    assert "<figure>" not in render_xhtml("![a](b.png) text")
    assert "<figure>" not in render_xhtml("text ![a](b.png)")


def test_the_alternative_text_has_no_markup_and_no_lines() -> None:
    assert 'alt="a b c"' in render_xhtml("![a **b**\n`c`](d.png)")
