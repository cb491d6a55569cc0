"""The headings that a page's navigation shows."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

LEVELS = {"h2": 2, "h3": 3}


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """text is without markup and footnote marks; anchor is the heading's id."""

    level: int
    text: str
    anchor: str


def contents(xhtml: str) -> tuple[ContentsEntry, ...]:
    """The two levels below the title, in reading order."""
    root = fromstring(f"<div>{xhtml}</div>")  # noqa: S314  our own rendering, without entities or doctype
    return tuple(
        ContentsEntry(LEVELS[element.tag], _text(element), element.get("id", ""))
        for element in root.iter()
        if element.tag in LEVELS
    )


def _text(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += ("" if child.tag == "sup" else _text(child), child.tail or "")
    return "".join(parts)
