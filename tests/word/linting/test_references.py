"""The product's own look at a finished file, measured against the independent one of the tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.word import Base, render_docx
from generator.word.linting.references import find_faults
from generator.word.package import pack_member, read_package, render_package
from tests.word.documents import EVERYTHING, setting
from tests.word.lint import lint_package


@pytest.fixture(scope="module")
def parts(base: Base) -> dict[str, bytes]:
    return read_package(render_docx(EVERYTHING, base, setting()))


def test_a_whole_file_has_no_fault(parts: dict[str, bytes]) -> None:
    assert find_faults(parts) == ()


def _replace(old: bytes, new: bytes, count: int = 1) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(old, new, count)


FAULTS = {
    "style": ("word/document.xml", _replace(b'w:pStyle w:val="Title"', b'w:pStyle w:val="X"'), "style X does not exist"),
    "list": ("word/document.xml", _replace(b'<w:numId w:val="3"/>', b'<w:numId w:val="999"/>'), "list 999 does not exist"),
    "definition": ("word/numbering.xml", _replace(b'<w:abstractNumId w:val="1"/>', b'<w:abstractNumId w:val="99"/>'), "list definition 99 does not exist"),
    "bookmark": ("word/document.xml", _replace(b'w:anchor="', b'w:anchor="no'), "does not exist"),
    "footnote": ("word/document.xml", _replace(b'<w:footnoteReference w:id="1"/>', b'<w:footnoteReference w:id="9"/>'), "footnote 9 does not exist"),
    "relationship": ("word/document.xml", _replace(b'r:embed="', b'r:embed="no'), "relationship no"),
    "part": ("word/_rels/document.xml.rels", _replace(b'Target="styles.xml"', b'Target="sheet.xml"'), "part sheet.xml does not exist"),
    "id": ("word/document.xml", _replace(b'<w:bookmarkStart w:id="2"', b'<w:bookmarkStart w:id="1"'), "bookmarkStart 1 is given twice"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_an_injected_fault_is_found_by_both(parts: dict[str, bytes], fault: str) -> None:
    name, edit, words = FAULTS[fault]
    spoilt = {**parts, name: edit(parts[name])}
    found = find_faults(spoilt)

    assert spoilt[name] != parts[name]
    assert [part for part, _ in found] == [name]
    assert words in found[0][1].en
    assert lint_package(render_package(pack_member(key, part) for key, part in spoilt.items())) != []


def test_broken_xml_is_found(parts: dict[str, bytes]) -> None:
    found = find_faults({**parts, "word/header1.xml": b"<w:hdr>"})

    assert [(name, fault.en.partition(" (")[0]) for name, fault in found] == [
        ("word/header1.xml", "its XML is broken")
    ]
