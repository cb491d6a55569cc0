from __future__ import annotations

import pytest

from generator.insights.portfolio.lessons import TO_CHANGE, TO_KEEP, noted_lessons
from generator.insights.portfolio.themes import RecurringRule, ThemeRow, theme_rows
from generator.insights.portfolio.windows import month_to, window_to
from generator.notes.codes import LessonKind
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import lesson, note

DAY = day("2026-06-30")


def _rows(
    *notes: Engagement, kinds: frozenset[LessonKind] = TO_CHANGE, **repeats: int
) -> tuple[ThemeRow, ...]:
    return theme_rows(
        notes,
        noted_lessons(notes),
        kinds,
        window=window_to(DAY, 12),
        now=month_to(DAY),
        rule=RecurringRule(),
        repeats=repeats,
    )


def test_a_theme_is_counted_once_an_engagement() -> None:
    found = _rows(note("a", lessons=[lesson(), lesson(kind="stop")]), note("b", lessons=[lesson("respect")]))

    assert [(row.theme, row.rate.k, row.rate.n, row.rate.ids) for row in found] == [
        ("respect", 1, 2, ("b",)),
        ("rhythm", 1, 2, ("a",)),
    ]
    assert [noted.name for noted in found[1].lessons] == ["a/L1", "a/L2"]


def test_lessons_to_keep_are_counted_apart() -> None:
    notes = (note("a", lessons=[lesson(), lesson("respect", "keep")]),)

    assert [row.theme for row in _rows(*notes)] == ["rhythm"]
    assert [row.theme for row in _rows(*notes, kinds=TO_KEEP)] == ["respect"]


def test_a_note_before_the_window_does_not_count() -> None:
    found = _rows(
        note("old", "2025-06-30", lessons=[lesson()]), note("new", "2025-07-01", lessons=[lesson()])
    )

    assert [(row.rate.k, row.rate.n) for row in found] == [(1, 1)]


def test_the_lessons_of_a_theme_are_newest_first() -> None:
    found = _rows(note("a", "2026-01-10", lessons=[lesson()]), note("b", "2026-03-10", lessons=[lesson()]))

    assert [noted.name for noted in found[0].lessons] == ["b/L1", "a/L1"]
    assert found[0].newest == day("2026-03-10")


@pytest.mark.parametrize(
    ("notes", "recurring"),
    [
        ([("a", "2026-01-10", "A"), ("b", "2026-03-10", "B"), ("c", "2026-06-10", "A")], True),
        ([("a", "2026-01-10", "A"), ("b", "2026-03-10", "A"), ("c", "2026-06-10", "A")], False),
        ([("a", "2025-12-31", "A"), ("b", "2026-03-10", "B"), ("c", "2026-06-10", "A")], False),
        ([("a", "2026-01-10", "A"), ("b", "2026-03-10", "B")], False),
    ],
)
def test_recurring_takes_three_engagements_of_two_customers_in_six_months(
    notes: list[tuple[str, str, str]], recurring: bool
) -> None:
    found = _rows(*(note(*keys, lessons=[lesson()]) for keys in notes))

    assert found[0].recurring is recurring


def test_customers_are_counted_by_name() -> None:
    found = _rows(
        note("a", "2025-08-01", "A", lessons=[lesson()]),
        note("b", customer="B", lessons=[lesson()]),
        note("c", customer="B", lessons=[lesson()]),
    )

    assert (found[0].customers, found[0].recent_customers, found[0].recent.k) == (2, 1, 2)


def test_what_came_back_after_a_fix_comes_first_then_the_most_frequent_then_the_newest() -> None:
    found = _rows(
        note("a", "2026-01-10", lessons=[lesson("respect"), lesson("rhythm"), lesson("objection")]),
        note("b", "2026-02-10", lessons=[lesson("rhythm"), lesson("objection"), lesson("evidence")]),
        note("c", "2026-02-11", lessons=[lesson("objection"), lesson("intel_gap")]),
        respect=1,
    )

    assert [row.theme for row in found] == ["respect", "objection", "rhythm", "intel_gap", "evidence"]
    assert found[0].repeats == 1


# ── change ──


def _year(months_with: int) -> list[Engagement]:
    """One engagement a month before June 2026, the newest of them with the theme."""
    months = [f"2025-{month:02}" for month in range(6, 13)] + [f"2026-{month:02}" for month in range(1, 6)]
    return [
        note(
            f"m{index:02}",
            f"{month}-15",
            lessons=[lesson() if index >= 12 - months_with else lesson(kind="keep")],
        )
        for index, month in enumerate(months)
    ]


def test_a_theme_that_fills_the_month_and_was_rare_is_flagged() -> None:
    june = [note(f"j{index}", "2026-06-15", lessons=[lesson()]) for index in range(4)]

    change = _rows(*june, *_year(1))[0].change

    # 5 of 16 marked, 4 drawn: C(5,4)/C(16,4) = 5/1820.
    assert change.chance == 5 / 1820
    assert (change.now.k, change.now.n, change.before.k, change.before.n) == (4, 4, 1, 12)
    assert (change.at_most, change.flagged) == (0.05, True)


def test_two_engagements_are_never_a_change() -> None:
    june = [note(f"j{index}", "2026-06-15", lessons=[lesson()]) for index in range(2)]

    change = _rows(*june, *_year(0))[0].change

    assert (change.chance <= change.at_most, change.flagged) == (True, False)


def test_the_more_themes_are_looked_at_the_less_is_a_surprise() -> None:
    june = [note(f"j{index}", "2026-06-15", lessons=[lesson()]) for index in range(3)]
    others = note(
        "o", "2026-06-16", lessons=[lesson(theme) for theme in ("respect", "evidence", "objection")]
    )

    change = _rows(*june, others, *_year(1))[0].change

    # 4 of 16 marked, 4 drawn: (C(4,3)·C(12,1) + 1) / 1820 = 49/1820.
    assert change.chance == 49 / 1820
    assert (change.at_most, change.flagged) == (0.0125, False)


def test_of_no_notes_there_are_no_themes() -> None:
    assert _rows() == ()
