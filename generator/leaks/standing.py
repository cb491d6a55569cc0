"""Whether a number stands in a text as one of its own."""

from __future__ import annotations


def stands_alone(number: str, text: str) -> bool:
    """Whether it is there without being a part of a longer one. Both are folded."""
    start = text.find(number)
    while start >= 0:
        before, after = text[max(0, start - 2) : start], text[start + len(number) : start + len(number) + 2]
        if not _joins(before[::-1]) and not _joins(after):
            return True
        start = text.find(number, start + 1)
    return False


def _joins(neighbours: str) -> bool:
    """Whether what stands next to a number, nearest first, makes it longer."""
    nearest, next_one = neighbours[:1], neighbours[1:2]
    return nearest.isdigit() or (nearest in {".", ","} and next_one.isdigit())
