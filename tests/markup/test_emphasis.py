"""Emphasis by CommonMark's algorithm, and beside Chinese punctuation as Chinese is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markup import render_xhtml
from tests.markup.oracle import read_with_oracle, read_with_ours


@pytest.mark.parametrize(
    ("source", "inner"),
    [
        ("*a*", "<em>a</em>"),
        ("**a**", "<strong>a</strong>"),
        ("***a***", "<em><strong>a</strong></em>"),
        ("**a *b***", "<strong>a <em>b</em></strong>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("*a*b*", "<em>a</em>b*"),
        ("a_b_c", "a_b_c"),
        ("_a_b_c_", "<em>a_b_c</em>"),
        ("*foo**bar*", "<em>foo**bar</em>"),
        ("**foo*", "*<em>foo</em>"),
        ("*a _b* c_", "<em>a _b</em> c_"),
        ("* a *b", "* a *b"),
        ("*a `*` b*", "<em>a <code>*</code> b</em>"),
        (r"*a \* b*", "<em>a * b</em>"),
        ("*a [b*](https://c.example)", '*a <a href="https://c.example">b*</a>'),
        ("*a&nbsp;*", "<em>a\xa0</em>"),
        ("*a\\\n*b*", "*a<br /><em>b</em>"),
        ("2*3*4 and 5 * 6", "2<em>3</em>4 and 5 * 6"),
    ],
)
def test_emphasis_is_read_by_the_rules_of_commonmark(source: str, inner: str) -> None:
    assert render_xhtml(f"x {source}") == f"<p>x {inner}</p>"


@pytest.mark.parametrize(
    ("source", "inner"),
    [
        ("**“重点”**内容", "<strong>“重点”</strong>内容"),
        ("**注意：**请先试点", "<strong>注意：</strong>请先试点"),
        ("见**《合同》**附件", "见<strong>《合同》</strong>附件"),
        ("先**（试点）**后*“推广”*了", "先<strong>（试点）</strong>后<em>“推广”</em>了"),
        ("**[链接](https://a.example)**内容", '<strong><a href="https://a.example">链接</a></strong>内容'),
        ("**`code`**内容", "<strong><code>code</code></strong>内容"),
        ("成本**100%**以内", "成本<strong>100%</strong>以内"),
    ],
)
def test_chinese_emphasis_needs_no_space_beside_punctuation(source: str, inner: str) -> None:
    assert render_xhtml(source) == f"<p>{inner}</p>"


def test_a_pictograph_is_no_chinese_neighbour() -> None:
    assert render_xhtml("a**👍**b") == "<p>a**👍**b</p>"


@given(st.lists(st.sampled_from([*"ab *_*_", "**", "__", "***", "`c`", "\\*", "中", "(", ")"]), max_size=14))
def test_any_row_of_delimiters_reads_as_the_oracle_reads_it(pieces: list[str]) -> None:
    source = "x" + "".join(pieces) + "x"
    beside_punctuation = "中" in source and any(char in source for char in "()`\\")

    assert beside_punctuation or read_with_ours(source) == read_with_oracle(source)


@given(st.lists(st.sampled_from([*"ab *_*_", "**", "__", "***", "中", "”", "("]), max_size=14))
def test_the_short_way_for_plain_text_reads_as_the_long_one(pieces: list[str]) -> None:
    # Any code in a paragraph makes all of it go through Python-Markdown's patterns.
    text = "".join(pieces) + "x"

    short, long = render_xhtml(f"x {text}"), render_xhtml(f"x {text} `c`")
    assert long == short.replace("</p>", " <code>c</code></p>")


def test_what_nobody_writes_is_text_and_ends_no_recursion() -> None:
    long, deep = "*" * 3000 + "a" + "*" * 3000, "*a " * 3000 + "b* " * 3000

    assert render_xhtml(f"x {long}") == f"<p>x {long}</p>"
    assert render_xhtml(deep).count("<em>") == 80
