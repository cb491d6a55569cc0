"""Placeholders in the text of a base document, found wherever Word has cut them over runs.

Looked for in body, headers, footers and notes, in text boxes (in the drawing and in its older copy for programs that
know no drawings), in watermarks and in descriptions of pictures.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.word.placeholders import (
    IN_ATTRIBUTES,
    LEFTOVER,
    PLACEHOLDER,
    Edit,
    Template,
    split_text,
    wrapped,
)
from generator.word.spans import Span, ancestor

TEXT_START, TEXT_END = '<w:t xml:space="preserve">', "</w:t>"
_BLANKS = ("w:tab", "w:br", "w:cr")
# Their attributes are names that Word looks up, not words that anybody reads.
_NAMES = ("w:tag", "w:alias", "w:bookmarkStart", "w:dataBinding")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that means nothing, at this byte of the part; boxed in a text box."""

    name: str
    at: int
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    edits: tuple[Edit, ...]
    unknown: tuple[Unknown, ...]


def find_placeholders(part: bytes, spans: tuple[Span, ...]) -> Found:
    edits: list[Edit] = []
    unknown: list[Unknown] = []
    for pieces in _pieces_by_paragraph(spans):
        for span, text in zip(pieces, _joined([_text_of(span) for span in pieces]), strict=True):
            if text == _text_of(span) and not LEFTOVER.search(text):
                continue
            template, strange = split_text(text)
            boxed = ancestor(spans, span, "w:txbxContent") >= 0
            unknown += (Unknown(name, span.start, boxed) for name in strange)
            edits.append((span.start, span.end, _as_element(span, template)))
    for span in spans:
        if span.tag not in _NAMES and any(PLACEHOLDER.search(text) for text in span.attributes.values()):
            raw = part[span.start : span.inner_start].decode()
            template, strange = split_text(raw, IN_ATTRIBUTES, str)
            unknown += (Unknown(name, span.start) for name in strange)
            edits.append((span.start, span.inner_start, template))
    return Found(tuple(edits), tuple(unknown))


def as_text(template: Template) -> Template:
    """A `w:t` element with this text."""
    return wrapped(TEXT_START, template, TEXT_END)


def _as_element(span: Span, template: Template) -> Template:
    """A tab or a break within a placeholder goes; a piece of text stays an element, if an empty one."""
    return as_text(template) if span.tag == "w:t" else ("",)


def _text_of(span: Span) -> str:
    return span.text if span.tag == "w:t" else " "


def _pieces_by_paragraph(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    """Only paragraphs with a brace: the others stay as they are."""
    found: dict[int, list[Span]] = {}
    for span in spans:
        if span.tag == "w:t" or (span.tag in _BLANKS and spans[span.parent].tag == "w:r"):
            found.setdefault(ancestor(spans, span, "w:p"), []).append(span)
    return tuple(
        tuple(pieces) for pieces in found.values() if LEFTOVER.search("".join(map(_text_of, pieces)))
    )


def _joined(texts: list[str]) -> list[str]:
    """The same text with every placeholder whole, in the piece where it begins."""
    whole = "".join(texts)
    owner = [index for index, text in enumerate(texts) for _ in text]
    for match in PLACEHOLDER.finditer(whole):
        owner[match.start() : match.end()] = [owner[match.start()]] * len(match[0])
    pieces = [""] * len(texts)
    for index, character in zip(owner, whole, strict=True):
        pieces[index] += character
    return pieces
