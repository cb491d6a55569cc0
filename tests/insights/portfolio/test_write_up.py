from __future__ import annotations

from generator.insights.portfolio.windows import window_to
from generator.insights.portfolio.write_up import write_ups
from tests.builders import day
from tests.insights.portfolio.notes import note

WINDOW = window_to(day("2026-06-30"), 12)


def test_a_note_is_fresh_within_two_days_and_late_after_seven() -> None:
    names = "abcde"
    commits = {name: day(f"2026-05-{20 + days}") for name, days in zip(names, (2, 3, 7, 8, -1), strict=True)}

    found = write_ups([note(name) for name in names], commits, WINDOW)

    assert (found.fresh.ids, found.fresh.n, found.late.ids) == (("a", "e"), 5, ("d",))
    assert found.delays == (("d", 8), ("c", 7), ("b", 3), ("a", 2), ("e", 0))
    assert found.median == 3


def test_notes_without_history_are_left_out_and_old_ones_do_not_count() -> None:
    commits = {"a": day("2026-05-21"), "b": None, "old": day("2026-05-21")}

    found = write_ups([note("a"), note("b"), note("c"), note("old", "2025-06-30")], commits, WINDOW)

    assert (found.median, found.fresh.n, found.fresh.left_out, found.late.left_out) == (
        1,
        1,
        ("b", "c"),
        ("b", "c"),
    )


def test_without_history_there_is_no_median() -> None:
    assert write_ups([note("a")], {}, WINDOW).median is None
