"""Markup spliced into XML text at the places that the parser names; every other character stays as it came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate

# From where the parser has found a start tag on: a `>` in a value of an attribute is not its end.
_VALUE_OR_END = re.compile(rb"\"[^\"]*\"|'[^']*'|>")
_ATTRIBUTE_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_ROOT, _ROOT_END = b"<div>", b"</div>"


@dataclass(frozen=True, slots=True)
class Element:
    """text is that of all its descendants. Places are bytes: of its start tag, behind that, and behind the whole."""

    name: str
    attributes: Mapping[str, str]
    text: str
    parent: str
    start: int
    inside: int
    end: int

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(self.attributes.get("class", "").split())

    @property
    def is_empty(self) -> bool:
        """Written as one tag, `<br />`."""
        return self.inside == self.end


@dataclass(frozen=True, slots=True)
class Edit:
    """markup in the place of the bytes from start to end, which may be none."""

    start: int
    end: int
    markup: str


@dataclass(frozen=True, slots=True)
class Source:
    """XML text as bytes, and its elements in the order of their start tags."""

    data: bytes
    elements: tuple[Element, ...]

    def spliced(self, edits: Iterable[Edit]) -> str:
        """Edits may not overlap; of two at one place the earlier comes first."""
        parts: list[bytes] = []
        done = 0
        for edit in sorted(edits, key=lambda edit: edit.start):
            parts += (self.data[done : edit.start], edit.markup.encode())
            done = edit.end
        return b"".join((*parts, self.data[done:])).decode()


def read_source(text: str) -> Source:
    """Of a whole XML document."""
    data = text.encode()
    return Source(data, _Reader(data).read())


def read_fragment(xhtml: str) -> Source:
    """Of what has no root of its own; the elements are those inside."""
    data = _ROOT + xhtml.encode() + _ROOT_END
    shift = len(_ROOT)
    elements = (
        Element(e.name, e.attributes, e.text, e.parent, e.start - shift, e.inside - shift, e.end - shift)
        for e in _Reader(data).read()[1:]
    )
    return Source(data[shift : -len(_ROOT_END)], tuple(elements))


def start_tag(name: str, attributes: Mapping[str, str], *, empty: bool = False) -> str:
    written = "".join(f' {key}="{value.translate(_ATTRIBUTE_ESCAPES)}"' for key, value in attributes.items())
    return f"<{name}{written}{' /' if empty else ''}>"


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    name: str
    attributes: Mapping[str, str]
    start: int
    inside: int
    texts: list[str] = field(default_factory=list)


class _Reader:
    """expat's events as elements; ExpatError for what is not well-formed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[_Open] = []
        self._done: list[Element] = []
        self._parser = ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def read(self) -> tuple[Element, ...]:
        self._parser.Parse(self._data, True)
        return tuple(sorted(self._done, key=lambda element: element.start))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self._parser.CurrentByteIndex
        pieces = _VALUE_OR_END.finditer(self._data, start)
        inside = next(piece.end() for piece in pieces if piece.group() == b">")
        self._open.append(_Open(name, attributes, start, inside))

    def _end(self, name: str) -> None:
        """An empty element ends where its tag does; expat reports no place of its own for that."""
        opened = self._open.pop()
        empty = self._data[opened.inside - 2 : opened.inside] == b"/>"
        end = opened.inside if empty else self._data.index(b">", self._parser.CurrentByteIndex) + 1
        text = "".join(opened.texts)
        parent = self._open[-1].name if self._open else ""
        self._done.append(Element(name, opened.attributes, text, parent, opened.start, opened.inside, end))
        if self._open:
            self._open[-1].texts.append(text)

    def _text(self, text: str) -> None:
        self._open[-1].texts.append(text)
