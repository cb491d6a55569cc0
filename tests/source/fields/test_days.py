"""Full dates, in the ways people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.fields import Day, read_day
from tests.source.fields.kinds import read, refused


@pytest.mark.parametrize(
    "typed",
    ["2026-05-20", "2026-5-20", "2026/5/20", "2026/05/20", "2026年5月20日", "2026年05月20日", " 2026-05-20 "],
)
def test_a_full_date_is_read(typed: str) -> None:
    assert read(Day, typed) == date(2026, 5, 20)


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_every_way_of_writing_it(day: date) -> None:
    forms = (day.isoformat(), f"{day.year}/{day.month}/{day.day}", f"{day.year}年{day.month}月{day.day}日")

    assert {read_day(form) for form in forms} == {day}


@pytest.mark.parametrize(
    "typed",
    [
        "2026-05",
        "2026",
        "05-20",
        "20260520",
        "2026.5.20",
        "26-05-20",
        "20/5/2026",
        "May 20",
        "明天",
        "2026-05/20",
        "2026年5月",
    ],
)
def test_what_is_not_a_full_date_is_told_how_to_be_one(typed: str) -> None:
    found = refused(Day, typed)

    assert (found.code, found.message.en) == ("bad_date", f"“{typed}” is not a full date")
    assert found.suggestion is not None
    assert "2026-05-20" in found.suggestion.zh
    assert "2026-05-20" in found.suggestion.en


@pytest.mark.parametrize("typed", ["1899-12-31", "2200-01-01", "0026-05-20"])
def test_a_year_that_is_a_slip_is_named(typed: str) -> None:
    found = refused(Day, typed)

    assert found.message.en == f"the year {typed[:4]} is too far away"
    assert found.suggestion is not None
    assert found.suggestion.en == "write a year from 1900 to 2199"


@pytest.mark.parametrize("typed", ["2026-02-30", "2026-13-01", "2026-00-10", "2025/2/29", "2026年4月31日"])
def test_a_day_that_is_not_in_the_calendar_is_named(typed: str) -> None:
    assert refused(Day, typed).message.en == f"there is no day “{typed}” in the calendar"


@pytest.mark.parametrize(
    "typed",
    ["2026-5-2T10:00:00Z", "2026-5-2 10:00", "2026-5-2  9:00 +8", "2026/5/2 10:00", "2026年5月2日 10点"],
)
def test_a_date_with_a_time_is_told_without_it(typed: str) -> None:
    found = refused(Day, typed)

    assert found.message.en == "a date is wanted here, without a time"
    assert found.suggestion is not None
    assert found.suggestion.en == "write 2026-05-02"


@pytest.mark.parametrize("typed", ["２０２６-０５-２０", "2026－05－20", "2026／5／20", "２０２６年5月20日"])
def test_full_width_characters_are_named(typed: str) -> None:
    found = refused(Day, typed)

    assert found.code == "full_width"
    assert found.suggestion is not None
    assert found.suggestion.en.removeprefix("write ").isascii() or "年" in found.suggestion.en
    assert read_day(found.suggestion.en.removeprefix("write ")) == date(2026, 5, 20)


def test_curly_quotes_are_named() -> None:
    found = refused(Day, "“2026-05-20”")

    assert found.code == "curly_quotes"
    assert found.suggestion is not None
    assert found.suggestion.zh == "写 2026-05-20"
