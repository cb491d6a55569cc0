"""A finished file -> every text in it that somebody or some program can read."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from generator.leaks.folding import SEPARATOR, fold_but_spaces, fold_numbers, without_spaces
from generator.leaks.markup import html_text, xml_text

_ESCAPES = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_TAGS = re.compile(r"<[^<>]*>")
_LINKS = re.compile(r"\[([^\[\]\n]*)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_MARKS = re.compile(r"[*_`~\[\]]+")
_PARAGRAPHS = re.compile(r"\n[ \t>]*\n")
# Pictures and the bookmarks of headings are named by digits of a hash, which are no amount.
_HASHES = re.compile(
    r"(?<![0-9a-z])x?(?=[0-9]*[a-f])[0-9a-f]{12,}(?![0-9a-z])|(?<![0-9a-f])[0-9a-f]{12}(?=\.)"
)
_DEEPEST = 3  # a package in a package: the workbook of a chart
_BINARY_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Haystack:
    """place names the part within the file. text is folded but for its spaces; numbers is what amounts are looked for in, folded.

    Values shorter than shortest are not looked for: in the bytes of a picture any four letters stand somewhere.
    """

    place: str
    spaced: str
    numbers: str
    shortest: int = 0

    def text(self) -> str:
        """Folded, spaces and all."""
        return without_spaces(self.spaced)


def haystacks_of(path: str, data: bytes) -> tuple[Haystack, ...]:
    """Texts, attributes and names of the parts of a package; of a text file the text with and without its marks."""
    if data.startswith(b"PK\3\4"):
        return tuple(_package(data, "", 0))
    text = data.decode("utf-8", "replace")
    if PurePosixPath(path).suffix in {".html", ".svg"}:
        return tuple(_page(text))
    return tuple(_markdown(text))


def _haystack(place: str, text: str, numbers: str | None = None) -> Haystack:
    """numbers is the text itself where it is not told apart."""
    counted = _HASHES.sub("", text if numbers is None else numbers)
    return Haystack(place, fold_but_spaces(text), fold_numbers(counted))


def _markdown(text: str) -> Iterator[Haystack]:
    """Lines of a paragraph run on, paragraphs do not."""
    parted = _PARAGRAPHS.sub(f"\n{SEPARATOR}\n", text)
    yield _haystack("", parted)
    yield _haystack("", html.unescape(_ESCAPES.sub("", _TAGS.sub("", parted))))
    # As a reader sees it: a name may change its weight half way, or be a link in part.
    unmarked = _MARKS.sub("", _LINKS.sub(r"\1", _TAGS.sub("", parted)))
    yield _haystack("", html.unescape(_ESCAPES.sub("", unmarked)))


def _page(text: str) -> Iterator[Haystack]:
    page = html_text(text)
    yield _haystack("", page.text, page.numbers)
    yield _haystack("", page.marks, page.marked_numbers)
    yield from (_binary("", data) for data in page.embedded)


def _package(data: bytes, inside: str, depth: int) -> Iterator[Haystack]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        yield _haystack(f"{inside}names", SEPARATOR.join(names))
        for name in names:
            yield from _part(package.read(name), f"{inside}{name}", depth)


def _part(data: bytes, place: str, depth: int) -> Iterator[Haystack]:
    if data.startswith(b"PK\3\4") and depth < _DEEPEST:
        yield from _package(data, f"{place}/", depth + 1)
        return
    texts = _texts_of_part(data, place.startswith("word/") or "/xl/" in place)
    yield from (Haystack(place, *text) for text in texts)
    if not texts:
        yield _binary(place, data)


@lru_cache(maxsize=64)
def _texts_of_part(data: bytes, is_laid_out: bool) -> tuple[tuple[str, str], ...]:
    """The styles of a base document and the like are the same in every file of a run. Empty where it is no XML."""
    found = xml_text(data, is_laid_out=is_laid_out)
    if found is None:
        return ()
    pairs = ((found.text, found.numbers), (found.marks, found.marked_numbers))
    return tuple((fold_but_spaces(text), fold_numbers(_HASHES.sub("", numbers))) for text, numbers in pairs)


def _binary(place: str, data: bytes) -> Haystack:
    return Haystack(place, fold_but_spaces(data.decode("utf-8", "ignore")), "", _BINARY_SHORTEST)
