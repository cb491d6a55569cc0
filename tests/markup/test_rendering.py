"""The XHTML of the dialect, element by element."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markup import render_xhtml
from generator.markup.blocks import Block, Kind
from generator.markup.tree import build_tree

INLINES = [
    ("one\ntwo", "one two"),
    ("one  \ntwo", "one<br />two"),
    ("one\\\ntwo", "one<br />two"),
    ("one \ntwo", "one two"),
    ("`a  *b*`", "<code>a  *b*</code>"),
    ("`` a`b ``", "<code>a`b</code>"),
    ("`a\nb`", "<code>a b</code>"),
    ("`a", "`a"),
    (r"\*a\* \q \\", r"*a* \q \\"[:-1]),
    ("&copy; &#42; &#x2a; &amp;lt; &bogus; R&D", "© * * &amp;lt; &amp;bogus; R&amp;D"),
    ("<https://a.example/x_y>", '<a href="https://a.example/x_y">https://a.example/x_y</a>'),
    ("<a@b.example>", '<a href="mailto:a@b.example">a@b.example</a>'),
    ("<irc://a.example>", "&lt;irc://a.example&gt;"),
    ("[a](https://b.example)", '<a href="https://b.example">a</a>'),
    ('[a](https://b.example "t")', '<a href="https://b.example" title="t">a</a>'),
    ("[a](https://b.example '“t” & \"u\"')", '<a href="https://b.example" title="“t” &amp; &quot;u&quot;">a</a>'),
    ("[a](https://b.example (t))", '<a href="https://b.example" title="t">a</a>'),
    ('[a](https://b.example "`c` <https://d.example>")',
     '<a href="https://b.example" title="`c` &lt;https://d.example&gt;">a</a>'),
    ("[a](<https://b.example/c d>)", '<a href="https://b.example/c%20d">a</a>'),
    ("[a](<https://b.example>)", '<a href="https://b.example">a</a>'),
    ("[a](https://b.example/(c))", '<a href="https://b.example/(c)">a</a>'),
    ("[a](#甲)", '<a href="#甲">a</a>'),
    ("[a]()", '<a href="">a</a>'),
    ("[a](javascript:x)", "[a](javascript:x)"),
    ("[a [b](#b)](#a)", '[a <a href="#b">b</a>](#a)'),
    ("[a [b] c](#a)", '<a href="#a">a [b] c</a>'),
    ("[a] (b)", "[a] (b)"),
    ("[a](b c)", "[a](b c)"),
    ("[a", "[a"),
    ("[a](b", "[a](b"),
    ("[a [b](#c)", '[a <a href="#c">b</a>'),
    ("x ![a *b*](c.png 't')", 'x <img alt="a b" src="c.png" title="t" />'),
    ("x ![a](b c)", "x ![a](b c)"),
    ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
    ("~~x~~ {: .a }", "~~x~~ {: .a }"),
    ("a\tb", "a\tb"),
    ("\u3000\u3000首行", "\u3000\u3000首行"),
]  # fmt: skip
BLOCKS = [
    ("", ""),
    ("\n \n", ""),
    ("a\n\nb", "<p>a</p>\n<p>b</p>"),
    ("# a\n###### b #", '<h1 id="a">a</h1>\n<h6 id="b">b</h6>'),
    ("####### a", "<p>####### a</p>"),
    ("a\n***\nb", "<p>a</p>\n<hr />\n<p>b</p>"),
    ("```sql x\na\n\n  b\n```", '<pre><code class="language-sql">a\n\n  b\n</code></pre>'),
    ("``` c\\+\\+ &amp;\na\n```", '<pre><code class="language-c++">a\n</code></pre>'),
    ("~~~\n&<\t\n~~~", "<pre><code>&amp;&lt;\t\n</code></pre>"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>"),
    ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
    ("- a\n    - b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
    ("- [x] a\n- [ ] b",
     ('<ul>\n<li class="task"><input checked="checked" disabled="disabled" type="checkbox" /> a</li>\n'
     '<li class="task"><input disabled="disabled" type="checkbox" /> b</li>\n</ul>')),
    ("- [ ] a\n\n  b",
     '<ul>\n<li class="task"><p><input disabled="disabled" type="checkbox" /> a</p>\n<p>b</p>\n</li>\n</ul>'),
    ("> a\n\n> b", "<blockquote>\n<p>a</p>\n</blockquote>\n<blockquote>\n<p>b</p>\n</blockquote>"),
    ("> [!Note]\n> a", '<div class="callout callout-note">\n<p>a</p>\n</div>'),
    ("> [!DANGER]\n> a", "<blockquote>\n<p>[!DANGER] a</p>\n</blockquote>"),
    ('![a\tb](c.png "t & u")',
     '<figure><img alt="a&#9;b" src="c.png" /><figcaption>t &amp; u</figcaption>\n</figure>'),
    ("![a](c.png)", '<figure><img alt="a" src="c.png" /></figure>'),
    ("| a | b |\n|:-:|---|\n| c |",
     ('<table>\n<thead>\n<tr>\n<th style="text-align: center">a</th>\n<th>b</th>\n</tr>\n</thead>\n'
     '<tbody>\n<tr>\n<td style="text-align: center">c</td>\n<td></td>\n</tr>\n</tbody>\n</table>')),
    ("| a | b |\n|---|-|",
     ('<table>\n<colgroup><col data-weight="3" style="width: 75%" /><col data-weight="1" style="width: 25%" />'
     "</colgroup>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>")),
]  # fmt: skip


@pytest.mark.parametrize(("source", "inner"), INLINES)
def test_running_text_becomes_inline_elements(source: str, inner: str) -> None:
    assert render_xhtml(source) == f"<p>{inner}</p>"


@pytest.mark.parametrize(("source", "xhtml"), BLOCKS)
def test_blocks_become_one_element_each(source: str, xhtml: str) -> None:
    assert "".join(render_xhtml(source).split("\n")) == "".join(xhtml.split("\n"))


def test_every_block_begins_a_line_so_that_pages_can_be_compared() -> None:
    assert render_xhtml("# a\n\nb\n\n- c\n    - d\n\n> e") == (
        '<h1 id="a">a</h1>\n<p>b</p>\n<ul>\n<li>c<ul>\n<li>d</li>\n</ul>\n</li>\n</ul>\n'
        "<blockquote>\n<p>e</p>\n</blockquote>"
    )


def test_footnotes_are_numbered_in_the_order_of_their_marks() -> None:
    xhtml = render_xhtml("a[^x] b[^y] c[^x]\n\n[^y]: second\n[^x]: first[^z]\n[^z]: third\n[^w]: unused")

    assert xhtml == (
        '<p>a<sup class="footnote-mark" id="fn-mark-1"><a href="#fn-1">1</a></sup>'
        ' b<sup class="footnote-mark" id="fn-mark-2"><a href="#fn-2">2</a></sup>'
        ' c<sup class="footnote-mark" id="fn-mark-1-2"><a href="#fn-1">1</a></sup></p>\n'
        '<div class="footnotes">\n<ol>\n'
        '<li id="fn-1"><p>first<sup class="footnote-mark" id="fn-mark-3"><a href="#fn-3">3</a></sup>'
        '<a class="footnote-back" href="#fn-mark-1">↩</a><a class="footnote-back" href="#fn-mark-1-2">↩</a></p>\n</li>\n'
        '<li id="fn-2"><p>second<a class="footnote-back" href="#fn-mark-2">↩</a></p>\n</li>\n'
        '<li id="fn-3"><p>third<a class="footnote-back" href="#fn-mark-3">↩</a></p>\n</li>\n'
        "</ol>\n</div>"
    )


def test_a_footnote_that_nothing_refers_to_does_not_appear() -> None:
    assert render_xhtml("a\n\n[^x]: b") == "<p>a</p>"


def test_a_mark_without_a_footnote_is_text() -> None:
    assert render_xhtml("a[^x]") == "<p>a[^x]</p>"


def test_the_first_definition_of_a_footnote_counts() -> None:
    assert ">one<a" in render_xhtml("a[^x]\n\n[^x]: one\n[^x]: two")


def test_the_way_back_from_a_footnote_ends_its_last_paragraph_or_makes_one() -> None:
    xhtml = render_xhtml("a[^x] b[^y]\n\n[^x]: ![c](d.png)\n\n[^y]: e\n\n    f")

    assert '<img alt="c" src="d.png" /></figure>\n<p><a class="footnote-back" href="#fn-mark-1">' in xhtml
    assert '<p>e</p>\n<p>f<a class="footnote-back"' in xhtml


def test_one_document_leaves_nothing_to_the_next() -> None:
    first = render_xhtml("# a\n\n[^x] *b `c` d*\n\n[^x]: n")

    assert render_xhtml("[^x] *b") == "<p>[^x] *b</p>"
    assert render_xhtml("# a\n\n[^x] *b `c` d*\n\n[^x]: n") == first


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    assert render_xhtml("a\x02b\x03c\ud800") == "<p>a\ufffdb\ufffdc\ufffd</p>"


def test_an_item_without_its_list_is_a_bug() -> None:
    with pytest.raises(AssertionError, match="ITEM"):
        build_tree(Block(Kind.DOCUMENT, 0, 1, children=[Block(Kind.ITEM, 1, 1)]))


@given(st.text(st.sampled_from("ab*_`[]()<>!&;#|-~\\\n\t \x00\ud800中“。1.:^+\"'"), max_size=60))
def test_any_text_renders_as_well_formed_xhtml(source: str) -> None:
    root = fromstring(f"<div>{render_xhtml(source)}</div>")

    assert root.tag == "div"
