"""Parts of a text and what takes their place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """start and end count characters of the text as typed."""

    start: int
    end: int
    new: str


def replace_spans(text: str, spans: Iterable[Span]) -> str:
    """Of spans that overlap the first to come is taken."""
    taken: list[Span] = []
    for span in spans:
        if all(span.end <= other.start or other.end <= span.start for other in taken):
            taken.append(span)
    parts, end = [], 0
    for span in sorted(taken):
        parts += [text[end : span.start], span.new]
        end = span.end
    return "".join((*parts, text[end:]))
