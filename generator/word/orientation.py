"""Which blocks need a page turned on its side: tables too wide for a page upright, and what belongs to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.document import Block, Heading, Paragraph, Rule, Table
from generator.word.length import estimated_pages

_MOST_REMARKS = 2  # on either side of a table that move with it
_REMARK = 0.1  # pages
_GAP = 0.4  # pages between two wide tables that would be left nearly empty


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring blocks on pages of one orientation."""

    is_landscape: bool
    blocks: tuple[Block, ...]


def stretches(blocks: tuple[Block, ...], is_wide: Callable[[Table], bool]) -> tuple[Stretch, ...]:
    """In reading order, nothing lost but rules that would begin the new page which a stretch begins anyway."""
    turned = [isinstance(block, Table) and is_wide(block) for block in blocks]
    if not any(turned):
        return (Stretch(False, blocks),)
    for place in [place for place, wide in enumerate(turned) if wide]:
        first, last = _lead(blocks, place), _trail(blocks, place)
        turned[first : last + 1] = [True] * (last + 1 - first)
    _close_gaps(blocks, turned)
    runs = [
        (is_landscape, [block for _, block in run])
        for is_landscape, run in groupby(zip(turned, blocks, strict=True), key=lambda pair: pair[0])
    ]
    for (_, before), (_, after) in pairwise(runs):  # a rule before a heading asks for a new page
        if isinstance(before[-1], Rule):
            del before[-1]
        if isinstance(after[0], Rule):
            del after[0]
    return tuple(Stretch(is_landscape, tuple(run)) for is_landscape, run in runs if run)


def _lead(blocks: tuple[Block, ...], table: int) -> int:
    """Where the headings begin that a table stands under, else the table itself."""
    first = table
    while first and table - first < _MOST_REMARKS and _is_remark(blocks[first - 1]):
        first -= 1
    if not first or not isinstance(blocks[first - 1], Heading):
        return table
    while first and isinstance(blocks[first - 1], Heading):
        first -= 1
    return first


def _trail(blocks: tuple[Block, ...], table: int) -> int:
    """The last of the paragraphs right behind a table that close its section; the table where other blocks follow."""
    last = table
    while last + 1 < len(blocks) and last - table < _MOST_REMARKS and _is_remark(blocks[last + 1]):
        last += 1
    closes = last + 1 == len(blocks) or isinstance(blocks[last + 1], Heading | Rule)
    return last if closes else table


def _is_remark(block: Block) -> bool:
    return isinstance(block, Paragraph) and estimated_pages((block,), {}) < _REMARK


def _close_gaps(blocks: tuple[Block, ...], turned: list[bool]) -> None:
    """Little text between two wide tables stays with them."""
    places = [place for place, wide in enumerate(turned) if wide]
    for before, after in pairwise(places):
        if estimated_pages(blocks[before + 1 : after], {}) < _GAP:
            turned[before + 1 : after] = [True] * (after - before - 1)
