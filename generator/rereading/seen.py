"""What python-docx sees in a Word file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any
from xml.etree.ElementTree import ParseError

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

# What a file that it cannot read makes it raise: it has no error of its own for content.
_UNREADABLE = (OpcError, zipfile.BadZipFile, ParseError, SyntaxError, KeyError, ValueError, AttributeError)


class UnreadableError(Exception):
    """python-docx cannot open the file."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; style is the style's name, in small letters as Word has it in the file or not."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Seen:
    """lines are the paragraphs of the text in reading order, those of tables too; tables the texts of their cells;
    margins the paragraphs of headers and footers."""

    lines: tuple[Line, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    margins: tuple[str, ...]


def read_docx(data: bytes) -> Seen:
    """Content controls, which its lists pass over, are read as well. Raises UnreadableError."""
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        lines = (Paragraph(found, document) for found in body.iter(qn("w:p")))
        return Seen(
            tuple(Line(line.text, _style_of(line)) for line in lines),
            tuple(_cells(Table(found, document)) for found in body.iter(qn("w:tbl"))),
            tuple(_margins(document)),
        )
    except _UNREADABLE as error:
        raise UnreadableError(f"{type(error).__name__}: {error}") from error


def _style_of(paragraph: Paragraph) -> str:
    """Empty where the style that the paragraph names is not there: python-docx then takes the default one."""
    style = paragraph.style
    named = paragraph._p.style
    if style is None or (named is not None and named != style.style_id):
        return ""
    return (style.name or "").lower()


def _cells(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.text for cell in row.cells) for row in table.rows)


def _margins(document: Any) -> Iterator[str]:
    for section in document.sections:
        headers = (section.header, section.first_page_header, section.even_page_header)
        footers = (section.footer, section.first_page_footer, section.even_page_footer)
        for margin in chain(headers, footers):
            if not margin.is_linked_to_previous:
                for found in margin._element.iter(qn("w:p")):
                    yield Paragraph(found, margin).text
