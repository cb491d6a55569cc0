"""The elements of an XML part of a .docx in order, as far as they are WordprocessingML (ECMA-376 part 1, 17)."""

from __future__ import annotations

from typing import NoReturn, Protocol
from xml.parsers.expat import ParserCreate

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # strict
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"


class DoctypeError(Exception):
    """A document type, which no office program writes: entities could make a few bytes into gigabytes."""


class Reader(Protocol):
    """Names and attributes come without their namespace."""

    def start(self, name: str, values: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, data: str) -> None: ...


def read_elements(xml: bytes, reader: Reader) -> None:
    """Leaves out mc:Fallback, which repeats its neighbour. Raises ExpatError and DoctypeError."""
    fallbacks = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal fallbacks
        fallbacks += tag == _FALLBACK
        space, _, name = tag.rpartition(" ")
        if space in _MAIN and not fallbacks:
            reader.start(name, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal fallbacks
        fallbacks -= tag == _FALLBACK
        space, _, name = tag.rpartition(" ")
        if space in _MAIN and not fallbacks:
            reader.end(name)

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(xml, True)


def read_targets(xml: bytes) -> dict[str, str]:
    """What the relationships of a part lead to, by their ids."""
    targets: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == _RELATIONSHIP:
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(xml, True)
    return targets


def _refuse_doctype(*_: object) -> NoReturn:
    raise DoctypeError
