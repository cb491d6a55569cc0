from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.document import (
    Block,
    Callout,
    CodeBlock,
    Document,
    Figure,
    FootnoteMark,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Str,
)
from generator.figures import Figure as FigureData
from generator.figures.risk_map import RiskMap
from generator.word import Base, render_docx
from generator.word.length import estimated_pages
from tests.figures.charts import THEMES
from tests.judges import needs, read_with_pandoc
from tests.word.documents import GANTT, NOTES, bullets, heading, inlines, paragraph, setting, table
from tests.word.lint import lint_package
from tests.word.reading import Element, W, find, only, read_parts, style_of, text_of, value
from tests.word.schema import needs_schemas, schema_errors

LONG = paragraph("字" * 44 * 46 * 6)  # six pages
DEEP = tuple(heading(level, f"Level {level}", f"level-{level}") for level in (3, 4, 5))
BLOCKS: tuple[Block, ...] = (
    heading(1, "Title", "title"),
    heading(2, "0 一页结论", "0-一页结论"),
    paragraph("first"),
    Rule(),
    Heading(2, inlines("1 “Aims”", FootnoteMark(1)), "1-aims"),
    *DEEP,
    LONG,
)
ASKED: dict[str, Any] = {"contents": "目录"}


def body(base: Base, *blocks: Block, **changes: Any) -> Element:
    data = render_docx(Document(blocks, NOTES), base, setting(**{**ASKED, **changes}))
    return only(etree.fromstring(read_parts(data)["word/document.xml"]), "w:body")


def shapes(base: Base, *blocks: Block, **changes: Any) -> list[str]:
    """Names of the styles of the body's paragraphs, the contents as one `contents`."""
    nodes = body(base, *blocks, **changes)
    return [
        "contents" if node.tag == W + "sdt" else style_of(node) for node in nodes if node.tag != W + "sectPr"
    ]


def entries(base: Base, *blocks: Block) -> list[tuple[str, str, str]]:
    """Style, text and target of each."""
    paragraphs = find(body(base, *blocks), "w:sdt/w:sdtContent/w:p")[1:]
    return [(style_of(p), text_of(p), value(only(p, "w:hyperlink"), "anchor")) for p in paragraphs]


def test_the_contents_follow_the_first_section_on_the_page_of_the_next(base: Base) -> None:
    broken = [text_of(p) for p in body(base, *BLOCKS).iter(W + "p") if find(p, "w:pPr/w:pageBreakBefore")]

    assert shapes(base, *BLOCKS)[:5] == ["Title", "Heading1", "BodyText", "contents", "Heading1"]
    assert broken == ["目录"]


def test_without_a_new_page_there_is_none(base: Base) -> None:
    blocks = tuple(block for block in BLOCKS if not isinstance(block, Rule))

    assert find(body(base, *blocks), ".//w:pageBreakBefore") == []
    assert shapes(base, *blocks)[3] == "contents"


def test_entries_lead_to_the_headings(base: Base) -> None:
    marks = {value(node, "name") for node in find(body(base, *BLOCKS), ".//w:bookmarkStart")}
    found = entries(base, *BLOCKS)

    assert [(style, text) for style, text, _ in found] == [
        ("TOC1", "0 一页结论"),
        ("TOC1", "1 “Aims”"),
        ("TOC2", "Level 3"),
        ("TOC3", "Level 4"),
    ]
    assert {target for _, _, target in found} <= marks


def test_of_many_headings_the_sections_are_listed(base: Base) -> None:
    many = tuple(heading(3, f"Part {n}", f"part-{n}") for n in range(20))
    field = find(body(base, *BLOCKS, *many), ".//w:instrText")[0]

    assert [text for _, text, _ in entries(base, *BLOCKS, *many)] == ["0 一页结论", "1 “Aims”"]
    assert field.text == ' TOC \\o "1-1" \\n \\h \\z \\u '


def test_word_can_renew_it_and_is_not_asked_to(base: Base) -> None:
    parts = read_parts(render_docx(Document(BLOCKS, NOTES), base, setting(**ASKED)))
    document = etree.fromstring(parts["word/document.xml"])
    kinds = [value(node, "fldCharType") for node in find(document, "//w:sdt//w:fldChar")]

    assert kinds == ["begin", "separate", "end"]
    assert value(only(document, "//w:docPartGallery")) == "Table of Contents"
    assert [name for name, part in parts.items() if b"updateFields" in part or b"w:dirty" in part] == []


@pytest.mark.parametrize(
    ("blocks", "changes"),
    [
        (BLOCKS, {"contents": ""}),
        (BLOCKS[:-1], {}),  # short
        ((BLOCKS[1], LONG), {}),  # one section
    ],
)
def test_others_have_none(base: Base, blocks: tuple[Block, ...], changes: dict[str, Any]) -> None:
    assert "contents" not in shapes(base, *blocks, **changes)


@needs_schemas
def test_it_is_valid(base: Base) -> None:
    data = render_docx(Document(BLOCKS, NOTES), base, setting(**ASKED))

    assert schema_errors(read_parts(data)["word/document.xml"]) == lint_package(data) == []


@needs("pandoc")
def test_outsiders_read_the_same_text_around_the_contents(base: Base, tmp_path: Path) -> None:
    read = []
    for name, word in (("with", "目录"), ("without", "")):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(render_docx(Document(BLOCKS, NOTES), base, setting(contents=word)))
        read.append(read_with_pandoc(path, "docx")["blocks"])

    assert read[0][:2] + read[0][7:] == read[1]
    assert [block["t"] for block in read[0][2:7]] == ["Para"] * 5  # its title and four entries


LINE = Str("x" * 88)


@pytest.mark.parametrize(
    ("blocks", "lines"),
    [
        ((heading(2, "a", "a"),), 2),
        ((Paragraph((LINE, LINE, Str("x"))),), 3.4),
        ((Paragraph(()),), 1.4),
        ((bullets("one", "two"),), 2.8),
        ((table(("a", "b"), ("x" * 70, "x")),), 1.35 + 2.35),
        ((CodeBlock("a\nb", ""),), 3),
        ((Quote((Paragraph((LINE,)),)), Callout("tip", (Paragraph((LINE,)),))), 4.8),
        ((Rule(),), 0.5),
        ((Figure("plan", "", ""),), 1.5 + 9),
        ((Figure("map", "", ""),), 1.5 + 9),
        ((Figure("chart", "", ""), Figure("photo", "", "")), 2 * 19.5),
    ],
)
def test_length_is_estimated_from_what_a_block_holds(blocks: tuple[Block, ...], lines: float) -> None:
    figures: dict[str, FigureData] = {"plan": GANTT, "map": RiskMap((), "p", "i", "legend"), "chart": THEMES}

    assert estimated_pages(blocks, figures) == pytest.approx(lines / 46)
