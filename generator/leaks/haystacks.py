"""A finished file -> every text in it that somebody or some program can read."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers.expat import ExpatError, ParserCreate

from generator.leaks.folding import SEPARATOR, fold

_ESCAPES = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_TAGS = re.compile(r"<[^<>]*>")
_PARAGRAPHS = ("p", "tc", "tr", "si", "row", "c")
# Sizes and places of drawings are attributes of four digits and more; numbers that people read are text.
_LENGTH = re.compile(r"-?[0-9.]+")
_DEEPEST = 3  # a package in a package: the workbook of a chart


@dataclass(frozen=True, slots=True)
class Haystack:
    """place names the part within the file; text is folded."""

    place: str
    text: str


def haystacks_of(path: str, data: bytes) -> tuple[Haystack, ...]:
    """Texts, attributes and names of the parts of a package; of a text file the text with and without its marks."""
    if data.startswith(b"PK\3\4"):
        return tuple(_package(data, "", 0))
    text = data.decode("utf-8", "replace")
    plain = html.unescape(_ESCAPES.sub("", _TAGS.sub("", text)))
    return (Haystack("", fold(text)), Haystack("", fold(plain)), Haystack("", fold(html.unescape(text))))


def _package(data: bytes, inside: str, depth: int) -> Iterator[Haystack]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        yield Haystack(f"{inside}names", fold(SEPARATOR.join(names)))
        for name in names:
            yield from _part(package.read(name), f"{inside}{name}", depth)


def _part(data: bytes, place: str, depth: int) -> Iterator[Haystack]:
    if data.startswith(b"PK\3\4") and depth < _DEEPEST:
        yield from _package(data, f"{place}/", depth + 1)
        return
    texts = _xml_texts(data)
    yield from (Haystack(place, fold(text)) for text in texts or (data.decode("utf-8", "ignore"),))


def _xml_texts(data: bytes) -> tuple[str, ...]:
    """The running text, where a word may be cut into runs, and the attributes; nothing where it is no XML."""
    texts: list[str] = []
    attributes: list[str] = []

    def start(name: str, found: dict[str, str]) -> None:
        del name
        attributes.extend(value for value in found.values() if not _LENGTH.fullmatch(value))

    def end(name: str) -> None:
        if name.rpartition(":")[2] in _PARAGRAPHS:
            texts.append(SEPARATOR)

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = texts.append
    parser.CommentHandler = attributes.append
    try:
        parser.Parse(data, True)
    except ExpatError:
        return ()
    return "".join(texts), SEPARATOR.join(attributes)
