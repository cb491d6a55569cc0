"""The numbering and footnotes parts of a base document, cut open where a document's own are put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.word.base_package import MAIN, OFFICE, XML_HEAD, BasePackage, Relationship, read_relationships
from generator.word.numbering import LEVELS, ListFamily
from generator.word.package import Member, pack_member
from generator.word.placeholders import Template
from generator.word.spans import Span, children, cut, read_root, read_spans
from generator.word.styles import LIST_STYLES, StyleSheet, style_key

_ROOT = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
_NUMBERING = f"{XML_HEAD}<w:numbering {_ROOT}></w:numbering>"
_FOOTNOTES = (
    f"{XML_HEAD}<w:footnotes {_ROOT}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)


@dataclass(frozen=True, slots=True)
class NumberingPart:
    """Text before, between and after the places of definitions and of lists; the ids are the first free ones.

    own holds definitions that the base's list styles use: a company's bullets stay a company's bullets.
    plain is the part of a document without lists.
    """

    name: str
    start: str
    middle: str
    end: str
    first_definition: int
    first_list: int
    own: Mapping[ListFamily, int]
    plain: Member


@dataclass(frozen=True, slots=True)
class FootnotesPart:
    """start and end are templates: notes of the base document may hold placeholders."""

    name: str
    start: Template
    end: str
    first: int
    plain: Member
    relationships: tuple[Relationship, ...]

    @property
    def is_plain(self) -> bool:
        """Without a note of the document's own the part is the same for all."""
        return len(self.start) == 1


def read_numbering(package: BasePackage, sheet: StyleSheet) -> NumberingPart:
    name = package.ensure_part("numbering", _NUMBERING)
    part = _opened(package.parts[name], b"w:numbering")
    spans = read_spans(part)
    definitions = children(spans, 0, "w:abstractNum")
    lists = children(spans, 0, "w:num")
    tail = children(spans, 0, "w:numIdMacAtCleanup")
    end = tail[0].start if tail else spans[0].inner_end
    split = lists[0].start if lists else end
    return NumberingPart(
        name=name,
        start=part[:split].decode(),
        middle=part[split:end].decode(),
        end=part[end:].decode(),
        first_definition=1 + max((int(s.attributes["w:abstractNumId"]) for s in definitions), default=0),
        first_list=1 + max((int(s.attributes["w:numId"]) for s in lists), default=0),
        own=_own_definitions(spans, sheet),
        plain=pack_member(name, part),
    )


_STYLE_NUMBER = re.compile(r'<w:numPr>.*?<w:numId w:val="(\d+)"/>.*?</w:numPr>', re.DOTALL)


def _own_definitions(spans: tuple[Span, ...], sheet: StyleSheet) -> dict[ListFamily, int]:
    """Only definitions with all nine levels: Word's single-level ones would leave nested lists unnumbered."""
    depth = {
        int(span.attributes["w:abstractNumId"]): len(children(spans, index, "w:lvl"))
        for index, span in enumerate(spans)
        if span.tag == "w:abstractNum"
    }
    definition_of = {
        int(spans[span.parent].attributes["w:numId"]): int(span.attributes["w:val"])
        for span in spans
        if span.tag == "w:abstractNumId" and spans[span.parent].tag == "w:num"
    }
    own = {}
    for kind in ("bullet", "number"):
        number = _STYLE_NUMBER.search(sheet.sources.get(style_key("paragraph", LIST_STYLES[kind]), ""))
        definition = definition_of.get(int(number[1])) if number else None
        if definition is not None and depth.get(definition) == LEVELS:
            own[ListFamily(kind)] = definition
    return own


def prepare_footnotes(package: BasePackage) -> str:
    """The name of the part, which has a place for notes afterwards."""
    name = package.ensure_part("footnotes", _FOOTNOTES)
    package.parts[name] = _opened(package.parts[name], b"w:footnotes")
    return name


def drop_notes(part: bytes, kind: str, text: str) -> bytes:
    """The part without the notes (kind is `footnote` or `endnote`) that the text does not refer to: those of a sample
    that gives way."""
    used = re.findall(rf'<w:{kind}Reference\b[^>]*w:id="([^"]*)"', text)
    spans = read_spans(part)
    return cut(
        part,
        (
            (span.start, span.end)
            for span in children(spans, 0, f"w:{kind}")
            if "w:type" not in span.attributes and span.attributes["w:id"] not in used
        ),
    )


def read_footnotes(package: BasePackage, name: str, template: Template) -> FootnotesPart:
    """template is the part with its placeholders."""
    part = package.parts[name]
    spans = read_spans(part)
    ids = (int(span.attributes["w:id"]) for span in children(spans, 0, "w:footnote"))
    end = part[spans[0].inner_end :].decode()
    start = (*template[:-1], template[-1].removesuffix(end))
    return FootnotesPart(
        name=name,
        start=start,
        end=end,
        first=1 + max(ids, default=0),
        plain=pack_member(name, part),
        relationships=read_relationships(package.parts, name),
    )


def _opened(part: bytes, tag: bytes) -> bytes:
    """`<w:numbering/>` has no inside to put something into, and notes may bring links: `xmlns:r` is declared."""
    if part.rstrip().endswith(b"/>") and len(read_spans(part)) == 1:
        part = part.rstrip()[:-2] + b"></" + tag + b">"
    if "xmlns:r" not in read_root(part):
        part = part.replace(b"<" + tag, b"<" + tag + f' xmlns:r="{OFFICE}"'.encode(), 1)
    return part
