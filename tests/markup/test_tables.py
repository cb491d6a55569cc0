"""Rows, rule rows and widths of pipe tables."""

from __future__ import annotations

import pytest

from generator.markup.tables import cell_offsets, column_weights, read_rule_row, split_row, table_rule


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a | b |", ("a", "b")),
        ("a | b", ("a", "b")),
        ("|a|b", ("a", "b")),
        ("| a | |", ("a", "")),
        ("| a || b |", ("a", "", "b")),
        (r"| a \| b | `c \| d` |", ("a | b", "`c | d`")),
        ("|\ta\t|\tb\t|", ("a", "b")),
        ("a", ("a",)),
        ("|", ("",)),
    ],
)
def test_a_row_splits_at_its_bars(row: str, cells: tuple[str, ...]) -> None:
    assert split_row(row) == cells
    assert len(cell_offsets(row)) == len(cells)


def test_the_place_of_every_cell_is_known() -> None:
    row = "  | ab |  cd|e |"

    assert [row[offset:][:1] for offset in cell_offsets(row)] == ["a", "c", "e"]


@pytest.mark.parametrize(
    ("row", "aligns"),
    [
        ("|---|:--|--:|:-:|", ("", "left", "right", "center")),
        ("--|--", ("", "")),
        ("| - |", ("",)),
    ],
)
def test_a_rule_row_sets_the_alignment(row: str, aligns: tuple[str, ...]) -> None:
    rules = read_rule_row(row)

    assert rules is not None
    assert tuple(rule.align for rule in rules) == aligns


@pytest.mark.parametrize("row", ["| a |", "|--|x|", "- | -", "::-", "| |", ""])
def test_any_other_row_is_no_rule_row(row: str) -> None:
    assert read_rule_row(row) is None


@pytest.mark.parametrize(
    ("header", "row", "is_table"),
    [("| a |", "|---|", True), ("a | b", "--|--", True), ("a", "---", False), ("a | b", "|---|", False), ("a | b", "c | d", False)],
)  # fmt: skip
def test_a_table_needs_as_many_columns_in_its_rule_row(header: str, row: str, is_table: bool) -> None:
    assert (table_rule(header, row) is not None) is is_table


@pytest.mark.parametrize(
    ("row", "weights"),
    [("|---|---|", ()), ("|:--|---:|", (2, 3)), ("|:--|--:|", ()), ("|:---|----|", ()), ("|-|---|", (1, 3))],
)
def test_dashes_set_widths_unless_they_are_only_neat(row: str, weights: tuple[int, ...]) -> None:
    rules = read_rule_row(row)

    assert rules is not None
    assert column_weights(rules) == weights
