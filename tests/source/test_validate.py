"""A tree as a type, with every problem named at its key."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import PlainValidator

from generator.source.fields import Block, key
from generator.source.findings import Finding, key_path, problem_at
from generator.source.reading import read_yaml
from generator.source.text import Source
from generator.source.validate import MAX_FINDINGS, validate
from tests.source.blocks import Colour, Thing

SMALLEST = "id: K1\nparts: [{name: a}]\n"


def checked(text: str) -> tuple[Thing | None, tuple[Finding, ...]]:
    root = read_yaml(Source("a.yaml", text)).root
    assert root is not None
    return validate(Thing, root)


def thing(text: str) -> Thing:
    found, findings = checked(text)
    assert found is not None, findings
    return found


def codes(text: str) -> list[tuple[str, str]]:
    found, findings = checked(text)
    assert found is None
    return [(key_path(finding.loc), finding.code) for finding in findings]


def places(text: str) -> list[tuple[int, int, str]]:
    reading = read_yaml(Source("a.yaml", text))
    assert reading.root is not None
    _, findings = validate(Thing, reading.root)
    problems = [problem_at(reading.mended, reading.root, finding) for finding in findings]
    return [(problem.line, problem.column, problem.code) for problem in problems]


def only(text: str) -> Finding:
    _, (finding,) = checked(text)
    return finding


# ── What is read ──


def test_values_are_read_by_the_kind_of_their_key() -> None:
    found = thing(
        SMALLEST
        + "made_on: 2026/5/2\nprice: 118万\nsold: 是\nwhere: [no, 010]\nsplit: [1, 2, 3]\nmain: {name: 1.10, colour: 深蓝}\n"
    )

    assert (found.made_on, found.price, found.sold) == (date(2026, 5, 2), Decimal(1180000), True)
    assert (found.where, found.split) == (("no", "010"), (1, 2, 3))
    assert found.main is not None
    assert (found.main.name, found.main.colour) == ("1.10", Colour.DARK_BLUE)


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_key_without_a_value_is_left_out(nothing: str) -> None:
    assert thing(f"{SMALLEST}text: {nothing}\nmain: {nothing}\nwhere: {nothing}\n") == thing(SMALLEST)


def test_in_quotes_it_is_text() -> None:
    assert thing(SMALLEST + 'text: "~"\nwhere: ["null"]\n').text == "~"


# ── Keys ──


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_required_key_without_a_value_is_missing_where_it_stands(nothing: str) -> None:
    assert places(f"parts: [{{name: a}}]\nid: {nothing}\n") == [(2, 1, "missing_key")]


def test_a_required_key_that_is_not_there_is_missing_at_its_group() -> None:
    assert places("id: K1\nparts:\n  - name: a\n  - colour: red\n") == [(4, 5, "missing_key")]


def test_a_missing_key_is_told_with_its_meaning_and_an_example() -> None:
    finding = only("parts: [{name: a}]\n")

    assert finding.message.zh == "缺少必填的 id（编号）"
    assert finding.message.en == "the required key id is missing (the id)"
    assert finding.suggestion is not None
    assert (finding.suggestion.zh, finding.suggestion.en) == ("写 id: K1", "write id: K1")


def test_an_unknown_key_is_told_with_the_one_that_was_meant() -> None:
    finding = only(SMALLEST + "main: {name: a, Color: red}\n")

    assert (finding.code, finding.on_key, finding.loc) == ("unknown_key", True, ("main", "Color"))
    assert finding.suggestion is not None
    assert (finding.suggestion.zh, finding.suggestion.en) == ("是不是 colour？", "did you mean colour?")


def test_without_a_near_one_all_keys_of_the_group_are_listed() -> None:
    suggestion = only(SMALLEST + "main: {name: a, 价格表: b}\n").suggestion

    assert suggestion is not None
    assert suggestion.en == "known here: colour, name; keys of your own start with x-"


@pytest.mark.parametrize("key", ["Made-On", "“made_on”", "MADE_ON"])
def test_letter_case_hyphens_and_curly_quotes_do_not_hide_what_was_meant(key: str) -> None:
    suggestion = only(f"{SMALLEST}{key}: 2026-05-20\n").suggestion

    assert suggestion is not None
    assert suggestion.en == "did you mean made_on?"


def test_a_wide_space_around_a_key_is_named() -> None:
    _, (finding,) = checked(SMALLEST + '"text\u3000": a\n')

    assert finding.suggestion is not None
    assert finding.suggestion.en == "there is a full-width space around the key; write text"


def test_a_full_width_colon_in_a_key_is_named() -> None:
    assert only(SMALLEST + '"text：a": b\n').code == "full_width_colon"


def test_a_misspelt_required_key_is_not_missing_as_well() -> None:
    assert codes("id: K1\nparts: [{nmae: a}, {colour: red}]\n") == [
        ("parts[0].nmae", "unknown_key"),
        ("parts[1].name", "missing_key"),
    ]


def test_an_unknown_key_stands_at_its_key() -> None:
    assert places(SMALLEST + "main:\n  name: a\n  nmae: b\n") == [(5, 3, "unknown_key")]


# ── Shapes ──


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("id: K1\nparts: a\n", (2, 8, "expected_list")),
        ("id: K1\nparts: {name: a}\n", (2, 8, "expected_list")),
        ("id: K1\nparts: []\n", (2, 8, "empty_list")),
        ("id: K1\nparts: [a]\n", (2, 9, "expected_keys")),
        ("id: K1\nparts:\n  -a\n", (3, 3, "space_after_dash")),
        ("id: K1\nparts:\n  - name：a\n", (3, 9, "full_width_colon")),
        (SMALLEST + "main: a\n", (3, 7, "expected_keys")),
        (SMALLEST + "main: [a]\n", (3, 7, "expected_keys")),
        (SMALLEST + "main:\n  name：a\n", (4, 7, "full_width_colon")),
        (SMALLEST + "text: [a]\n", (3, 7, "expected_text")),
        (SMALLEST + "text: {a: b}\n", (3, 7, "expected_text")),
        (SMALLEST + "text:\n  a: b\n  c: d\n", (4, 3, "expected_text")),
        (SMALLEST + "split: [1, 2]\n", (3, 8, "wrong_length")),
        (SMALLEST + "split: [1, 2, 3, 4]\n", (3, 8, "wrong_length")),
        (SMALLEST + "split: 1\n", (3, 8, "expected_list")),
        (SMALLEST + "split: [1, x, 3]\n", (3, 12, "bad_number")),
        (SMALLEST + "where: [a, {b: c}]\n", (3, 8, "expected_text")),
        (SMALLEST + "made_on: soon\n", (3, 10, "bad_date")),
        ("- a\n", (1, 1, "expected_keys")),
        ("hello\n", (1, 1, "expected_keys")),
        ("id：K1\n", (1, 3, "full_width_colon")),
    ],
)
def test_a_value_of_the_wrong_shape_is_told_at_its_place(text: str, place: tuple[int, int, str]) -> None:
    assert places(text) == [place]


def test_all_full_width_colons_of_a_text_that_should_be_keys_are_told() -> None:
    assert places(SMALLEST + "main:\n  name：a\n  colour：red\n") == [
        (4, 7, "full_width_colon"),
        (5, 9, "full_width_colon"),
    ]


def test_text_with_a_colon_is_told_how_to_be_quoted() -> None:
    suggestion = only(SMALLEST + "where: [a]\ntext: {价格: 高}\n").suggestion

    assert suggestion is not None
    assert suggestion.zh == '文字里有「: 」，要加引号："价格: 高"'


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_an_empty_file_is_one_problem(text: str) -> None:
    assert places(text) == [(1, 1, "empty_file")]


# ── Many ──


def test_all_problems_of_a_file_are_told() -> None:
    assert codes("id: 1\nparts: [{nmae: a, colour: green}]\nmade_on: x\nprice: y\nzzz: 1\n") == [
        ("id", "bad_id"),
        ("made_on", "bad_date"),
        ("price", "bad_number"),
        ("parts[0].colour", "unknown_value"),
        ("parts[0].nmae", "unknown_key"),
        ("zzz", "unknown_key"),
    ]


def test_more_than_anybody_mends_in_one_go_are_cut_and_it_is_said() -> None:
    found = codes("id: K1\nparts: [" + "a, " * 500 + "]\n")

    assert len(found) == MAX_FINDINGS + 1
    assert found[-1] == ("", "more_problems")


class Broken(Block):
    value: Annotated[int, PlainValidator(lambda _: int("x"))] = key("值", "a value", "1", default=0)
    strict: int = key("数", "a number of a kind that has no wording", "1", default=0)


@pytest.mark.parametrize("text", ["value: 1\n", "strict: x\n"])
def test_a_bug_in_a_kind_of_value_keeps_its_traceback(text: str) -> None:
    root = read_yaml(Source("a.yaml", text)).root
    assert root is not None

    with pytest.raises(TypeError):
        validate(Broken, root)
