"""python-docx sees what a document holds; what it would not see is told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.bases import lint_base_file
from generator.document import Block, Break, Cell, Column, Document, Heading, Link, Paragraph, Str, Table
from generator.rereading import UnreadableError, bases, find_differences, read_docx, reread_base
from generator.rereading.expected import expected_lines, expected_tables, text_of
from generator.rereading.seen import Line, Seen
from generator.word import read_base, render_docx
from generator.word.linting.samples import SAMPLES
from generator.word.package import pack_member, read_package, render_package
from tests.bases.make import BASES, path_of
from tests.word.documents import setting

ROOT = Path(__file__).parents[2]
BASE = (ROOT / "templates/base.docx").read_bytes()
PATH = "templates/base.docx"
BLOCKS: tuple[Block, ...] = (
    Heading(1, (Str("Title"),), "top"),
    Heading(2, (Str("Part"),), "part"),
    Paragraph((Str("one "), Link("https://example.com/", "", (Str("two"),)), Break(), Str("three"))),
    Table((Column("left", 0),), (Cell((Str("head"),)),), ((Cell((Str("cell"),)),),)),
)


def packed(parts: dict[str, bytes]) -> bytes:
    return render_package([pack_member(name, data) for name, data in parts.items()])


def seen_of(*blocks: Block, label: str = "Internal") -> Seen:
    base = read_base(BASE, path=PATH, builtin=BASE)
    return read_docx(render_docx(Document(blocks), base, replace(setting(), label=label)))


def differences(blocks: tuple[Block, ...], seen: Seen, label: str = "Internal") -> list[str]:
    found = find_differences(Document(blocks), replace(setting(), label=label), seen)
    return [difference.en for difference in found]


@pytest.mark.parametrize("name", BASES)
def test_on_a_company_base_every_sample_is_seen_as_it_is(name: str) -> None:
    assert reread_base(path_of(name).read_bytes(), path=PATH, builtin=BASE) == ()


def test_on_the_built_in_base_every_sample_is_seen_as_it_is() -> None:
    assert lint_base_file(BASE, PATH) == ()


def test_paragraphs_styles_tables_and_margins_are_read() -> None:
    seen = seen_of(*BLOCKS)
    texts = [line.text for line in seen.lines]

    assert texts[-5:-1] == ["Part", "one two\nthree", "head", "cell"]
    assert seen.lines[texts.index("Part")].style == "heading 1"
    assert seen.tables == ((("head",), ("cell",)),)
    assert any("Internal" in text for text in seen.margins)
    assert differences(BLOCKS, seen) == []


def test_a_paragraph_that_is_not_there_is_told_once() -> None:
    blocks = (*BLOCKS, Paragraph((Str("lost"),)), Paragraph((Str("lost too"),)))

    assert differences(blocks, seen_of(*BLOCKS)) == ["the paragraph “lost” is not seen, or not in its place"]


def test_paragraphs_out_of_order_are_told() -> None:
    one, two = Paragraph((Str("one"),)), Paragraph((Str("two"),))

    assert differences((two, one), seen_of(one, two)) == [
        "the paragraph “one” is not seen, or not in its place"
    ]


def test_a_heading_in_another_style_and_cells_that_differ_are_told() -> None:
    shown = (Paragraph((Str("Part"),)), Paragraph((Str("head"),)), Paragraph((Str("cell"),)))

    assert differences((BLOCKS[1], BLOCKS[3]), seen_of(*shown)) == [
        "the paragraph “Part” has the style body text, not heading 1",
        "the cells of table 1 differ",
    ]


def test_a_style_that_is_not_there_and_a_label_that_nobody_sees_are_told() -> None:
    seen = Seen((Line("x" * 50, ""),), (), ())

    assert differences((), seen) == [
        "the confidentiality Internal is not seen",
        f"the style of the paragraph “{'x' * 40}…” is not there",
    ]
    assert differences((), Seen((), (), ()), label="") == []


def test_a_style_id_that_leads_nowhere_is_seen_as_no_style() -> None:
    base = read_base(BASE, path=PATH, builtin=BASE)
    parts = read_package(render_docx(Document(BLOCKS), base, setting()))
    text = parts["word/document.xml"].decode()
    parts["word/document.xml"] = re.sub(r'w:pStyle w:val="[^"]*"', 'w:pStyle w:val="Gone"', text).encode()

    assert {line.style for line in read_docx(packed(parts)).lines} <= {"", "normal"}


def test_every_kind_of_block_is_looked_for() -> None:
    """The sample in Chinese holds each kind: 7 headings, 2 tables of 3 columns, lists in lists, boxes."""
    document = SAMPLES[1].document
    lines = list(expected_lines(document.blocks))

    assert [line.style for line in lines if line.style] == ["title", *(f"heading {n}" for n in range(1, 6))]
    assert [len(table) for table in expected_tables(document.blocks)] == [3, 2]
    assert Line("内部资料\n\t内部资料", "") in lines


def test_the_text_of_inlines_is_what_a_reader_reads() -> None:
    paragraph = next(block for block in SAMPLES[2].document.blocks if isinstance(block, Paragraph))

    assert text_of(paragraph.children) == (
        "For the customerConnected machinesConnected machinesFor the customer"
    )


def test_a_base_that_python_docx_cannot_open_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(data: bytes) -> Seen:
        raise UnreadableError("broken")

    monkeypatch.setattr(bases, "read_docx", read)
    (problem,) = reread_base(BASE, path=PATH, builtin=BASE)

    assert (problem.path, problem.code) == (PATH, "base-reread")
    assert problem.message.en == "python-docx cannot open it: broken"


@pytest.mark.parametrize("data", [b"no zip", packed({"[Content_Types].xml": b"<Types/>"})])
def test_what_is_no_word_file_cannot_be_read(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_docx(data)


def test_a_base_that_cannot_serve_is_told_by_linting_alone() -> None:
    assert [problem.code for problem in lint_base_file(b"no zip", PATH)] == ["base-not-word"]


def test_what_other_programs_would_not_see_is_told_with_the_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bases, "read_docx", lambda data: Seen((), (), ()))
    problems = reread_base(BASE, path=PATH, builtin=BASE)

    assert {problem.code for problem in problems} == {"base-reread"}
    assert "of a document made on it (Chinese) python-docx reads: the cells of table 1 differ" in [
        problem.message.en for problem in problems
    ]


def test_a_document_that_cannot_be_opened_again_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(data: bytes) -> Seen:
        if data != BASE:
            raise UnreadableError("broken")
        return Seen((), (), ())

    monkeypatch.setattr(bases, "read_docx", read)

    assert [problem.message.en for problem in reread_base(BASE, path=PATH, builtin=BASE)] == [
        "of a document made on it (minimal) python-docx reads: python-docx cannot open it: broken"
    ]
