"""Markdown blocks put inside another block: under a list item, or in a quote or alert."""

from __future__ import annotations

from collections.abc import Iterator

from generator.markup.scanning import LINE_END, expand_marks


def indented(text: str, width: int) -> str:
    """The blocks moved right by width columns, as for the continuation of a list item; blank lines stay empty."""
    return "\n".join(" " * width + line if line else "" for line in _lines(text))


def quoted_block(text: str) -> str:
    """The blocks behind `> `; below a line `> [!NOTE]` they are the body of the alert."""
    return "\n".join(f"> {line}" if line else ">" for line in _lines(text))


def _lines(text: str) -> Iterator[str]:
    """Without tabs before the text, which would reach another column there."""
    for line in LINE_END.split(text):
        yield expand_marks(line) if line.strip() else ""
