from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.portfolio.windows import Window, month_to, months_before, months_up_to, window_to
from tests.builders import day


@pytest.mark.parametrize(
    ("text", "months", "earlier"),
    [
        ("2026-05-20", 12, "2025-05-20"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-03-30", 1, "2026-02-28"),
        ("2026-02-28", 12, "2025-02-28"),
        ("2025-02-28", 12, "2024-02-29"),
        ("2026-04-30", 6, "2025-10-31"),
        ("2024-02-28", 12, "2023-02-28"),
    ],
)
def test_months_go_back_to_the_same_day_or_the_last_one(text: str, months: int, earlier: str) -> None:
    assert months_before(day(text), months) == day(earlier)


def test_a_window_holds_its_last_day_but_not_the_day_before_its_first() -> None:
    window = window_to(day("2026-06-30"), 12)

    found = [window.holds(day(text)) for text in ("2025-06-30", "2025-07-01", "2026-06-30", "2026-07-01")]

    assert found == [False, True, True, False]


def test_a_window_holds_no_unknown_day() -> None:
    assert window_to(day("2026-06-30"), 12).holds(None) is False


def test_a_month_runs_to_the_day_spoken_for() -> None:
    assert month_to(day("2026-03-17")) == Window(day("2026-02-28"), day("2026-03-17"))


def test_the_months_before_a_month_end_where_it_starts() -> None:
    assert months_up_to(month_to(day("2026-06-30")), 12) == Window(day("2025-05-31"), day("2026-05-31"))


@given(st.dates(day("2001-01-01"), day("2090-12-31")), st.integers(1, 60))
def test_windows_of_months_join_without_a_gap(today: object, months: int) -> None:
    window = month_to(day(str(today)))

    before = months_up_to(window, months)

    assert before.until == window.after
    assert before.after < before.until
