"""The inline part of the dialect but emphasis: patterns for Python-Markdown that read as CommonMark does."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, INLINE_PLACEHOLDER_RE, STX, AtomicString

from generator.markup.targets import encoded_target, is_harmless

if TYPE_CHECKING:
    from markdown import Markdown

# What takes its own characters before any other markup does, tried from left to right in one pass.
VERBATIM = r"""(?x)
    \\(?P<escaped>[^\n])
    | (?P<ticks>`+)
    | <(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>
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


class Verbatim(Element):
    """An element that remembers what was typed for it."""

    def __init__(self, tag: str, attributes: dict[str, str], typed: str, text: str) -> None:
        super().__init__(tag, attributes)
        self.typed = typed
        self.text = AtomicString(text)


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
        if is_angled_target(data, m.start()) or (address is not None and not is_harmless(address)):
            return None, m.start(), m.end()
        text = address or groups["mail"]
        link = {"href": encoded_target(address or f"mailto:{text}")}
        return Verbatim("a", link, m.group(), text), m.start(), m.end()


def _escaped(char: str) -> str | None:
    return literal(char) if char in string.punctuation else None


def is_angled_target(data: str, start: int) -> bool:
    """Whether the angle bracket there begins the target of a link, `](<target>)`."""
    return data.endswith("](", 0, start) and TARGET.match(data, start - 1) is not None


def closing_ticks(data: str, ticks: str, start: int) -> re.Match[str] | None:
    """The next row of exactly as many back-ticks."""
    return re.compile(rf"(?<!`){ticks}(?!`)").search(data, start)


def _code(m: re.Match[str], data: str) -> Found:
    """A span ends at as many back-ticks as it began with; without them the back-ticks are text (CommonMark 6.1)."""
    end = closing_ticks(data, m.group("ticks"), m.end())
    if end is None:
        return None, m.start(), m.end()
    text = data[m.end() : end.start()].replace("\n", " ")
    padded = text.startswith(" ") and text.endswith(" ") and text.strip(" ")
    typed = data[m.start() : end.end()]
    return Verbatim("code", {}, typed, text[1:-1] if padded else text), m.start(), end.end()


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


class _TargetPattern(InlineProcessor):
    """What links and pictures share: their targets and titles are read as typed, code in them is text."""

    def _nodes(self) -> dict[str, Element | str]:
        """What stands behind Python-Markdown's placeholders, by their ids."""
        return self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined,no-any-return]

    def _typed(self, text: str) -> str:
        nodes = self._nodes()
        return INLINE_PLACEHOLDER_RE.sub(lambda m: _typed_form(nodes.get(m[1], m[0])), text)

    def _element(self, tag: str, attribute: str, parts: LinkParts) -> Element:
        element = Element(tag, {attribute: self._typed(parts.target)})
        if parts.title is not None:
            element.set("title", self._typed(parts.title).replace("\n", " "))
        element.text = parts.text
        return element


class LinkPattern(_TargetPattern):
    """`[text](target "title")` with the targets of CommonMark 6.3; a link does not hold another link."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"(?<!!)\[", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        parts = read_link(data, m.end())
        if parts is None or self._holds_link(parts.text):
            return None, m.start(), m.end()
        link = self._element("a", "href", parts)
        if not is_harmless(_plain(link.get("href", ""))):
            return None, m.start(), m.end()
        return link, m.start(), parts.end

    def _holds_link(self, text: str) -> bool:
        """Versions of Python-Markdown before 3.10 look at the outer link again once the inner one is made."""
        made = (self._nodes().get(m[1]) for m in INLINE_PLACEHOLDER_RE.finditer(text))
        return any(read_link(text, inner.end()) for inner in self.compiled_re.finditer(text)) or any(
            isinstance(node, Element) and node.tag == "a" and not isinstance(node, Verbatim) for node in made
        )


class PicturePattern(_TargetPattern):
    """`![alt](path "title")`; the alternative text is kept as content until its markup is read."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"!\[", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        parts = read_link(data, m.end())
        if parts is None:
            return None, m.start(), m.end()
        return self._element("img", "src", parts), m.start(), parts.end


@dataclass(frozen=True, slots=True)
class LinkParts:
    """What follows an opening bracket; target_at is where the target stands and end where all of it ends."""

    text: str
    target: str
    target_at: int
    title: str | None
    end: int


def read_link(data: str, start: int) -> LinkParts | None:
    """The parts from behind the opening bracket on; None when no link begins there."""
    if data.find("](", start) < 0:
        return None
    depth = 1
    for bracket in BRACKET.finditer(data, start):
        depth += 1 if bracket.group() == "[" else -1
        if depth == 0:
            target = TARGET.match(data, bracket.end())
            return None if target is None else _link_parts(data[start : bracket.start()], target)
    return None


def _link_parts(text: str, match: re.Match[str]) -> LinkParts:
    form = "angled" if match["angled"] is not None else "bare"
    titles = (match["double"], match["single"], match["round"])
    title = next((each for each in titles if each is not None), None)
    return LinkParts(text, match[form] or "", match.start(form), title, match.end())


def _typed_form(node: Element | str) -> str:
    return node.typed if isinstance(node, Verbatim) else str(node)


ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")


def _plain(text: str) -> str:
    return ESCAPED.sub(lambda m: chr(int(m.group(1))), text)
