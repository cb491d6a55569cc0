from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.preparation.agenda import Overrun, last_overrun, split_minutes
from tests.builders import day, engagement


@pytest.mark.parametrize(
    ("minutes", "split"),
    [
        (30, (5, 20, 5)),
        (60, (10, 40, 10)),
        # 7.5, 30, 7.5: the minute that is left goes to the close.
        (45, (7, 30, 8)),
        # 6.67, 26.67, 6.67: two are left.
        (40, (6, 27, 7)),
        # 3.33, 13.33, 3.33
        (20, (3, 13, 4)),
        (1, (0, 1, 0)),
    ],
)
def test_minutes_are_split_five_to_twenty_to_five(minutes: int, split: tuple[int, int, int]) -> None:
    assert split_minutes(minutes) == split


@given(st.integers(1, 1440))
def test_whole_minutes_add_up_and_no_part_is_a_minute_off_its_share(minutes: int) -> None:
    split = split_minutes(minutes)

    assert sum(split) == minutes
    assert all(abs(part - minutes * share / 30) < 1 for part, share in zip(split, (5, 20, 5), strict=True))


def _met(on: str, planned: list[str] | None, actual: list[str] | None) -> dict[str, Any]:
    splits = {"planned_split": planned, "actual_split": actual}
    return {"on": on} | {key: value for key, value in splits.items() if value is not None}


def test_the_last_meeting_that_was_timed_tells_whether_the_opening_overran() -> None:
    late = _met("2026-05-01", ["5", "20", "5"], ["9", "19", "2"])
    untimed = _met("2026-05-09", None, ["9", "19", "2"])
    on_time = _met("2026-05-02", ["5", "20", "5"], ["4", "21", "5"])

    assert last_overrun((engagement(meetings=[late, untimed]),)) == Overrun(day("2026-05-01"), 4)
    assert last_overrun((engagement(meetings=[late]), engagement(meetings=[on_time]))) is None
    assert last_overrun(()) is None
