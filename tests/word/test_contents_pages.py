from __future__ import annotations

import re

import pytest
from lxml import etree

from generator.document import Block, Document
from generator.word import Base, render_docx, render_probe, with_page_numbers
from generator.word.package import pack_member, render_package
from tests.word.documents import NOTES, setting
from tests.word.lint import lint_package
from tests.word.reading import Element, find, only, read_parts, text_of
from tests.word.schema import needs_schemas, schema_errors
from tests.word.test_contents import BLOCKS

MAIN = "word/document.xml"
ENTRIES = [
    ("0 一页结论", "1"),
    ("1 “Aims”", "2"),
    ("Level 3", "3"),
    ("Level 4", "4"),
]


def file_with(base: Base, *blocks: Block) -> bytes:
    return render_docx(Document(blocks, NOTES), base, setting(contents="目录"))


def laid_out(probe: bytes, *, without: int | None = None) -> bytes:
    """What LibreOffice makes of a probe: the runs of references get properties, and the pages 1, 2, 3 and so on."""
    pages = iter(range(1, 100))
    text = read_parts(probe)[MAIN].decode().replace("<w:r><w:fldChar", "<w:r><w:rPr></w:rPr><w:fldChar")
    numbered = re.sub("<w:t>0</w:t>", lambda _: f"<w:rPr></w:rPr><w:t>{next(pages)}</w:t>", text)
    if without is not None:
        numbered = numbered.replace(f"<w:t>{without}</w:t>", "<w:t>?</w:t>")
    return render_package((pack_member(MAIN, numbered.encode()),))


def contents(data: bytes) -> Element:
    return only(etree.fromstring(read_parts(data)[MAIN]), "w:body/w:sdt/w:sdtContent")


def entries(data: bytes) -> list[list[str]]:
    """Text and page of each entry."""
    links = find(contents(data), "w:p/w:hyperlink")
    return [[text_of(run) for run in find(link, "w:r") if find(run, "w:t")] for link in links]


@pytest.fixture
def docx(base: Base) -> bytes:
    return file_with(base, *BLOCKS)


@pytest.fixture
def numbered(docx: bytes) -> bytes:
    probe = render_probe(docx)
    assert probe is not None
    made = with_page_numbers(docx, laid_out(probe))
    assert made is not None
    return made


def test_each_entry_tells_the_page_of_its_heading(docx: bytes, numbered: bytes) -> None:
    assert [tuple(entry) for entry in entries(numbered)][: len(ENTRIES)] == ENTRIES
    assert [entry[0] for entry in entries(numbered)] == [entry[0] for entry in entries(docx)]


def test_word_can_renew_the_contents_with_their_pages(numbered: bytes) -> None:
    codes = [node.text or "" for node in contents(numbered).iter("{*}instrText")]

    assert codes[0].split() == ["TOC", "\\o", '"1-3"', "\\h", "\\z", "\\u"]
    assert [code.split()[0] for code in codes[1:]] == ["PAGEREF"] * len(entries(numbered))
    targets = [
        link.get(f"{{{link.nsmap['w']}}}anchor") for link in find(contents(numbered), "w:p/w:hyperlink")
    ]
    assert [code.split()[1] for code in codes[1:]] == targets


def test_fields_are_closed_and_the_probe_has_none_around_its_references(docx: bytes, numbered: bytes) -> None:
    probe = render_probe(docx)
    assert probe is not None

    for data, outer in ((probe, 0), (numbered, 1)):
        kinds = [next(iter(node.attrib.values())) for node in contents(data).iter("{*}fldChar")]
        assert kinds.count("begin") == kinds.count("end") == len(entries(data)) + outer
        assert "TOC \\" not in read_parts(probe)[MAIN].decode()


def test_only_the_contents_differ(docx: bytes, numbered: bytes) -> None:
    plain, with_pages = read_parts(docx), read_parts(numbered)
    blocks = re.compile(rb"<w:sdtContent>.*?</w:sdtContent>", re.DOTALL)

    assert {name for name in plain if plain[name] != with_pages.get(name)} == {MAIN}
    assert blocks.sub(b"", plain[MAIN]) == blocks.sub(b"", with_pages[MAIN])
    assert lint_package(numbered) == []


@needs_schemas
def test_it_is_valid(docx: bytes, numbered: bytes) -> None:
    for data in (numbered, render_probe(docx) or b""):
        assert schema_errors(read_parts(data)[MAIN]) == []


def test_a_file_without_contents_has_no_probe_and_gets_no_pages(base: Base) -> None:
    short = file_with(base, *BLOCKS[:3])

    assert render_probe(short) is None
    assert with_page_numbers(short, short) is None


def test_a_heading_whose_page_nobody_tells_leaves_the_file_without_pages(docx: bytes) -> None:
    assert with_page_numbers(docx, laid_out(render_probe(docx) or b"", without=2)) is None
