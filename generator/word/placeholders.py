"""Bare-name placeholders such as `{{ title }}` in the text of a base document: found once, filled by substitution.

A base document is data: nothing in it is executed. Word cuts text into runs where it likes, so a placeholder is first
put whole into the run where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.word.escaping import escape_text
from generator.word.spans import Span, read_spans

BODY = "body"
NAMES = ("title", "subject", "label", "generated_from", "page_of", "day", "company")
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_TEXT_START = '<w:t xml:space="preserve">'

# Literal text at even places, names at odd ones.
Template = tuple[str, ...]
Edit = tuple[int, int, Template]


@dataclass(frozen=True, slots=True)
class Found:
    """A part as a template, and the names in it that mean nothing."""

    template: Template
    unknown: tuple[str, ...]


def fill(template: Template, values: Mapping[str, str]) -> str:
    """values are XML: escaped text, or runs for `page_of`."""
    return "".join(values[piece] if place % 2 else piece for place, piece in enumerate(template))


def read_template(part: bytes, *, body: bool = False) -> Found:
    """With body, the paragraph or content control that stands for the document's body becomes the name `body`."""
    spans = read_spans(part)
    edits: list[Edit] = []
    unknown: list[str] = []
    replaced = _body_edit(part, spans) if body else None
    for texts in _texts_by_paragraph(spans):
        if replaced and replaced[0] <= texts[0].start < replaced[1]:
            continue
        for text, (span, joined) in zip(
            _joined([t.text for t in texts]), zip(texts, texts, strict=True), strict=True
        ):
            if "{{" in text or text != joined.text:
                pieces, strange = _split_text(text)
                unknown += strange
                edits.append((span.start, span.end, pieces))
    if replaced:
        edits.append(replaced)
    return Found(_splice(part, sorted(edits)), tuple(unknown))


def _texts_by_paragraph(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    found: dict[int, list[Span]] = {}
    for span in spans:
        if span.tag == "w:t":
            found.setdefault(_ancestor(spans, span, "w:p"), []).append(span)
    return tuple(tuple(texts) for texts in found.values())


def _ancestor(spans: tuple[Span, ...], span: Span, tag: str) -> int:
    index = span.parent
    while index >= 0 and spans[index].tag != tag:
        index = spans[index].parent
    return index


def _joined(texts: list[str]) -> list[str]:
    """The same text with every placeholder whole, in the piece where it begins."""
    whole = "".join(texts)
    owner = [index for index, text in enumerate(texts) for _ in text]
    for match in _PLACEHOLDER.finditer(whole):
        owner[match.start() : match.end()] = [owner[match.start()]] * len(match[0])
    pieces = [""] * len(texts)
    for index, character in zip(owner, whole, strict=True):
        pieces[index] += character
    return pieces


def _split_text(text: str) -> tuple[Template, tuple[str, ...]]:
    """The `w:t` element as a template; unknown names stay in the text."""
    pieces = [_TEXT_START]
    unknown: list[str] = []
    end = 0
    for match in _PLACEHOLDER.finditer(text):
        if match[1] in NAMES:
            pieces[-1] += escape_text(text[end : match.start()])
            pieces += [match[1], ""]
            end = match.end()
        else:
            unknown.append(match[1])
    pieces[-1] += escape_text(text[end:]) + "</w:t>"
    return tuple(pieces), tuple(unknown)


def _body_edit(part: bytes, spans: tuple[Span, ...]) -> Edit | None:
    body = next((index for index, span in enumerate(spans) if span.tag == "w:body"), -1)
    for index, span in enumerate(spans):
        if span.parent == body and _stands_for_body(spans, index):
            section = next((s for s in _inside(spans, index) if s.tag == "w:sectPr"), None)
            after = (
                f"<w:p><w:pPr>{part[section.start : section.end].decode()}</w:pPr></w:p>" if section else ""
            )
            return span.start, span.end, ("", BODY, after)
    return None


def _stands_for_body(spans: tuple[Span, ...], index: int) -> bool:
    inside = _inside(spans, index)
    if spans[index].tag == "w:p":
        match = _PLACEHOLDER.fullmatch("".join(span.text for span in inside if span.tag == "w:t").strip())
        return bool(match and match[1] == BODY)
    tags = (span.attributes.get("w:val") for span in inside if span.tag == "w:tag")
    return spans[index].tag == "w:sdt" and BODY in tags


def _inside(spans: tuple[Span, ...], index: int) -> tuple[Span, ...]:
    outer = spans[index]
    return tuple(span for span in spans[index + 1 :] if span.start < outer.end)


def _splice(part: bytes, edits: list[Edit]) -> Template:
    pieces = [""]
    at = 0
    for start, end, template in edits:
        pieces[-1] += part[at:start].decode() + template[0]
        pieces += template[1:]
        at = end
    pieces[-1] += part[at:].decode()
    return tuple(pieces)
