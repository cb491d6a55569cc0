"""Where the elements of an XML part begin and end, so that text can be spliced in and every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

_START_TAG = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")


class SpansError(Exception):
    """Not well-formed, not UTF-8, or with a document type, which no Office file has."""


@dataclass(slots=True)
class Span:
    """Byte offsets into the part: start and end of the whole element, inner_* of its content."""

    tag: str
    attributes: dict[str, str]
    parent: int
    start: int
    inner_start: int
    inner_end: int = 0
    end: int = 0
    text: str = ""


@dataclass(slots=True)
class _Reading:
    data: bytes
    parser: expat.XMLParserType
    spans: list[Span] = field(default_factory=list)
    open: list[int] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        match = _START_TAG.match(self.data, at)
        inner = match.end() if match else at
        self.spans.append(Span(tag, attributes, self.open[-1] if self.open else -1, at, inner))
        self.open.append(len(self.spans) - 1)

    def end(self, _tag: str) -> None:
        span = self.spans[self.open.pop()]
        span.inner_end = span.end = span.inner_start
        if not self.data.endswith(b"/>", span.start, span.inner_start):  # <a/> has no end tag to look for
            span.inner_end = self.parser.CurrentByteIndex
            span.end = self.data.index(b">", span.inner_end) + 1

    def characters(self, text: str) -> None:
        self.spans[self.open[-1]].text += text


def read_spans(data: bytes) -> tuple[Span, ...]:
    """Elements in document order, the root first; `parent` is an index into the result, -1 for the root."""
    parser = expat.ParserCreate("utf-8")
    reading = _Reading(data, parser)
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SpansError(str(error)) from error
    return tuple(reading.spans)


def read_root(data: bytes) -> dict[str, str]:
    """The attributes of the root element alone."""
    parser = expat.ParserCreate("utf-8")
    found: list[dict[str, str]] = []

    def stop(_tag: str, attributes: dict[str, str]) -> None:
        found.append(attributes)
        parser.StartElementHandler = None

    parser.StartElementHandler = stop
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SpansError(str(error)) from error
    return found[0]


def _refuse_doctype(*_: object) -> None:
    raise SpansError("document type declaration")


def children(spans: tuple[Span, ...], parent: int, tag: str = "") -> tuple[Span, ...]:
    """The child elements of one element, of one tag where it is given."""
    return tuple(span for span in spans if span.parent == parent and (not tag or span.tag == tag))


def inside(spans: tuple[Span, ...], index: int) -> tuple[Span, ...]:
    """Everything within one element, in document order."""
    end = spans[index].end
    last = index + 1
    while last < len(spans) and spans[last].start < end:
        last += 1
    return spans[index + 1 : last]


def ancestor(spans: tuple[Span, ...], span: Span, *tags: str) -> int:
    """Index of the nearest element of one of these tags around a span, -1 without one."""
    index = span.parent
    while index >= 0 and spans[index].tag not in tags:
        index = spans[index].parent
    return index


def is_on(span: Span) -> bool:
    """A switch such as `w:vanish` counts as on unless it says otherwise (ECMA-376-1, 17.17.4)."""
    return span.attributes.get("w:val", "1") not in ("0", "false", "off", "none")


def cut(part: bytes, cuts: Iterable[tuple[int, int]]) -> bytes:
    """The part without these ranges, which may lie within each other."""
    kept, at = [], 0
    for start, end in sorted(set(cuts), key=lambda pair: (pair[0], -pair[1])):
        if start >= at:
            kept.append(part[at:start])
        at = max(at, end)
    kept.append(part[at:])
    return b"".join(kept)
