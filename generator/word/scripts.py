"""Which characters of mixed text belong to the East Asian font.

Word gives “ ” ‘ ’ — … · × and many symbols to the Latin font unless the run says `w:hint="eastAsia"` (ECMA-376-1,
17.3.2.26); Chinese quotes then come out narrow. Runs are split only where a neighbour needs the other answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.figures.measure import FIRST_WIDE, NARROW

_EITHER = "“”‘’—…·×"
# Shapes and marks that Latin text fonts lack: always the East Asian font.
_SHAPES = "\u2190-\u2193\u2460-\u2473\u25a0-\u25ff\u2605\u2606\u2610\u2611"
MARKED = re.compile(f"[{_EITHER}{_SHAPES}]")
_TOKENS = re.compile(f"([{_SHAPES}]+)|([{_EITHER}])|([\\x00-\\x7f]+|[^{NARROW}]+)|.", re.DOTALL)
_PAIRS = re.compile("“[^“”]*”|‘[^‘’]*’")
_PLAIN_WIDE = re.compile(f"([^{NARROW}]+)|[{NARROW}]+")
_HINTED_WIDE = re.compile(f"((?:[^{NARROW}]|[{_EITHER}{_SHAPES}])+)|(?:(?![{_EITHER}{_SHAPES}])[{NARROW}])+")


def split_scripts(text: str) -> tuple[tuple[str, bool], ...]:
    """(piece, whether it needs the hint), the pieces together being the text."""
    if not text or not MARKED.search(text):
        return ((text, False),)
    return _split_marked(text)


@lru_cache(maxsize=4096)
def _split_marked(text: str) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool | None]] = []
    for token, hinted in _judged_tokens(text):
        last, mode = pieces[-1] if pieces else ("", None)
        if pieces and (hinted is None or mode is None or hinted is mode):
            pieces[-1] = (last + token, mode if hinted is None else hinted)
        else:
            pieces.append((token, hinted))
    return tuple((piece, bool(hinted)) for piece, hinted in pieces)


def _judged_tokens(text: str) -> Iterator[tuple[str, bool | None]]:
    """(token, True: East Asian, False: Latin, None: reads the same either way)."""
    east_asian = _east_asian_marks(text)
    for match in _TOKENS.finditer(text):
        shapes, mark, either = match.groups()
        if mark:
            yield mark, match.start() in east_asian
        else:
            yield match[0], True if shapes else None if either else False


def _east_asian_marks(text: str) -> frozenset[int]:
    """Offsets of the marks that stand among wide characters; both quotes of a pair get one answer."""
    found: set[int] = set()
    paired: set[int] = set()
    for match in _PAIRS.finditer(text):
        ends = {match.start(), match.end() - 1}
        inner = match[0][1:-1]
        paired |= ends
        if _touches_wide(text[: match.start()], text[match.end() :]) or _touches_wide(inner, inner):
            found |= ends
    for match in MARKED.finditer(text):
        at = match.start()
        if at not in paired and _touches_wide(text[:at], text[at + 1 :]):
            found.add(at)
    return frozenset(found)


def _touches_wide(before: str, after: str) -> bool:
    """Whether the text before ends, or the text after begins, with a wide character, marks skipped."""
    nearest = (before.rstrip(_EITHER)[-1:], after.lstrip(_EITHER)[:1])
    return any(character >= FIRST_WIDE for character in nearest)


@lru_cache(maxsize=4096)
def split_wide(text: str) -> tuple[tuple[str, bool], ...]:
    """(piece, whether it is East Asian): emphasis is KaiTi in one and italic in the other."""
    return tuple(
        (match[0], bool(match[1]))
        for piece, hinted in split_scripts(text)
        for match in (_HINTED_WIDE if hinted else _PLAIN_WIDE).finditer(piece)
    )
