"""The blocks of a Markdown text, each with its lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise


class Kind(Enum):
    DOCUMENT = auto()
    QUOTE = auto()
    LIST = auto()
    ITEM = auto()
    NOTE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    INDENTED = auto()
    FENCE = auto()
    TABLE = auto()
    RULE = auto()


CONTAINERS = frozenset({Kind.QUOTE, Kind.LIST, Kind.ITEM, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Line:
    """The part of a source line that belongs to a leaf; number and column count from 1."""

    number: int
    column: int
    text: str


@dataclass(slots=True)
class Block:
    """A node of the block structure; it is built up line by line, hence not frozen.

    number: a heading's level, a list's start, an item's content offset. marker: a list's bullet or delimiter, a fence's
    fence, a footnote's label. info: what stands behind a fence, or an alert's kind (`note`) of a quote. last: the last line that is not blank.
    INDENTED is a paragraph that CommonMark reads as indented code.
    """

    kind: Kind
    line: int
    column: int
    number: int = 0
    marker: str = ""
    info: str = ""
    last: int = 0
    closed: bool = False
    tight: bool = True
    children: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def settle(block: Block) -> None:
    """Spreads `last` upwards and tells tight lists from loose ones (CommonMark 5.3)."""
    for child in block.children:
        settle(child)
        block.last = max(block.last, child.last)
    block.last = max(block.last, block.line)
    if block.kind is Kind.LIST:
        block.tight = not any(_has_gap(item.children) for item in block.children) and not _has_gap(
            block.children
        )


def _has_gap(blocks: list[Block]) -> bool:
    return any(after.line - before.last > 1 for before, after in pairwise(blocks))
