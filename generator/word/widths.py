"""How wide the columns of a table should be, without a font at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.document import (
    Break,
    Code,
    Emphasis,
    FootnoteMark,
    Inline,
    Link,
    State,
    Str,
    Strong,
    Table,
)
from generator.figures.measure import longest_word, text_width

HALF_WIDTH = 94  # of 9 pt text, in twentieths of a point: Latin letters are about half as wide as high
PADDING = 190  # both sides of a cell
WHOLE_CELL = 16  # cells up to this many half-widths (ids, dates, states) should not wrap
LONGEST_WORD = 14  # an unbroken string may ask for this much and no more
MUCH_TEXT = 1200  # half-widths: about a third of a page
NARROWEST = 4


@dataclass(frozen=True, slots=True)
class Demand:
    """In half-widths: least keeps short cells in one line, natural keeps all cells in one, total is all the text."""

    least: int
    natural: int
    total: int


def _demand(texts: list[str]) -> Demand:
    widths = [len(text) if text.isascii() else text_width(text) for text in texts]
    words = [
        width if width <= WHOLE_CELL else min(longest_word(text), LONGEST_WORD)
        for text, width in zip(texts, widths, strict=True)
    ]
    return Demand(max(NARROWEST, *words), max(NARROWEST, *widths), sum(widths))


def column_widths(table: Table, width: int) -> tuple[int, ...]:
    """In twentieths of a point, together exactly width: by the author's weights, else by what the cells hold."""
    weights = [column.weight for column in table.columns]
    if not all(weights):
        weights = _estimated_weights(table, width)
    return share(width, weights)


def is_too_wide(table: Table, width: int) -> bool:
    """Whether a wider page is worth turning to: short cells would fold, or much running text would stand in shreds."""
    count = len(table.columns)
    if count * (WHOLE_CELL * HALF_WIDTH + PADDING) <= width:  # true of nearly every table, and cheap to know
        return False
    demands = _demands(table)
    room = (width - PADDING * count) / HALF_WIDTH
    if sum(demand.least for demand in demands) > room:
        return True
    readable = sum(max(demand.least, min(demand.natural, WHOLE_CELL)) for demand in demands)
    return readable > room and sum(demand.total for demand in demands) > MUCH_TEXT


def share(width: int, weights: Sequence[float]) -> tuple[int, ...]:
    """width cut in proportion to the weights, nothing lost to rounding."""
    total = sum(weights)
    edges = [0]
    seen = 0.0
    for weight in weights:
        seen += weight
        edges.append(round(width * seen / total))
    return tuple(end - start for start, end in pairwise(edges))


def _estimated_weights(table: Table, width: int) -> list[int]:
    demands = _demands(table)
    room = width - PADDING * len(demands)
    return [PADDING + part for part in _divide(demands, max(room, len(demands)))]


def _demands(table: Table) -> list[Demand]:
    rows = (table.header, *table.rows)
    return [
        _demand([plain_text(row[column].children) for row in rows]) for column in range(len(table.columns))
    ]


def _divide(demands: list[Demand], room: int) -> list[int]:
    """Short columns get what they need, from the shortest on, as long as the others keep a fair share; the long
    ones part the rest by how much they hold. Short of room, every column gives in proportion."""
    least = [demand.least * HALF_WIDTH for demand in demands]
    if sum(least) >= room:
        return list(share(room, least))
    parts = least.copy()
    order = sorted(range(len(demands)), key=lambda column: (demands[column].natural, column))
    rest = room
    for place, column in enumerate(order):
        natural = demands[column].natural * HALF_WIDTH
        later = sum(least[other] for other in order[place + 1 :])
        if natural > rest / (len(order) - place) or natural > rest - later:
            _part_by_content(demands, order[place:], rest, parts)
            return parts
        parts[column] = natural
        rest -= natural
    return list(share(room, parts))


def _part_by_content(demands: list[Demand], columns: list[int], rest: int, parts: list[int]) -> None:
    """By a power of the text, between equal widths and equal heights of cells; parts holds the least of each column
    already, and a column that would get less keeps it."""
    columns = list(columns)
    while columns:
        weights = [demands[column].total ** 0.75 + 1 for column in columns]
        shares = dict(zip(columns, share(rest, weights), strict=True))
        short = [column for column in columns if shares[column] < parts[column]]
        if not short:
            for column in columns:
                parts[column] = shares[column]
            return
        rest -= sum(parts[column] for column in short)
        columns = [column for column in columns if column not in short]


def plain_text(inlines: tuple[Inline, ...]) -> str:
    if len(inlines) == 1 and type(inlines[0]) is Str:  # nearly every cell
        return inlines[0].text
    return "".join([_text_of(inline) for inline in inlines])


def _text_of(inline: Inline) -> str:
    match inline:
        case Str(text) | Code(text):
            return text
        case State(_, text):
            return text
        case Strong(children) | Emphasis(children):
            return plain_text(children)
        case Link(_, _, children):
            return plain_text(children)
        case Break():
            return " "
        case FootnoteMark(number):
            return str(number)
