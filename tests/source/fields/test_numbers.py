"""Amounts in all spellings, quantities, and whole numbers in a range."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.fields import Money, Quantity, whole
from tests.source.fields.kinds import read, refused

Rating = Annotated[int, *whole(1, 5)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0", "0"), ("1180000", "1180000"), ("1,180,000", "1180000"), ("118万", "1180000"), ("118 万", "1180000"),
        ("118万元", "1180000"), ("1.18 million", "1180000"), ("1.18 Million", "1180000"), ("1.2亿", "120000000"),
        ("1.2亿元", "120000000"), ("2600元", "2600"), ("3千元", "3000"), ("12k", "12000"), ("12K", "12000"),
        ("12 thousand", "12000"), ("1 billion", "1000000000"), ("0.5万", "5000"), (".5", "0.5"), ("12.", "12"),
        ("+7", "7"), ("1,000.25", "1000.25"), ("010", "10"), (" 5 ", "5"),
    ],
)  # fmt: skip
def test_an_amount_is_read_in_every_spelling(typed: str, expected: str) -> None:
    assert read(Money, typed) == Decimal(expected)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x",
        "-5",
        "1,18,000",
        "1180,000",
        "118w",
        "¥118",
        "118 USD",
        "1e6",
        "1_000",
        "nan",
        "inf",
        "0x10",
        "1.2.3",
        "万",
        "1:30",
        "9" * 28,
    ],
)
def test_what_is_no_amount_is_told_how_to_write_one(typed: str) -> None:
    found = refused(Money, typed)

    assert found.code == "bad_number"
    assert found.suggestion is not None
    assert found.suggestion.zh == "写 1180000、118万、1.18 million"
    assert found.suggestion.en == "write 1180000, 118万, 1.18 million"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("１１８万", "118万"), ("1，180，000", "1,180,000"), ("１．５", "1.5"), ("“118万”", "118万")],
)
def test_full_width_digits_and_curly_quotes_are_named(typed: str, plain: str) -> None:
    found = refused(Money, typed)

    assert found.code in {"full_width", "curly_quotes"}
    assert found.suggestion is not None
    assert found.suggestion.en == f"write {plain}"


@given(st.integers(0, 10**15))
def test_thousands_may_be_parted(number: int) -> None:
    assert read(Money, f"{number:,}") == read(Money, str(number)) == number


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("12", "12"), ("2.5", "2.5"), ("1,200", "1200"), ("3万", "30000"), ("1亿", "100000000")],
)
def test_a_quantity_counts_things_and_not_money(typed: str, expected: str) -> None:
    assert read(Quantity, typed) == Decimal(expected)


@pytest.mark.parametrize("typed", ["3万元", "12k", "2 million"])
def test_units_of_money_do_not_count_things(typed: str) -> None:
    assert refused(Quantity, typed).code == "bad_number"


@pytest.mark.parametrize(("typed", "expected"), [("1", 1), ("5", 5), ("03", 3), ("4.0", 4), ("+2", 2)])
def test_a_whole_number_of_the_range_is_read(typed: str, expected: int) -> None:
    found = read(Rating, typed)

    assert found == expected
    assert type(found) is int


@pytest.mark.parametrize("typed", ["0", "6", "2.5", "-1", "high", "", "1-5", "9" * 5000])
def test_any_other_number_is_told_the_range(typed: str) -> None:
    found = refused(Rating, typed)

    assert found.suggestion is not None
    assert found.suggestion.zh == "写 1 到 5 的整数"
    assert found.suggestion.en == "write a whole number from 1 to 5"


def test_thousands_may_be_parted_in_whole_numbers_too() -> None:
    assert read(Annotated[int, *whole(0, 1440)], "1,440") == 1440


@pytest.mark.parametrize("kind", [Money, Quantity, Rating])
def test_a_list_is_no_number(kind: object) -> None:
    assert refused(kind, ["1"]).code == "expected_text"
