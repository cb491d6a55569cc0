"""What only the tree shows."""

from __future__ import annotations

import pytest

from generator.source.findings import key_path
from generator.source.structure import is_named_already, structure_findings
from tests.source.trees import root


def found(text: str) -> list[tuple[str, str]]:
    return [(key_path(finding.loc), finding.code) for finding in structure_findings(root(text))]


def told(text: str) -> str:
    (finding,) = structure_findings(root(text))
    assert finding.suggestion is not None
    return finding.suggestion.en


# ── Commas ──


def test_a_comma_in_unquoted_text_is_told_with_the_whole_value() -> None:
    assert found("a: {text: 未知,先不报价}\n") == [("a.先不报价", "comma_in_value")]
    assert told("a: {text: 未知,先不报价}\n") == 'write: text: "未知,先不报价", or “，” for the comma'


def test_several_commas_in_one_value_are_one_problem() -> None:
    assert found("a: {text: b,c, d, kind: e}\n") == [("a.c", "comma_in_value")]
    assert told("a: {text: b,c, d, kind: e}\n") == 'write: text: "b,c, d", or “，” for the comma'


def test_commas_in_two_values_are_two() -> None:
    assert found("a: {text: b,c, kind: d, e}\n") == [("a.c", "comma_in_value"), ("a.e", "comma_in_value")]


def test_a_word_behind_a_list_is_no_part_of_it() -> None:
    assert told("a: {text: [b], c}\n") == "delete it or write key: value"


@pytest.mark.parametrize(
    "text", ["a: {b: , c: 1}\n", "a: {b: 1, c: }\n", "a: {b: 1, c: ~}\n", "a:\n  b: 1\n  c:\n", "{a}\n"]
)
def test_a_key_that_was_left_empty_is_none(text: str) -> None:
    assert found(text) == []


def test_a_comma_in_a_key_of_the_team_is_told_too() -> None:
    assert found("x-a: {text: b,c}\n") == [("x-a.c", "comma_in_value")]


# ── Empty items ──


@pytest.mark.parametrize("text", ["a:\n  - b\n  -\n", "a: [b, ~]\n", "a: [b, null]\n"])
def test_an_empty_item_of_a_list_is_told(text: str) -> None:
    assert found(text) == [("a[1]", "empty_item")]


def test_what_a_team_leaves_empty_is_its_own_affair() -> None:
    assert found("x-a: [b, ~]\nx-b:\n  - \n") == []


# ── Invisible characters ──


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('"a\\0": 1\n', "a\ufffd"),
        ('a: {"b\\x07": 1}\n', "a.b\ufffd"),
        ('x-a: "b\\x07"\n', "x-a"),
        ('x-a: [1, {b: "\\x07"}]\n', "x-a[1].b"),
        ('x-a: {"b\\x07": 1}\n', "x-a.b\ufffd"),
    ],
)
def test_a_control_character_written_as_an_escape_is_told(text: str, path: str) -> None:
    assert found(text) == [(path, "control_character")]


# ── What is told once ──


def test_what_the_tree_tells_is_not_told_again() -> None:
    node = root("a: {text: b,c}\nd: [~, e]\nf: ~\n")

    assert is_named_already(node, ("a", "c"))
    assert is_named_already(node, ("d", 0))
    assert not is_named_already(node, ("a", "text"))
    assert not is_named_already(node, ("d", 1))
    assert not is_named_already(node, ("f",))
    assert not is_named_already(node, ("nowhere",))
    assert not is_named_already(node, ())
