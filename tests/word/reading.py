"""Looking into a finished .docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from generator.document import Block, Document
from generator.word import Base, Setting, render_docx
from generator.word.base_package import MAIN, OFFICE
from tests.word.documents import setting

W = f"{{{MAIN}}}"
R = f"{{{OFFICE}}}"
NAMES = {
    "w": MAIN,
    "r": OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
Element = etree._Element


def read_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def find(element: Element, path: str) -> list[Element]:
    found = element.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [node for node in found if isinstance(node, Element)]


def value(element: Element, name: str = "val") -> str:
    return str(element.get(W + name, ""))


def body_of(base: Base, *blocks: Block, using: Setting | None = None) -> Element:
    data = render_docx(Document(tuple(blocks)), base, using or setting())
    return find(etree.fromstring(read_parts(data)["word/document.xml"]), "w:body")[0]


def text_of(element: Element) -> str:
    """As a reader sees it: tabs and breaks as characters."""
    return "".join(_texts(element))


def _texts(element: Element) -> Iterator[str]:
    marks = {W + "tab": "\t", W + "br": "\n"}
    for node in element.iter(W + "t", *marks):
        parent = node.getparent()
        in_run = parent is not None and parent.tag == W + "r"
        yield marks.get(str(node.tag), node.text or "") if in_run else ""


def style_of(element: Element) -> str:
    styles = find(element, "w:pPr/w:pStyle")
    return value(styles[0]) if styles else ""


def only(element: Element, path: str) -> Element:
    found = find(element, path)
    if len(found) != 1:
        pytest.fail(f"{len(found)} of {path}")
    return found[0]
