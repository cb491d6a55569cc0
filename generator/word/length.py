"""How many pages a document will take, estimated without a layout: enough to tell a long one from a short one."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import assert_never

from generator.document import (
    Block,
    Callout,
    CodeBlock,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from generator.figures import Figure as FigureData
from generator.figures.gantt import Gantt
from generator.figures.measure import text_width
from generator.figures.risk_map import RiskMap
from generator.word.widths import plain_text

# Measured on the built-in base: A4, 10.5 pt, tables of 9 pt.
_PAGE = 46.0  # lines
_LINE = 88  # half-widths
_ROW_LINE = 70  # of all cells of a row together: not all of its columns are full
_HEADING, _PARAGRAPH_GAP, _ROW_GAP = 2.0, 0.4, 0.35
_PICTURE, _CAPTION = 18.0, 1.5


def estimated_pages(blocks: tuple[Block, ...], figures: Mapping[str, FigureData]) -> float:
    """The last page counts as far as it is filled."""
    return sum(_lines(block, figures) for block in blocks) / _PAGE


def _lines(block: Block, figures: Mapping[str, FigureData]) -> float:
    match block:
        case Heading():
            return _HEADING
        case Paragraph(children):
            return _text_lines(children, _LINE) + _PARAGRAPH_GAP
        case ListBlock():
            return sum(_lines(inner, figures) for item in block.items for inner in item.blocks)
        case Table():
            rows = (
                tuple(inline for cell in row for inline in cell.children)
                for row in (block.header, *block.rows)
            )
            return sum(_text_lines(row, _ROW_LINE) + _ROW_GAP for row in rows)
        case CodeBlock(text):
            return text.count("\n") + 2.0
        case Quote(blocks) | Callout(_, blocks):
            return 1 + sum(_lines(inner, figures) for inner in blocks)
        case Figure():
            return _CAPTION + _figure_lines(figures.get(block.path))
        case Rule():
            return 0.5
        case _:
            assert_never(block)


def _text_lines(inlines: tuple[Inline, ...], room: int) -> int:
    return max(1, ceil(text_width(plain_text(inlines)) / room))


def _figure_lines(data: FigureData | None) -> float:
    match data:
        case Gantt():
            return 3 + 2.0 * len(data.bars)
        case RiskMap():
            return 9
        case _:
            return _PICTURE
