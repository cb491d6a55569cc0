from __future__ import annotations

import pytest

from generator.document import Block, Callout, CalloutKind, CodeBlock, Heading, Quote, Rule
from generator.document.wording import CALLOUT_WORDS
from generator.word import Base
from tests.word.documents import KINDS, bullets, heading, item, numbers, paragraph, setting, table
from tests.word.reading import W, body_of, find, only, style_of, text_of, value

TABLE = table(("a", "b"), ("1", "2"))


def outline(base: Base, *blocks: Block) -> list[tuple[str, str]]:
    """(style or `table`, text) of the blocks, the section left out."""
    children = [child for child in body_of(base, *blocks) if child.tag != W + "sectPr"]
    return [("table" if c.tag == W + "tbl" else style_of(c), text_of(c)) for c in children]


def test_headings_begin_with_the_title(base: Base) -> None:
    blocks = tuple(heading(level, f"h{level}", f"a{level}") for level in range(1, 7))

    assert [style for style, _ in outline(base, *blocks)] == [
        "Title", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5",
    ]  # fmt: skip


def test_a_rule_before_a_heading_begins_a_page(base: Base) -> None:
    body = body_of(base, paragraph("a"), Rule(), heading(2, "b", "b"), heading(2, "c", "c"))
    breaks = [text_of(p) for p in find(body, "w:p[w:pPr/w:pageBreakBefore]")]

    assert breaks == ["b"]
    assert find(body, "w:p[w:pPr/w:pStyle/@w:val='HorizontalRule']") == []


def test_a_rule_elsewhere_is_a_line(base: Base) -> None:
    assert outline(base, Rule(), paragraph("a")) == [("HorizontalRule", ""), ("BodyText", "a")]


def test_neighbours_that_word_would_join_are_kept_apart(base: Base) -> None:
    gap = ("TableGap", "")
    caution = Callout("caution", (paragraph("c"),))
    code, quote = CodeBlock("x", ""), Quote((paragraph("q"), paragraph("r")))

    assert outline(base, TABLE, TABLE) == [("table", "ab12"), gap, ("table", "ab12"), gap]
    assert outline(base, code, code) == [("SourceCode", "x"), gap, ("SourceCode", "x")]
    assert [s for s, _ in outline(base, quote, quote)] == ["Quote", "Quote", "TableGap", "Quote", "Quote"]
    assert [s for s, _ in outline(base, caution, caution)].count("TableGap") == 1


def test_neighbours_of_different_kinds_need_no_gap(base: Base) -> None:
    blocks = (Callout("note", (paragraph("n"),)), Callout("tip", (paragraph("t"),)), CodeBlock("x", ""))

    assert "TableGap" not in [style for style, _ in outline(base, *blocks)]


def test_a_table_is_followed_by_air_but_not_before_a_heading(base: Base) -> None:
    assert [s for s, _ in outline(base, TABLE, paragraph("a"))] == ["table", "TableGap", "BodyText"]
    assert [s for s, _ in outline(base, TABLE, Heading(2, (), "x"))] == ["table", "Heading1"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_callout_says_its_kind_in_words(base: Base, kind: CalloutKind) -> None:
    callout = Callout(kind, (paragraph("text"), bullets("point")))
    name = f"Callout{kind.capitalize()}"
    word = CALLOUT_WORDS[kind].zh

    assert outline(base, callout) == [(f"{name}Title", word), (name, "text"), (name, "point")]


def test_lists_in_a_callout_begin_at_the_left_edge_of_the_box(base: Base) -> None:
    body = body_of(base, Callout("note", (bullets(item("point", bullets("deep"))),)))

    assert len(find(body, "w:p/w:pPr/w:numPr")) == 2
    assert find(body, "w:p/w:pPr/w:ind") == []


def test_code_keeps_its_lines_and_tabs_in_one_paragraph(base: Base) -> None:
    assert outline(base, CodeBlock("a:\n\tb\n\nc", "")) == [("SourceCode", "a:\n\tb\n\nc")]


def numbering_of(base: Base, *blocks: Block) -> list[tuple[str, str, str]]:
    """(text, list id, level) of every paragraph, empty where it is not numbered."""
    rows = []
    for p in find(body_of(base, *blocks), "w:p"):
        ids = [value(n) for n in find(p, "w:pPr/w:numPr/w:numId")] or [""]
        levels = [value(n) for n in find(p, "w:pPr/w:numPr/w:ilvl")] or [""]
        rows.append((text_of(p), ids[0], levels[0]))
    return rows


def test_every_list_has_an_id_of_its_own(base: Base) -> None:
    rows = numbering_of(base, numbers("a", "b"), paragraph("-"), numbers("c"), bullets("d"))
    ids = [number for _, number, _ in rows]

    assert ids[0] == ids[1]
    assert ids[2] == ""
    assert len({ids[0], ids[3], ids[4]}) == 3


def test_an_inner_list_leaves_the_outer_one_counting(base: Base) -> None:
    rows = numbering_of(base, numbers(item("a", numbers("x", "y"), paragraph("more")), "b"))

    assert [(text, level) for text, _, level in rows] == [
        ("a", "0"),
        ("x", "1"),
        ("y", "1"),
        ("more", ""),
        ("b", "0"),
    ]
    assert rows[0][1] == rows[4][1] != rows[1][1] == rows[2][1]


def test_later_paragraphs_of_an_item_stand_under_its_text(base: Base) -> None:
    body = body_of(base, bullets(item("a", "more", bullets(item("x", "deep")))))
    indents = [value(find(p, "w:pPr/w:ind")[0], "left") for p in find(body, "w:p[w:pPr/w:ind]")]

    assert [style_of(p) for p in find(body, "w:p")] == [
        "ListBullet",
        "ListContinue",
        "ListBullet",
        "ListContinue",
    ]
    assert indents == ["397", "794"]


def test_loose_lists_have_air(base: Base) -> None:
    loose = body_of(base, bullets("a", "b", tight=False))
    tight = body_of(base, bullets("a", "b"))

    assert len(find(loose, "w:p/w:pPr/w:spacing")) == 2
    assert find(tight, "w:p/w:pPr/w:spacing") == []


def test_ten_lists_within_each_other_stay_at_the_ninth_level(base: Base) -> None:
    inner = bullets("10")
    for depth in range(9, 0, -1):
        inner = bullets(item(str(depth), inner))

    assert [level for _, _, level in numbering_of(base, inner)] == [*"012345678", "8"]


def test_tasks_are_ticked_by_their_numbers(base: Base) -> None:
    rows = numbering_of(
        base, bullets(item("a", checked=True), item("b", checked=False), item("c", checked=True))
    )

    assert rows[0][1] == rows[2][1] != rows[1][1]


def test_numbered_tasks_keep_their_number(base: Base) -> None:
    tasks = numbers(item("a", checked=True), item("b", checked=False))

    assert [text for text, _, _ in numbering_of(base, tasks)] == ["☑ a", "☐ b"]


def test_an_item_without_a_paragraph_is_still_numbered(base: Base) -> None:
    rows = numbering_of(base, numbers(item(CodeBlock("x", "")), item(), "last"))

    assert [(text, bool(number)) for text, number, _ in rows] == [
        ("", True),
        ("x", False),
        ("", True),
        ("last", True),
    ]


def test_tables_in_lists_end_at_the_right_margin(base: Base) -> None:
    grid = find(body_of(base, bullets(item("a", TABLE))), ".//w:gridCol")

    assert sum(int(value(column, "w")) for column in grid) == base.text_width - 397


def test_figures_are_numbered_in_the_language_of_the_document(base: Base) -> None:
    from generator.document import Figure

    figure = Figure("figures/site.png", "alt", "说明 <1>")
    texts = [text_of(p) for language in ("zh", "en") for p in find(
        body_of(base, figure, figure, using=setting(language)), "w:p[w:pPr/w:pStyle/@w:val='Caption']"
    )]  # fmt: skip

    assert texts == [
        "图 1\u2003说明 <1>",
        "图 2\u2003说明 <1>",
        "Figure 1\u2003说明 <1>",
        "Figure 2\u2003说明 <1>",
    ]


def test_the_bookmark_of_a_heading_holds_its_text(base: Base) -> None:
    p = only(body_of(base, heading(2, "Plan", "plan")), "w:p")

    assert [str(child.tag)[len(W) :] for child in p] == ["pPr", "bookmarkStart", "r", "bookmarkEnd"]


@pytest.mark.parametrize(
    ("text", "following", "kept"),
    [
        ("These are the risks:", table(("a",), ("b",)), True),
        ("x" * 300, table(("a",), ("b",)), False),
        ("These are the risks:", paragraph("next"), False),
    ],
)
def test_a_line_that_leads_into_a_table_stays_with_it(
    base: Base, text: str, following: Block, kept: bool
) -> None:
    first = find(body_of(base, paragraph(text), following), "w:p")[0]

    assert bool(find(first, "w:pPr/w:keepNext")) is kept
