"""A piece of a text around what was found in it."""

from __future__ import annotations

from unicodedata import east_asian_width

from generator.insights.search.ranking import Span

_CUT = "…"
_BEFORE = 3  # a third of the room goes to what stands before the first place


def snippet(text: str, marks: tuple[Span, ...], room: int) -> tuple[str, tuple[Span, ...]]:
    """At most that many columns on one line, with the marks in it; wide characters take two."""
    line = "".join(" " if char.isspace() else char for char in text)
    if _columns(line) <= room:
        return line, marks
    first = marks[0][0] if marks else 0
    start = _back(line, first, room // _BEFORE)
    end = _on(line, start, room - 1 - (start > 0))
    head, tail = _CUT if start > 0 else "", _CUT if end < len(line) else ""
    shift = len(head) - start
    inside = ((max(left, start), min(right, end)) for left, right in marks)
    kept = tuple((left + shift, right + shift) for left, right in inside if left < right)
    return f"{head}{line[start:end]}{tail}", kept


def _columns(text: str) -> int:
    return sum(map(_width, text))


def _width(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


def _back(text: str, place: int, room: int) -> int:
    while place > 0 and room >= _width(text[place - 1]):
        place -= 1
        room -= _width(text[place])
    return place


def _on(text: str, place: int, room: int) -> int:
    while place < len(text) and room >= _width(text[place]):
        room -= _width(text[place])
        place += 1
    return place
