"""Paths of keys, and the places in the file that they lead to."""

from __future__ import annotations

import pytest

from generator.errors import Bilingual
from generator.source.findings import Finding, Loc, key_path, node_at, problem_at
from generator.source.text import Source
from tests.source.trees import plain, root

TEXT = """\
a: 1
b:
  c: ~
  d:
    - 甲
    - {e: 2, f: }
g: >
  folded
  text with # heading
h: |

  first
  second # here
i: "quoted
  over lines"
"""
MESSAGE = Bilingual("错", "wrong")


def place(loc: Loc, within: tuple[int, int] | None = None, *, on_key: bool = False) -> tuple[int, int]:
    problem = problem_at(
        Source("a.yaml", TEXT), root(TEXT), Finding(loc, "code", MESSAGE, on_key=on_key, within=within)
    )
    assert problem.source == TEXT.split("\n")[problem.line - 1]
    return problem.line, problem.column


@pytest.mark.parametrize(
    ("loc", "expected"),
    [((), ""), (("a",), "a"), (("b", "d", 1, "e"), "b.d[1].e"), (("k" * 90,), "k" * 60 + "…")],
)
def test_a_path_reads_like_code(loc: Loc, expected: str) -> None:
    assert key_path(loc) == expected


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        ((), (1, 1)),
        (("a",), (1, 4)),
        (("b", "c"), (3, 3)),
        (("b", "d", 0), (5, 7)),
        (("b", "d", 1, "e"), (6, 11)),
        (("b", "d", 1, "f"), (6, 14)),
        (("nowhere",), (1, 1)),
        (("b", "nowhere"), (3, 3)),
        (("b", "d", 7), (5, 5)),
        (("b", "d", 1, "e", "deeper"), (6, 11)),
    ],
)
def test_a_path_leads_to_its_value_or_to_the_deepest_group_that_exists(
    loc: Loc, expected: tuple[int, int]
) -> None:
    assert place(loc) == expected


def test_a_problem_of_a_key_stands_at_the_key() -> None:
    assert place(("b", "d", 1, "e"), on_key=True) == (6, 8)


@pytest.mark.parametrize(
    ("loc", "within", "expected"),
    [
        (("h",), (1, 1), (12, 3)),
        (("h",), (2, 8), (13, 10)),
        (("g",), (1, 13), (9, 8)),
        (("a",), (1, 1), (1, 4)),
        (("i",), (1, 8), (15, 3)),
        (("i",), (9, 1), (14, 4)),
        (("b", "d"), (1, 1), (5, 5)),
    ],
)
def test_a_place_in_a_text_is_found_in_the_file(
    loc: Loc, within: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert place(loc, within) == expected


def test_a_path_that_leads_nowhere_has_no_node() -> None:
    node = node_at(root(TEXT), ("b", "d", 1))

    assert node is not None
    assert plain(node) == {"e": "2", "f": ""}
    assert node_at(root(TEXT), ("a", "b")) is None
    assert node_at(root(TEXT), ("b", 0)) is None
    assert node_at(root(TEXT), ("b", "d", "x")) is None
