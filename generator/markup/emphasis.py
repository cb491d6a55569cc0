"""Emphasis: the delimiter algorithm of CommonMark 6.2, amended for Chinese beside punctuation.

CommonMark lets `**` open or close beside punctuation only next to a space or more punctuation, which fails in a script
without spaces: `**“重点”**内容`. Here a wide character counts as such a neighbour, and wide punctuation as a letter.
Python-Markdown's own reading of emphasis differs from both, and from one of its versions to the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width
from xml.etree.ElementTree import Element, SubElement

from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from generator.markup.inline import literal

if TYPE_CHECKING:
    from generator.markup.inline import Found

DELIMITER = r"[*_]"
RUN = re.compile(r"\*+|_+")


# More delimiters open at once are no emphasis that anybody wrote: what walks the elements may recurse.
MOST_OPEN = 80


@dataclass(slots=True)
class Run:
    """A row of equal delimiters; what is left of it lies between start and end as pairs use it up.

    ambiguous: it may open and close by CommonMark's own rules.
    """

    char: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of a text: emphasis of size 1, strong of size 2, or delimiters that stay text (0)."""

    start: int
    end: int
    size: int


@cache
def _is_space(char: str) -> bool:
    return not char or char.isspace()


@cache
def is_punctuation(char: str) -> bool:
    """CommonMark's notion: symbols too. A placeholder stands for markup, which begins and ends with punctuation."""
    return char in (STX, ETX) or category(char)[0] in "PS"


@cache
def _is_cjk(char: str) -> bool:
    return bool(char) and east_asian_width(char) in "WF" and category(char) != "So"


def _leans(towards: str, away: str) -> bool:
    """Whether delimiters between two characters flank the first one (left-flanking: the one behind them)."""
    return not _is_space(towards) and (not is_punctuation(towards) or _is_space(away) or is_punctuation(away))


def flanking(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the delimiters text[start:end] are left-flanking and right-flanking (CommonMark 6.2)."""
    before, after = _around(text, start, end)
    return _leans(after, before), _leans(before, after)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[start - 1 : start] if start else "", text[end : end + 1]


def _find_runs(text: str) -> list[Run]:
    runs: list[Run] = []
    for match in RUN.finditer(text):
        start, end = match.span()
        before, after = _around(text, start, end)
        opens, closes = flanking(text, start, end)
        if text[start] == "_" and opens and closes:
            opens, closes = is_punctuation(before), is_punctuation(after)
        ambiguous = opens and closes
        if text[start] == "*" and (_is_cjk(before) or _is_cjk(after)):
            opens, closes = not _is_space(after), not _is_space(before)
        runs.append(Run(text[start], start, end, end - start, opens, closes, ambiguous))
    return runs


def find_emphasis(text: str) -> list[Piece]:
    """All emphasis of a text and the delimiters that are none, in the order of their ends: inner before outer."""
    if "*" not in text and "_" not in text:
        return []
    runs = _find_runs(text)
    pieces: list[Piece] = []
    openers: list[Run] = []
    # Where the search for an opener may stop, by kind of closer: keeps long rows of delimiters linear.
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        kind = (run.char, run.ambiguous, run.length % 3)
        while run.closes and run.start < run.end:
            index = _find_opener(run, openers, bottoms.get(kind, 0))
            if index is None:
                bottoms[kind] = run.start
                break
            opener = openers[index]
            size = 2 if min(opener.end - opener.start, run.end - run.start) >= 2 else 1
            pieces.append(Piece(opener.end - size, run.start + size, size))
            opener.end -= size
            run.start += size
            del openers[index + (opener.start < opener.end) :]
        if run.opens and run.start < run.end and _size([*openers, run]) <= MOST_OPEN:
            openers.append(run)
    pieces += [Piece(run.start, run.end, 0) for run in runs if run.start < run.end]
    return sorted(pieces, key=lambda piece: piece.end)


def _size(runs: list[Run]) -> int:
    return sum(run.end - run.start for run in runs)


def _find_opener(closer: Run, openers: list[Run], bottom: int) -> int | None:
    for index in range(len(openers) - 1, -1, -1):
        opener = openers[index]
        if opener.start < bottom:
            return None
        if opener.char == closer.char and not _is_odd_match(opener, closer):
            return index
    return None


def _is_odd_match(opener: Run, closer: Run) -> bool:
    """Rules 9 and 10 of CommonMark 6.2: `*foo**bar*` is no emphasis within `foo`."""
    if not (opener.ambiguous or closer.ambiguous) or (opener.length + closer.length) % 3:
        return False
    return bool(opener.length % 3 or closer.length % 3)


def add_emphasis(parent: Element, text: str) -> None:
    """Appends a text without any other markup, its emphasis as elements: most texts, spared Python-Markdown's search."""
    pieces = [piece for piece in find_emphasis(text) if piece.size]
    if not pieces:
        append_text(parent, text)
        return
    # Outer before inner: what is still open when a piece begins is around it.
    pieces.sort(key=lambda piece: (piece.start, -piece.end))
    around: list[tuple[Element, Piece]] = []
    inside, position = parent, 0
    for piece in [*pieces, Piece(len(text), len(text), 0)]:
        while around and around[-1][1].end <= piece.start:
            outer, closed = around.pop()
            append_text(inside, text[position : closed.end - closed.size])
            inside, position = outer, closed.end
        append_text(inside, text[position : piece.start])
        if piece.size:
            around.append((inside, piece))
            inside = SubElement(inside, "strong" if piece.size == 2 else "em")
        position = piece.start + piece.size


def append_text(parent: Element, text: str) -> None:
    """Text behind all that parent holds, read already."""
    if len(parent):
        parent[-1].tail = AtomicString((parent[-1].tail or "") + text)
    else:
        parent.text = AtomicString((parent.text or "") + text)


class EmphasisPattern(InlineProcessor):
    """Hands Python-Markdown one piece at a time, as a placeholder of unknown length takes the place of each.

    Delimiters that are none become literal, so that nothing is left for a second look at parts of the text.
    """

    def __init__(self) -> None:
        super().__init__(DELIMITER)
        self.reset()

    def reset(self) -> None:
        """Forgets a text that was left half read."""
        self.pieces: list[Piece] = []
        self.length = 0
        self.shifts: list[tuple[int, int]] = []

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        if not self.pieces:
            self.pieces, self.length, self.shifts = find_emphasis(data)[::-1], len(data), []
        piece = self.pieces.pop()
        start, end = self._place(piece, len(data) - self.length)
        if not piece.size:
            return literal(data[start:end]), start, end
        element = Element("strong" if piece.size == 2 else "em")
        element.text = data[start + piece.size : end - piece.size]
        return element, start, end

    def _place(self, piece: Piece, shift: int) -> tuple[int, int]:
        """Where the piece lies now: shift is how much longer the text before its end has become."""
        before = shift
        while self.shifts and self.shifts[-1][0] >= piece.start:
            before = self.shifts.pop()[1]
        self.shifts.append((piece.start, before))
        return piece.start + before, piece.end + shift
