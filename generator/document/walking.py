"""Looking through a Document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.types import Block, Callout, Document, Figure, ListBlock, Quote


def figures_in(document: Document) -> Iterator[Figure]:
    """Every figure in the order of the text, those in quotes, lists and footnotes too."""
    yield from _figures(document.blocks)
    for footnote in document.footnotes:
        yield from _figures(footnote.blocks)


def _figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case Figure():
                yield block
            case Quote() | Callout():
                yield from _figures(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from _figures(item.blocks)
            case _:
                pass
