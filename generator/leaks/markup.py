"""XML and HTML -> what is read in them: running text, where marks may cut a word, and what attributes say.

Amounts are looked for in what people can read. A width of 1650 twentieths of a point is no amount.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes
from xml.parsers.expat import ExpatError, ParserCreate

from generator.leaks.folding import SEPARATOR

_PARAGRAPHS = frozenset({"p", "tc", "tr", "si", "row", "c", "v", "t-end"})
# Elements whose text is a measure, or a count that Word keeps of its own.
_MEASURES = frozenset(
    {"posOffset", "pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset", "Words", "Characters", "Lines", "Pages",
     "CharactersWithSpaces", "Paragraphs", "TotalTime", "AppVersion", "style", "script"}
)  # fmt: skip
_TELLING = frozenset(
    {"descr", "title", "name", "alt", "content", "label", "aria-label", "placeholder", "summary", "text", "displayText",
     "href", "Target", "target", "tooltip", "author", "initials"}
)  # fmt: skip
# Elements of Word whose `val` is a text.
_TELLING_VALUES = frozenset(
    {"alias", "tag", "docVar", "default", "listItem", "result", "helpText", "statusText", "name"}
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "code",
        "em",
        "i",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tspan",
        "u",
        "wbr",
    }
)
_DATA_URI = re.compile(r"data:[^,\"')]*,[^\"')\s]*")


@dataclass(slots=True)
class Found:
    """text runs on, marks are attributes and comments; numbers and marked_numbers are the parts without measures."""

    text: str = ""
    numbers: str = ""
    marks: str = ""
    marked_numbers: str = ""
    embedded: tuple[bytes, ...] = ()


@dataclass(slots=True)
class _Collector:
    is_laid_out: bool
    texts: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    marked_numbers: list[str] = field(default_factory=list)
    measuring: int = 0

    def part(self) -> None:
        self.texts.append(SEPARATOR)
        self.numbers.append(SEPARATOR)

    def say(self, text: str) -> None:
        self.texts.append(text)
        if not self.measuring:
            self.numbers.append(text)

    def mark(self, element: str, name: str, value: str) -> None:
        self.marks.append(value)
        tells = name in _TELLING or (name == "val" and element in _TELLING_VALUES)
        if tells or not self.is_laid_out:
            self.marked_numbers.append(value)

    def remark(self, text: str) -> None:
        self.marks.append(text)
        self.marked_numbers.append(text)

    def found(self, embedded: tuple[bytes, ...] = ()) -> Found:
        joined = (SEPARATOR.join(self.marks), SEPARATOR.join(self.marked_numbers))
        return Found("".join(self.texts), "".join(self.numbers), *joined, embedded)


def xml_text(data: bytes, *, is_laid_out: bool) -> Found | None:
    """None where it is no XML. is_laid_out: attributes are measures but for those known to hold words."""
    collector = _Collector(is_laid_out)

    def start(name: str, attributes: dict[str, str]) -> None:
        element = _local(name)
        collector.measuring += element in _MEASURES
        for attribute, value in attributes.items():
            collector.mark(element, _local(attribute), value)

    def end(name: str) -> None:
        collector.measuring -= _local(name) in _MEASURES
        if _local(name) in _PARAGRAPHS:
            collector.part()

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = collector.say
    parser.CommentHandler = collector.remark
    parser.ProcessingInstructionHandler = lambda target, text: collector.remark(f"{target} {text}")
    try:
        parser.Parse(data, True)
    except ExpatError:
        return None
    return collector.found()


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def html_text(text: str) -> Found:
    """embedded are the files that data: addresses hold."""
    embedded = tuple(_decoded(uri) for uri in _DATA_URI.findall(text))
    page = _Page()
    page.feed(_DATA_URI.sub("data:", text))
    page.close()
    return page.collector.found(embedded)


class _Page(HTMLParser):
    """Inline elements do not part words, all others do."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.collector = _Collector(is_laid_out=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.collector.measuring = tag in _MEASURES
        if tag not in _INLINE:
            self.collector.part()
        for name, value in attrs:
            self.collector.mark(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        self.collector.measuring = 0
        if tag not in _INLINE:
            self.collector.part()

    def handle_data(self, data: str) -> None:
        self.collector.say(data)

    def handle_comment(self, data: str) -> None:
        self.collector.remark(data)

    def handle_pi(self, data: str) -> None:
        self.collector.remark(data)

    def unknown_decl(self, data: str) -> None:
        self.collector.remark(data)


def _decoded(uri: str) -> bytes:
    head, _, body = uri.partition(",")
    data = unquote_to_bytes(body)
    try:
        return b64decode(data, validate=False) if head.endswith(";base64") else data
    except (binascii.Error, ValueError):
        return data
