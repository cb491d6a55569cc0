from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.insights.working_days import Calendar, is_working_day, next_working_day
from tests.builders import day

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
NATIONAL_DAY = Calendar(
    off=frozenset(day("2026-10-01") + timedelta(days=n) for n in range(7)),
    work=frozenset({day("2026-10-10")}),
)


def test_after_a_friday_comes_monday() -> None:
    found = next_working_day(Calendar(), day("2026-05-22"))

    assert found == day("2026-05-25")


def test_in_the_middle_of_the_week_the_next_day_is_worked() -> None:
    found = next_working_day(Calendar(), day("2026-05-20"))

    assert found == day("2026-05-21")


def test_a_holiday_is_skipped() -> None:
    found = next_working_day(NATIONAL_DAY, day("2026-09-30"))

    assert found == day("2026-10-08")


def test_a_make_up_saturday_is_worked() -> None:
    found = next_working_day(NATIONAL_DAY, day("2026-10-09"))

    assert found == day("2026-10-10")


def test_a_make_up_day_wins_over_a_holiday_that_names_it_too() -> None:
    calendar = Calendar(off=frozenset({day("2026-10-10")}), work=frozenset({day("2026-10-10")}))

    assert is_working_day(calendar, day("2026-10-10"))


def test_the_weekend_may_be_other_days() -> None:
    calendar = Calendar(weekend=(4, 5))

    assert next_working_day(calendar, day("2026-05-21")) == day("2026-05-24")


def test_without_any_working_day_the_very_next_day_is_taken() -> None:
    calendar = Calendar(weekend=tuple(range(7)))

    assert next_working_day(calendar, day("2026-05-20")) == day("2026-05-21")


@given(DAYS, st.frozensets(DAYS, max_size=40), st.frozensets(DAYS, max_size=10))
def test_the_next_working_day_is_the_nearest_worked_one(
    start: date, off: frozenset[date], work: frozenset[date]
) -> None:
    calendar = Calendar(off=off, work=work)

    found = next_working_day(calendar, start)

    between = [start + timedelta(days=n) for n in range(1, (found - start).days)]
    assert found > start
    assert is_working_day(calendar, found)
    assert not any(is_working_day(calendar, skipped) for skipped in between)
