"""The inline elements of the dialect's XHTML -> inline kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from generator.document.types import (
    Break,
    Code,
    Emphasis,
    FootnoteMark,
    Inline,
    Link,
    State,
    Str,
    Strong,
)
from generator.states import Light

# What layout adds between elements; other white space is the author's.
LAYOUT = " \t\r\n"
STATE_CLASSES = {f"state-{light}": light for light in Light}


class UnknownElementError(Exception):
    """An element that the dialect does not have at its place; text is what stands near it."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(f"<{name}> near {text!r}")
        self.name = name
        self.text = text


def unknown(element: Element) -> UnknownElementError:
    near = element.get("src") or " ".join("".join(element.itertext()).split())
    return UnknownElementError(element.tag, near[:80])


def read_inlines(nodes: Iterable[Element | str]) -> tuple[Inline, ...]:
    """Inline kinds of texts and elements in reading order, without the layout at both ends."""
    inlines = _collect(nodes)
    if inlines and isinstance(inlines[0], Str):
        inlines[0] = Str(inlines[0].text.lstrip(LAYOUT))
    if inlines and isinstance(inlines[-1], Str):
        inlines[-1] = Str(inlines[-1].text.rstrip(LAYOUT))
    return tuple(inline for inline in inlines if inline != Str(""))


def _collect(nodes: Iterable[Element | str]) -> list[Inline]:
    """No two Str are neighbours."""
    inlines: list[Inline] = []
    for node in nodes:
        inline = Str(node) if isinstance(node, str) else _read_inline(node)
        if isinstance(inline, Str) and inlines and isinstance(inlines[-1], Str):
            inlines[-1] = Str(inlines[-1].text + inline.text)
        elif inline is not None:
            inlines.append(inline)
    return inlines


def content(element: Element) -> Iterator[Element | str]:
    """An element's texts and children in reading order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _children(element: Element) -> tuple[Inline, ...]:
    return tuple(_collect(content(element)))


def _read_inline(element: Element) -> Inline | None:
    """None for what only a page shows: the way back from a footnote."""
    match element.tag:
        case "em":
            return Emphasis(_children(element))
        case "strong":
            return _read_strong(element)
        case "code":
            return Code("".join(element.itertext()))
        case "br":
            return Break()
        case "a" if element.get("class") == "footnote-back":
            return None
        case "a":
            return _read_link(element)
        case "sup":
            return FootnoteMark(int("".join(element.itertext())))
        case _:
            raise unknown(element)


def _read_strong(element: Element) -> State | Strong:
    for name in element.get("class", "").split():
        if name in STATE_CLASSES:
            return State(STATE_CLASSES[name], "".join(element.itertext()))
    return Strong(_children(element))


def _read_link(element: Element) -> Link:
    target = element.get("href", "")
    if target.startswith("#"):
        target = unquote(target)
    return Link(target, element.get("title", ""), _children(element))
