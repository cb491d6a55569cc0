"""Closed values in either language and any letter case; yes and no."""

from __future__ import annotations

from typing import Annotated

import pytest

from generator.source.fields import Code, Flag, one_of
from tests.source.blocks import Colour
from tests.source.fields.kinds import read, refused

ColourCode = Annotated[Colour, *one_of(Colour)]


class Twin(Code):
    """Two members with one label: the first has it."""

    ONE = "one", "同"
    TWO = "two", "同"


@pytest.mark.parametrize("typed", ["dark_blue", "DARK_BLUE", "Dark_Blue", "深蓝", " 深蓝 "])
def test_a_closed_value_is_read_by_its_code_or_its_label(typed: str) -> None:
    assert read(ColourCode, typed) is Colour.DARK_BLUE


def test_a_closed_value_is_shown_in_words() -> None:
    assert (Colour.DARK_BLUE.value, Colour.DARK_BLUE.zh, Colour.DARK_BLUE.en) == (
        "dark_blue",
        "深蓝",
        "dark blue",
    )


def test_of_two_members_with_one_label_the_first_has_it() -> None:
    assert Twin.named("同") is Twin.ONE
    assert Twin.named("two") is Twin.TWO


@pytest.mark.parametrize(
    ("typed", "near"),
    [("dark blue", "dark_blue"), ("darkblue", "dark_blue"), ("Rad", "red"), ("深蓝色", "深蓝")],
)
def test_another_value_is_told_with_the_one_that_was_meant(typed: str, near: str) -> None:
    found = refused(ColourCode, typed)

    assert found.code == "unknown_value"
    assert found.suggestion is not None
    assert found.suggestion.zh == f"是不是「{near}」？可写：红 red、深蓝 dark_blue"
    assert found.suggestion.en == f"did you mean “{near}”? One of: red 红, dark_blue 深蓝"


def test_without_a_near_one_all_values_are_listed() -> None:
    found = refused(ColourCode, "xyz").suggestion

    assert found is not None
    assert found.zh == "可写：红 red、深蓝 dark_blue"
    assert found.en == "write one of: red 红, dark_blue 深蓝"


@pytest.mark.parametrize(
    ("typed", "code"), [("ｒｅｄ", "full_width"), ("“red”", "curly_quotes"), ("「红」", "curly_quotes")]
)
def test_full_width_letters_and_curly_quotes_are_named(typed: str, code: str) -> None:
    assert refused(ColourCode, typed).code == code


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("true", True),
        ("True", True),
        ("YES", True),
        ("yes", True),
        ("是", True),
        ("false", False),
        ("FALSE", False),
        ("No", False),
        ("no", False),
        ("否", False),
    ],
)
def test_yes_and_no_are_written_in_three_ways(typed: str, expected: bool) -> None:
    assert read(Flag, typed) is expected


@pytest.mark.parametrize("typed", ["y", "on", "1", "0", "", "对", "maybe"])
def test_anything_else_is_told_the_three_ways(typed: str) -> None:
    found = refused(Flag, typed)

    assert found.code == "bad_flag"
    assert found.suggestion is not None
    assert found.suggestion.en == "write true / false, yes / no or 是 / 否"


@pytest.mark.parametrize(
    ("typed", "code"), [("“是”", "curly_quotes"), ("ｙｅｓ", "full_width"), (["yes"], "expected_text")]
)
def test_a_dressed_up_yes_is_named(typed: object, code: str) -> None:
    assert refused(Flag, typed).code == code
