"""Pipe tables: how a row splits into cells and what a rule row says. Text only, for reader and check alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

RULE_CELL = re.compile(r":?-+:?")
WHITE = " \t"
RULE_CHARACTERS = frozenset("|-: ")
UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """One cell of a rule row: `:--:` is centred with two dashes; align is empty without a colon."""

    align: Literal["", "left", "center", "right"]
    dashes: int
    width: int


def split_row(row: str) -> tuple[str, ...]:
    """The cells of a row, trimmed. As on GitHub a pipe separates even inside code; `\\|` is a pipe."""
    return tuple(cell.strip(WHITE).replace("\\|", "|") for cell in _raw_cells(row))


def cell_offsets(row: str) -> tuple[int, ...]:
    """Where in the row the text of each cell begins."""
    offsets, start = [], len(row) - len(_without_edge(row))
    for cell in _raw_cells(row):
        offsets.append(start + len(cell) - len(cell.lstrip(WHITE)))
        start += len(cell) + 1
    return tuple(offsets)


def _raw_cells(row: str) -> list[str]:
    cells = UNESCAPED_PIPE.split(_without_edge(row).rstrip(WHITE))
    if len(cells) > 1 and not cells[-1].strip(WHITE):
        cells.pop()
    return cells


def _without_edge(row: str) -> str:
    return row.lstrip(WHITE).removeprefix("|")


def read_rule_row(row: str) -> tuple[ColumnRule, ...] | None:
    """None unless every cell is dashes with at most one colon at either end."""
    row = row.strip(" ")
    if not RULE_CHARACTERS.issuperset(row) or row.startswith("- "):
        return None
    cells = split_row(row)
    if not all(RULE_CELL.fullmatch(cell) for cell in cells):
        return None
    return tuple(_column_rule(cell) for cell in cells)


def _column_rule(cell: str) -> ColumnRule:
    colons = (cell.startswith(":"), cell.endswith(":"))
    match colons:
        case (True, True):
            return ColumnRule("center", cell.count("-"), len(cell))
        case (True, False):
            return ColumnRule("left", cell.count("-"), len(cell))
        case (False, True):
            return ColumnRule("right", cell.count("-"), len(cell))
        case _:
            return ColumnRule("", cell.count("-"), len(cell))


def table_rule(header: str, row: str) -> tuple[ColumnRule, ...] | None:
    """The rule when `header` over `row` begin a table (GFM 4.10), else None."""
    if "|" not in header and "|" not in row:
        return None
    rules = read_rule_row(row)
    if rules is None or len(split_row(header)) != len(rules):
        return None
    return rules


def column_weights(rules: tuple[ColumnRule, ...]) -> tuple[int, ...]:
    """The dashes of each column, or nothing when the author set no widths.

    Equal dashes set none, and neither do cells equal in length: `|:---|---:|` and `|:--|----|` are only neat.
    """
    dashes = tuple(rule.dashes for rule in rules)
    if len(set(dashes)) == 1 or len({rule.width for rule in rules}) == 1:
        return ()
    return dashes
