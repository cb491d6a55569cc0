"""The XHTML of the dialect becomes the closed Document; anything else is refused."""

from __future__ import annotations

import pytest

from generator.document import (
    Block,
    Break,
    Callout,
    Cell,
    Code,
    CodeBlock,
    Column,
    Document,
    Emphasis,
    Figure,
    Footnote,
    FootnoteMark,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    State,
    Str,
    Strong,
    Table,
    UnknownElementError,
    read_document,
)
from generator.markup import render_xhtml
from generator.states import Light


def _text(text: str) -> Paragraph:
    return Paragraph((Str(text),))


def _item(*blocks: Block, checked: bool | None = None) -> ListItem:
    return ListItem(blocks, checked)


@pytest.mark.parametrize(
    ("source", "inlines"),
    [
        ("a &amp; <b", (Str("a & <b"),)),
        ("*a* **b**", (Emphasis((Str("a"),)), Str(" "), Strong((Str("b"),)))),
        ("**a *b* `c`**", (Strong((Str("a "), Emphasis((Str("b"),)), Str(" "), Code("c"))),)),
        ("a  \nb", (Str("a"), Break(), Str("b"))),
        ("**■ late** x", (State(Light.RED, "■ late"), Str(" x"))),
        ("**▲ `a` *b***", (State(Light.AMBER, "▲ a b"),)),
        ('[a *b*](https://c.example "t")',
         (Link("https://c.example", "t", (Str("a "), Emphasis((Str("b"),)))),)),
        ("[a](#甲-乙)", (Link("#甲-乙", "", (Str("a"),)),)),
        ("[a](https://c.example/甲)", (Link("https://c.example/%E7%94%B2", "", (Str("a"),)),)),
        ("` a  b `", (Code("a  b"),)),
        ("a\u00a0", (Str("a\u00a0"),)),
    ],
)  # fmt: skip
def test_inline_elements_become_inline_kinds(source: str, inlines: tuple[Inline, ...]) -> None:
    assert read_document(render_xhtml(source)) == Document((Paragraph(inlines),))


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("", ()),
        ("# a *b*", (Heading(1, (Str("a "), Emphasis((Str("b"),))), "a-b"),)),
        ("---", (Rule(),)),
        ("```sql\na\n\nb\n```", (CodeBlock("a\n\nb", "sql"),)),
        ("```\n```", (CodeBlock("", ""),)),
        ("> a\n>\n> b", (Quote((_text("a"), _text("b"))),)),
        ("> [!WARNING]\n> a", (Callout("warning", (_text("a"),)),)),
        ('![a](x%20y/甲.png "c")', (Figure("x y/甲.png", "a", "c"),)),
        ("![a](b.png)", (Figure("b.png", "a", ""),)),
        ("- a\n- b", (ListBlock(False, 1, True, (_item(_text("a")), _item(_text("b")))),)),
        ("- a\n\n- b", (ListBlock(False, 1, False, (_item(_text("a")), _item(_text("b")))),)),
        ("4. a", (ListBlock(True, 4, True, (_item(_text("a")),)),)),
        ("-", (ListBlock(False, 1, True, (_item(),)),)),
        ("- ![a](b.png)\n\n  c",
         (ListBlock(False, 1, False, (_item(Figure("b.png", "a", ""), _text("c")),)),)),
        ('- ![a](b.png "t")', (ListBlock(False, 1, True, (_item(Figure("b.png", "a", "t")),)),)),
        ("- ![a](b.png)\n\n- ![c](d.png)",
         (ListBlock(False, 1, False, (_item(Figure("b.png", "a", "")), _item(Figure("d.png", "c", "")))),)),
        ("- a\n    - b\n- c",
         (ListBlock(False, 1, True, (
             _item(_text("a"), ListBlock(False, 1, True, (_item(_text("b")),))), _item(_text("c")))),)),
        ("- [x] a\n- [ ] b\n- c",
         (ListBlock(False, 1, True, (
             _item(_text("a"), checked=True), _item(_text("b"), checked=False), _item(_text("c")))),)),
        ("- [ ] a\n\n  b",
         (ListBlock(False, 1, False, (_item(_text("a"), _text("b"), checked=False),)),)),
        ("| a | b |\n|--:|---:|\n| *c* | |",
         (Table((Column("right", 2), Column("right", 3)), (Cell((Str("a"),)), Cell((Str("b"),))),
                ((Cell((Emphasis((Str("c"),)),)), Cell(())),)),)),
        ("| a | b |\n|---|:-:|",
         (Table((Column("left", 0), Column("center", 0)), (Cell((Str("a"),)), Cell((Str("b"),))), ()),)),
    ],
)  # fmt: skip
def test_block_elements_become_block_kinds(source: str, blocks: tuple[Block, ...]) -> None:
    assert read_document(render_xhtml(source)) == Document(blocks)


def test_footnotes_stand_apart_without_their_way_back() -> None:
    document = read_document(render_xhtml("a[^x]\n\n[^x]: b\n\n    - c"))

    assert document == Document(
        (Paragraph((Str("a"), FootnoteMark(1))),),
        (Footnote(1, (_text("b"), ListBlock(False, 1, True, (_item(_text("c")),)))),),
    )


def test_text_around_what_only_a_page_shows_is_one_text() -> None:
    document = read_document('<p>a<a class="footnote-back" href="#fn-mark-1">↩</a>b</p>')

    assert document == Document((_text("ab"),))


@pytest.mark.parametrize(
    ("xhtml", "name", "near"),
    [
        ("<p>a <u>b c</u></p>", "u", "b c"),
        ('<p>a <img src="b.png" alt="c" /></p>', "img", "b.png"),
        ('<table><thead><tr><th><img src="b.png" /></th></tr></thead></table>', "img", "b.png"),
        ("<section>a</section>", "section", "a"),
        ("<ul><p>a</p></ul>", "p", "a"),
        ('<div class="other">a</div>', "div", "a"),
        ("<div>a</div>", "div", "a"),
        ("<pre>a</pre>", "pre", "a"),
        ("<figure>a</figure>", "figure", "a"),
        (f"<section>{'long ' * 40}</section>", "section", ("long " * 40)[:80]),
    ],
)
def test_an_element_outside_the_dialect_is_refused_with_the_text_near_it(
    xhtml: str, name: str, near: str
) -> None:
    with pytest.raises(UnknownElementError) as caught:
        read_document(xhtml)

    assert (caught.value.name, caught.value.text) == (name, near)
