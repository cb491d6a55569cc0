"""Line breaks inside a paragraph: nothing between two wide characters, a space everywhere else."""

from __future__ import annotations

from unicodedata import east_asian_width, name
from xml.etree.ElementTree import Element


def is_wide(char: str) -> bool:
    """Wide and written without spaces between words: Chinese and Japanese, not Hangul."""
    return east_asian_width(char) in "WF" and not name(char, "").startswith("HANGUL")


def join_lines(root: Element) -> None:
    """Replaces every line break in the text of a tree, across the borders of inline elements as well."""
    if not any("\n" in text for text in root.itertext()):
        return
    slots: list[tuple[Element, bool]] = []
    _add_slots(root, slots)
    for index, (element, is_tail) in enumerate(slots):
        text = _text(element, is_tail)
        if "\n" not in text:
            continue
        before = _text(*slots[index - 1])[-1:] if index else ""
        after = _text(*slots[index + 1]).lstrip("\n")[:1] if index + 1 < len(slots) else ""
        joined = _joined(text, "\n" if element.tag == "br" else before, after)
        if is_tail:
            element.tail = joined
        else:
            element.text = joined


def _add_slots(element: Element, slots: list[tuple[Element, bool]]) -> None:
    """The places that hold text, in reading order, without code blocks; True for a tail."""
    if element.tag != "pre":
        if element.text:
            slots.append((element, False))
        for child in element:
            _add_slots(child, slots)
    if element.tail:
        slots.append((element, True))


def _text(element: Element, is_tail: bool) -> str:
    return (element.tail if is_tail else element.text) or ""


def _joined(text: str, before: str, after: str) -> str:
    lines = text.split("\n")
    parts = [lines[0]]
    for index, line in enumerate(lines[1:], start=1):
        left = lines[index - 1][-1:] or before
        right = line[:1] or after
        gap = "" if left == "\n" or (left and right and is_wide(left) and is_wide(right)) else " "
        parts += [gap, line]
    return "".join(parts)
