"""The settings of the sample workspace."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from generator.workspace.places import read_workspace

ROOT = Path(__file__).parents[1]


def test_its_settings_have_no_problem() -> None:
    workspace = read_workspace(ROOT)

    assert workspace.problems == ()
    assert workspace.config.company is not None
    assert workspace.config.company.short == "澄湖"


def test_its_holidays_are_thirty_three_days_and_six_weekends_are_worked() -> None:
    holidays = read_workspace(ROOT).holidays

    assert len(holidays.off_days()) == 33
    assert [day.weekday() >= 5 for day in sorted(holidays.work_days())] == [True] * 6


def test_a_worked_weekend_lies_near_the_holiday_that_it_makes_up_for() -> None:
    holidays = read_workspace(ROOT).holidays
    near = {day + timedelta(days=n) for day in holidays.off_days() for n in range(-14, 15)}

    assert holidays.work_days() <= near - holidays.off_days()
