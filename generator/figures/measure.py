"""How wide text is where no font is at hand: in half-widths, a wide (East Asian) character counting 2."""

from __future__ import annotations

import re

# From here on nearly every character in use is wide (Unicode UAX #11: W and F) or an emoji. One bound instead of the
# exact ranges: Python takes milliseconds to compile each class that holds those.
FIRST_WIDE = "\u2e80"
NARROW = "\\x00-\\u2e7f"
# Shapes take the East Asian font of a document, where they are as wide as an ideograph.
_WIDE_RUNS = re.compile("[^\\x00-\\u245f\\u2474-\\u259f\\u2600-\\u2604\\u2607-\\u260f\\u2612-\\u2e7f]+")
# LibreOffice knows no line break behind a wide comma that narrow characters follow, as in lists of ids.
LISTED = re.compile("[!-\\u2e7f][、，；：](?=[!-\\u2e7f])")
_NARROW_WORDS = re.compile("[!-\\u2e7f]+(?:[、，；：][!-\\u2e7f]+)*")
# Closing marks do not begin a line.
_PIECES = re.compile(f"(?:[^{NARROW}]|[!-\\u2e7f]+)[、，。；：！？）》」』”’]*|[\\x00- ]+")


def text_width(text: str) -> int:
    """In half-widths."""
    if text.isascii():
        return len(text)
    return len(text) + sum(map(len, _WIDE_RUNS.findall(text)))


def longest_word(text: str) -> int:
    """Width of the longest piece that no line break falls into; lines break between wide characters."""
    if text.isascii():
        return max(map(len, text.split()), default=0)
    return max(map(text_width, _NARROW_WORDS.findall(text)), default=min(2, len(text)))


def fold_lines(text: str, width: int, most: int) -> tuple[str, ...]:
    """At most `most` lines of at most `width` half-widths; what does not fit ends in an ellipsis."""
    lines = [""]
    for piece in _PIECES.findall(" ".join(text.split())):
        for part in _cut_word(piece, width):
            if text_width(lines[-1] + part) > width and lines[-1]:
                lines.append("")
            lines[-1] += part if lines[-1] else part.lstrip()
    if len(lines) > most:
        lines = [*lines[: most - 1], _shorten(" ".join(lines[most - 1 :]), width)]
    return tuple(line.rstrip() for line in lines)


def _cut_word(word: str, width: int) -> list[str]:
    """A word longer than a line falls into parts."""
    parts = [""]
    for character in word if text_width(word) > width else (word,):
        if parts[-1] and text_width(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts


def _shorten(line: str, width: int) -> str:
    while text_width(line) > width - 1:
        line = line[:-1]
    return line.rstrip() + "…"
