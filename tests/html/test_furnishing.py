from __future__ import annotations

from typing import get_args
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import CalloutKind, read_document
from generator.document.wording import CALLOUT_WORDS
from generator.html import furnish
from generator.markup import render_xhtml
from tests.html.reading import Page

KINDS: tuple[CalloutKind, ...] = get_args(CalloutKind)
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1)


def furnished(markdown: str) -> Page:
    return Page(furnish(render_xhtml(markdown), "zh"))


@pytest.mark.parametrize("kind", KINDS)
def test_alerts_say_what_they_are(kind: CalloutKind) -> None:
    xhtml = render_xhtml(f"> [!{kind.upper()}]\n> text\n")

    assert f'<p class="callout-title">{CALLOUT_WORDS[kind].zh}</p>' in furnish(xhtml, "zh")
    assert f'<p class="callout-title">{CALLOUT_WORDS[kind].en}</p>' in furnish(xhtml, "en")


def test_captions_are_numbered_and_figures_without_one_are_not() -> None:
    page = furnished('![a](a.svg "First")\n\n![b](b.svg)\n\n![c](c.svg "Second")\n')

    assert [text for text in page.texts if text.strip()] == ["图 1", "\u2003First", "图 2", "\u2003Second"]


def test_tables_scroll_on_their_own_and_can_be_reached_by_keyboard() -> None:
    markup = furnish(render_xhtml("| a |\n|---|\n| b |\n"), "en")

    assert markup.startswith('<div class="table" role="group" tabindex="0" aria-label="Table"><table>')
    assert markup.endswith("</table></div>")


def test_headers_name_their_column() -> None:
    page = furnished("| a | b |\n|:--|---|\n| c | d |\n")

    assert [head.get("scope") for head in page.all("th")] == ["col", "col"]
    assert page.all("th")[0]["style"] == "text-align: left"


def test_short_cells_and_states_stay_in_one_line() -> None:
    page = furnished(
        "| 编号 | 内容 |\n|---|---|\n| **■ 超期 12 天** | 试点报告中附三条产线的数据 |\n| 2026-05-20 | 十六个半角宽度字 |\n"
    )

    assert [cell.get("class") for cell in page.all("td")] == ["state-red short", None, "short", "short"]
    assert [strong.get("class") for strong in page.all("strong")] == ["state state-red short"]


def test_a_long_state_may_break() -> None:
    page = furnished("**■ at least twelve days late** and **bold**\n")

    assert [strong.get("class") for strong in page.all("strong")] == ["state state-red", None]


def test_emphasis_in_another_script_says_its_language() -> None:
    markdown = "*重点* and *stress*\n"

    assert furnish(render_xhtml(markdown), "en") == '<p><em lang="zh-CN">重点</em> and <em>stress</em></p>'
    assert furnish(render_xhtml(markdown), "zh") == '<p><em>重点</em> and <em lang="en">stress</em></p>'


def test_boxes_of_tasks_are_named() -> None:
    page = furnished("- [x] a\n- [ ] b\n")

    assert [box["aria-label"] for box in page.all("input")] == ["已完成", "未完成"]


def test_footnotes_and_the_way_back_are_named() -> None:
    page = furnished("a[^1]\n\n[^1]: b\n")
    holder = next(attributes for attributes in page.all("div") if attributes.get("class") == "footnotes")
    back = page.all("a")[-1]

    assert (holder["role"], holder["aria-label"]) == ("doc-endnotes", "脚注")
    assert (back["role"], back["aria-label"], back["href"]) == ("doc-backlink", "回到正文", "#fn-mark-1")


def test_the_rest_is_left_as_it_is() -> None:
    xhtml = render_xhtml("# T\n\n1. a\n    - b\n\n---\n\n```yaml\na: '<b>'\n```\n\n> quote\n")

    assert furnish(xhtml, "zh") == xhtml


@given(TEXT, TEXT)
def test_any_text_in_cells_is_kept(head: str, cell: str) -> None:
    xhtml = f"<table><thead><tr><th>{escape(head)}</th></tr></thead><tbody><tr><td>{escape(cell)}</td></tr></tbody></table>"
    document = read_document(xhtml)
    inner = furnish(xhtml, "zh").partition("<table>")[2].removesuffix("</div>")

    assert read_document("<table>" + inner) == document
