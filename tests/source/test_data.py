"""A tree as plain data, as the types take it."""

from __future__ import annotations

from generator.source.data import data_of
from generator.source.fields import TEAM_KEYS
from tests.source.trees import root


def test_values_are_the_characters_as_typed() -> None:
    assert data_of(root("a: no\nb: [010, {c: 1.10}]\n")) == {"a": "no", "b": ["010", {"c": "1.10"}]}


def test_keys_without_a_value_are_left_out_at_any_depth() -> None:
    assert data_of(root("a: ~\nb: {c: , d: 1}\ne:\n")) == {"b": {"d": "1"}}


def test_keys_of_a_team_are_gathered_where_they_stand() -> None:
    data = data_of(root("x-a: 1\nb: {x-c: 2, d: 3}\ne: [{x-f: 4}]\n"))

    assert data == {
        TEAM_KEYS: {"x-a": "1"},
        "b": {TEAM_KEYS: {"x-c": "2"}, "d": "3"},
        "e": [{TEAM_KEYS: {"x-f": "4"}}],
    }


def test_what_a_team_wrote_there_is_handed_on_untouched() -> None:
    data = data_of(root("x-a: {x-b: [1, {c: no}], d: ~}\nx-e: ~\n"))

    assert data == {TEAM_KEYS: {"x-a": {"x-b": ["1", {"c": "no"}]}}}
