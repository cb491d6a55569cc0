"""The inline part of the dialect but emphasis: patterns for Python-Markdown that read as CommonMark does."""

from __future__ import annotations

import re
import string
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from generator.markup.targets import encoded_target, is_harmless

if TYPE_CHECKING:
    from markdown import Markdown

# What takes its own characters before any other markup does, tried from left to right in one pass. An address in angle
# brackets right behind `](` is the target of a link instead.
VERBATIM = r"""(?x)
    \\(?P<escaped>[^\n])
    | (?P<ticks>`+)
    | (?<!\]\()<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>
    | <(?P<mail>[A-Za-z0-9.!\#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)
"""
FOOTNOTE = r"(?<!!)\[\^([^\]\s]+)\]"
BRACKET = re.compile(r"[\[\]]")
TARGET = re.compile(
    r"""(?x)
    \([ \n]*
    (?: <(?P<angled>[^<>\n]*)> | (?P<bare>(?!<)(?:[^ \t\n\x7f()]|\((?:[^ \t\n\x7f()]|\([^ \t\n\x7f()]*\))*\))+) )?
    (?: (?:(?<=\()|[ \n]+) (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | \((?P<round>[^()]*)\) ) )?
    [ \n]*\)
    """
)
PLAIN = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
Found = tuple[Element | str | None, int | None, int | None]


def literal(text: str) -> str:
    """Text that no later pattern touches: Python-Markdown's own form of an escaped character."""
    return "".join(f"{STX}{ord(char)}{ETX}" for char in text)


def plain_text(text: str) -> str:
    """Text without code or links, its escapes and entities read."""
    return PLAIN.sub(lambda m: m[1] or _entity(m[0]) or m[0], text)


class VerbatimPattern(InlineProcessor):
    """Escapes, code, addresses in angle brackets and entities."""

    def __init__(self) -> None:
        super().__init__(VERBATIM)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        groups = m.groupdict()
        if groups["escaped"] is not None:
            return _escaped(groups["escaped"]), m.start(), m.end()
        if groups["ticks"] is not None:
            return _code(m, data)
        if groups["entity"] is not None:
            text = _entity(groups["entity"])
            return (None if text is None else literal(text)), m.start(), m.end()
        address = groups["address"]
        if address is not None and not is_harmless(address):
            return None, m.start(), m.end()
        text = address or groups["mail"]
        link = Element("a", {"href": encoded_target(address or f"mailto:{text}")})
        link.text = AtomicString(text)
        return link, m.start(), m.end()


def _escaped(char: str) -> str | None:
    return literal(char) if char in string.punctuation else None


def _code(m: re.Match[str], data: str) -> Found:
    """A span ends at as many back-ticks as it began with; without them the back-ticks are text (CommonMark 6.1)."""
    ticks = m.group()
    end = re.compile(rf"(?<!`){ticks}(?!`)").search(data, m.end())
    if end is None:
        return None, m.start(), m.end()
    code = Element("code")
    text = data[m.end() : end.start()].replace("\n", " ")
    padded = text.startswith(" ") and text.endswith(" ") and text.strip(" ")
    code.text = AtomicString(text[1:-1] if padded else text)
    return code, m.start(), end.end()


def _entity(entity: str) -> str | None:
    """The characters of an HTML entity; None for an unknown name, which is text."""
    if entity.startswith("&#"):
        return unescape(entity) or "\ufffd"
    return html5.get(entity[1:])


class LineBreakPattern(InlineProcessor):
    """Two spaces or a back-slash before a line break; one space is none. After emphasis, which looks at spaces."""

    def __init__(self) -> None:
        super().__init__(r"( +|\\)\n")

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        return ("\n" if m.group(1) == " " else Element("br")), m.start(), m.end()


class FootnotePattern(InlineProcessor):
    """`[^label]` -> an empty `sup` with the label; numbers are given once the order of the document is known."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(FOOTNOTE, md)
        self.labels: frozenset[str] = frozenset()

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        if m.group(1) not in self.labels:
            return None, m.start(), m.end()
        return Element("sup", {"data-note": m.group(1)}), m.start(), m.end()


class LinkPattern(InlineProcessor):
    """`[text](target "title")` with the targets of CommonMark 6.3; a link does not hold another link."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"(?<!!)\[", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        found = _read_link(data, m.end())
        if found is None:
            return None, m.start(), m.end()
        text, target, title, end = found
        inner = self.compiled_re.search(text)
        while inner is not None:
            if _read_link(text, inner.end()) is not None:
                return None, m.start(), m.end()
            inner = self.compiled_re.search(text, inner.end())
        href = self.unescape(target)
        if not is_harmless(_plain(href)):
            return None, m.start(), m.end()
        link = Element("a", {"href": href})
        if title is not None:
            link.set("title", _one_line(self.unescape(title)))
        link.text = text
        return link, m.start(), end


class PicturePattern(InlineProcessor):
    """`![alt](path "title")`; the alternative text is kept as content until its markup is read."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"!\[", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        found = _read_link(data, m.end())
        if found is None:
            return None, m.start(), m.end()
        text, target, title, end = found
        picture = Element("img", {"src": self.unescape(target)})
        if title is not None:
            picture.set("title", _one_line(self.unescape(title)))
        picture.text = text
        return picture, m.start(), end


def _read_link(data: str, start: int) -> tuple[str, str, str | None, int] | None:
    """From behind the opening bracket: text, target, title and where the link ends; None when it is none."""
    depth = 1
    for bracket in BRACKET.finditer(data, start):
        depth += 1 if bracket.group() == "[" else -1
        if depth == 0:
            target = TARGET.match(data, bracket.end())
            if target is None:
                return None
            titles = (target["double"], target["single"], target["round"])
            title = next((each for each in titles if each is not None), None)
            return (
                data[start : bracket.start()],
                target["angled"] or target["bare"] or "",
                title,
                target.end(),
            )
    return None


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")


def _plain(text: str) -> str:
    return ESCAPED.sub(lambda m: chr(int(m.group(1))), text)
