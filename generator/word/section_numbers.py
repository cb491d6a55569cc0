"""Section numbers that a template writes into headings, taken away where the base document counts its headings itself."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.document import Block, Heading, Str

_NUMBER = re.compile(r"(\d+)[.、]?\s+")
_SECTION = 2


def without_section_numbers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Only where all sections are numbered one after the other: a heading such as "3 lessons" keeps its number."""
    sections = [block for block in blocks if isinstance(block, Heading) and block.level == _SECTION]
    numbers = [_number_of(section) for section in sections]
    first = numbers[0] if numbers else None
    if first is None or numbers != list(range(first, first + len(numbers))):
        return blocks
    return tuple(
        _without_number(block) if isinstance(block, Heading) and block.level == _SECTION else block
        for block in blocks
    )


def _number_of(heading: Heading) -> int | None:
    first = heading.children[0] if heading.children else None
    match = _NUMBER.match(first.text) if isinstance(first, Str) else None
    return int(match[1]) if match else None


def _without_number(heading: Heading) -> Heading:
    first, *others = heading.children
    text = _NUMBER.sub("", first.text, count=1) if isinstance(first, Str) else ""
    return replace(heading, children=(*((Str(text),) if text else ()), *others))
