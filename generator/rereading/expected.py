"""What a reader of a Document must see: its paragraphs with their styles, and its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from generator.document import (
    Block,
    Break,
    Callout,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Figure,
    FootnoteMark,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    State,
    Str,
    Strong,
    Table,
)
from generator.rereading.seen import Line
from generator.word.styles import HEADINGS, TITLE

ANY = ""


def expected_lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """style is ANY where it depends on what stands around. Captions are left out: fields count them."""
    for block in blocks:
        match block:
            case Heading(level, children):
                style = TITLE if level == 1 else HEADINGS[level - 2]
                yield Line(text_of(children), style.lower())
            case Paragraph(children):
                yield Line(text_of(children), ANY)
            case ListBlock(items=items):
                for item in items:
                    yield from expected_lines(item.blocks)
            case Quote(blocks=inner) | Callout(blocks=inner):
                yield from expected_lines(inner)
            case CodeBlock(text):
                yield Line(text, ANY)
            case Table():
                yield from (Line(text, ANY) for row in expected_cells(block) for text in row)
            case Figure() | Rule():
                pass
            case _:
                assert_never(block)


def expected_tables(blocks: Iterable[Block]) -> Iterator[tuple[tuple[str, ...], ...]]:
    for block in blocks:
        match block:
            case Table():
                yield expected_cells(block)
            case ListBlock(items=items):
                for item in items:
                    yield from expected_tables(item.blocks)
            case Quote(blocks=inner) | Callout(blocks=inner):
                yield from expected_tables(inner)
            case _:
                pass


def expected_cells(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(text_of(cell.children) for cell in row) for row in _rows(table))


def _rows(table: Table) -> tuple[tuple[Cell, ...], ...]:
    return (table.header, *table.rows)


def text_of(inlines: Iterable[Inline]) -> str:
    return "".join(_text(inline) for inline in inlines)


def _text(inline: Inline) -> str:
    match inline:
        case Str(text) | Code(text) | State(_, text):
            return text
        case Emphasis(children) | Strong(children) | Link(children=children):
            return text_of(children)
        case Break():
            return "\n"
        case FootnoteMark():
            return ""
        case _:
            assert_never(inline)
