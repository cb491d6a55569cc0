"""Reading on after slips: all of them in one run, each at its line and column."""

from __future__ import annotations

import pytest

from generator.errors import Bilingual, Problem
from generator.source.mending import MAX_FAULTS
from generator.source.reading import MAX_MENDED, Reading, read_yaml, replace_line
from generator.source.text import Source
from tests.source.trees import plain


def reading(text: str) -> Reading:
    return read_yaml(Source("a.yaml", text))


def places(text: str) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.code) for problem in reading(text).problems]


def test_a_file_without_slips_is_read_as_it_is() -> None:
    found = reading("a: 1\n")

    assert found.problems == ()
    assert found.mended.text == "a: 1\n"
    assert found.root is not None
    assert plain(found.root) == {"a": "1"}


def test_one_slip_hides_no_other() -> None:
    text = """\
customer：
  name：甲
\tindustry: x
needs:
  - surface: @a
  * surface: b
goal: 价格: 高
lessons:
  - {kind: a，text: b: c}
list: [%5, `x`]
note: "open
quote: 'it's'
"""

    assert places(text) == [
        (1, 9, "full_width_colon"),
        (2, 7, "full_width_colon"),
        (3, 1, "tab"),
        (5, 14, "reserved_character"),
        (6, 3, "odd_list_mark"),
        (7, 7, "colon_in_value"),
        (9, 13, "full_width_comma"),
        (9, 20, "colon_in_value"),
        (10, 8, "reserved_character"),
        (10, 12, "reserved_character"),
        (11, 7, "unclosed_quote"),
        (12, 8, "text_after_quote"),
    ]


def test_the_rest_is_read_as_it_was_meant() -> None:
    found = reading("a: @x\nb：2\nc: 3\n")

    assert found.root is not None
    assert plain(found.root) == {"a": "@x", "b": "2", "c": "3"}


def test_problems_show_the_line_as_typed() -> None:
    found = reading("a: {b: @x, c: %y}\n").problems

    assert [problem.source for problem in found] == ["a: {b: @x, c: %y}"] * 2
    assert [problem.column for problem in found] == [8, 15]


def test_a_slip_is_blamed_on_its_own_line_and_not_where_the_parser_noticed() -> None:
    assert places("a: 1\nsaid：six weeks\nmade_by: x\n") == [(2, 5, "full_width_colon")]
    assert places('a: 1\nb: "open\nc: "x"\nd: 1\n') == [(2, 4, "unclosed_quote")]


def test_two_slips_on_one_line_are_told_where_each_stands() -> None:
    assert places("a: 1\nowner：@zhang\nb:2\n") == [
        (2, 6, "full_width_colon"),
        (2, 7, "reserved_character"),
        (3, 2, "space_after_colon"),
    ]


def test_slips_that_only_together_keep_the_file_from_being_read_are_all_told() -> None:
    text = "customer：\n  name：甲\n\tindustry: x\n"

    assert places(text) == [(1, 9, "full_width_colon"), (2, 7, "full_width_colon"), (3, 1, "tab")]


def test_what_only_looks_like_a_slip_between_them_is_not() -> None:
    text = "customer：\n  name：甲\n  note: '\n    * b'\n\tindustry: x\n"

    assert places(text) == [(1, 9, "full_width_colon"), (2, 7, "full_width_colon"), (5, 1, "tab")]


@pytest.mark.parametrize(
    ("mended", "column", "expected"),
    [
        ("a: @x, b: c, d: @y", 11, 11),
        ('a: "@x", b: c, d: @y', 13, 11),
        ('a: "@x", b: c, d: "@y"', 13, 11),
        ('a: "@x", b: c, d: "@y"', 99, 19),
        ('a: "@x", b: something else, d: "@y"', 13, 13),
    ],
)
def test_a_place_in_a_mended_line_is_told_in_the_typed_one(mended: str, column: int, expected: int) -> None:
    problem = Problem("a.yaml", 1, column, "code", Bilingual("", ""), source=mended)

    assert replace_line(problem, Source("a.yaml", "a: @x, b: c, d: @y")).column == expected


def test_a_full_width_colon_that_yaml_reads_as_part_of_the_key_is_mended() -> None:
    found = reading("a: 1\noutcome：{status: open}\n")

    assert places("a: 1\noutcome：{status: open}\n") == [(2, 8, "full_width_colon")]
    assert found.root is not None
    assert plain(found.root) == {"a": "1", "outcome": {"status": "open"}}


def test_full_width_indentation_is_mended_in_the_width_that_fits() -> None:
    found = reading("a:\n  b: 1\n　　c: 2\n")

    assert [problem.code for problem in found.problems] == ["full_width_space"]
    assert found.root is not None
    assert plain(found.root) == {"a": {"b": "1", "c": "2"}} or plain(found.root) == {
        "a": {"b": "1"},
        "c": "2",
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: |\n  x\n y\nc: 1\n", (4, 2, "bad_yaml")),
        ("a: 1\n b: 2\n", (2, 3, "bad_yaml")),
        ("a:\n  - 1\n b\n", (3, 2, "bad_yaml")),
        ("a: {\n  b: 1\nc: 2\n", (1, 4, "unclosed_bracket")),
        ("a: 1\nb: &x 2\n", (2, 4, "reserved_character")),
        ("a: 1\n---\nb: 2\n", (3, 1, "several_documents")),
        ("a: " + "[" * 2_000, (1, 1003, "too_deep")),
    ],
)
def test_what_no_line_explains_is_told_where_reading_ended(text: str, place: tuple[int, int, str]) -> None:
    assert places(text)[-1] == place


def test_without_a_tree_there_is_no_root() -> None:
    assert reading("a: 1\n b: 2\n").root is None


def test_faults_of_the_tree_are_told_where_they_stand() -> None:
    assert places("a: 1\nb: @x\na: 2\n") == [(2, 4, "reserved_character"), (3, 1, "duplicate_key")]


def test_only_so_many_slips_are_mended_and_the_next_one_ends_the_reading() -> None:
    found = places("".join(f"a{n}: @x\n" for n in range(MAX_MENDED + 5)))

    assert len(found) == MAX_MENDED + 1
    assert found[-1] == (MAX_MENDED + 1, len(f"a{MAX_MENDED}: ") + 1, "bad_yaml")


def test_a_large_file_is_not_read_again_and_again() -> None:
    found = places("".join(f"a{n}: @x\n" for n in range(20)) + "#" * 600_000)

    assert [place[:1] for place in found] == [(1,), (2,), (3,)]
    assert found[-1][2] == "bad_yaml"


def test_only_so_many_faults_are_told() -> None:
    assert len(places("a: 1\n" * 1_000)) == MAX_FAULTS


def test_reading_twice_gives_the_same() -> None:
    text = "a: @x\nb：2\nc: [%\n"

    assert reading(text) == reading(text)
