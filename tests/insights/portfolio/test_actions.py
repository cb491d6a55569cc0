from __future__ import annotations

from generator.insights.portfolio.actions import Actions, actions, noted_actions
from generator.insights.portfolio.lessons import noted_lessons
from generator.insights.portfolio.windows import window_to
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import lesson, note

DAY = day("2026-06-30")


def _actions(*notes: Engagement) -> Actions:
    return actions(noted_actions(noted_lessons(notes), DAY), window_to(DAY, 12))


def _with(*typed: dict[str, str], name: str = "n", on: str = "2026-04-01") -> Engagement:
    return note(name, on, lessons=[lesson(action={"what": "checklist"} | action) for action in typed])


def test_done_by_the_due_day_is_over_everything_due() -> None:
    found = _actions(
        _with(
            {"due": "2026-05-01", "status": "done", "closed_on": "2026-05-01"},
            {"due": "2026-05-01", "status": "done", "closed_on": "2026-05-02"},
            {"due": "2026-05-01"},
            {"due": "2026-05-01", "status": "cancelled", "closed_on": "2026-04-20"},
            {"due": "2026-05-01", "status": "done"},
            {"due": "2026-07-01", "status": "done", "closed_on": "2026-06-01"},
        )
    ).done_on_time

    assert (found.k, found.n, found.ids, found.left_out) == (1, 3, ("n/L1",), ("n/L5",))


def test_open_actions_are_carried_over_the_latest_and_then_the_oldest_first() -> None:
    found = _actions(
        _with({"due": "2026-06-20"}, {"due": "2026-06-10", "status": "open"}, {}),
        _with({"due": "2026-07-20"}, name="older", on="2026-03-01"),
    ).open

    assert [(row.lesson.name, row.days_late, row.age) for row in found] == [
        ("n/L2", 20, 90),
        ("n/L1", 10, 90),
        ("older/L1", 0, 121),
        ("n/L3", 0, 90),
    ]


def test_actions_closed_in_the_window_are_the_newest_first() -> None:
    found = _actions(
        _with(
            {"status": "done", "closed_on": "2026-05-01"},
            {"status": "cancelled", "closed_on": "2026-05-02"},
            {"status": "done", "closed_on": "2025-06-30"},
        )
    )

    assert [row.lesson.name for row in found.closed] == ["n/L2", "n/L1"]
    assert found.open == ()


def test_lessons_without_an_action_ask_for_nothing() -> None:
    found = _actions(note("a", lessons=[lesson()]))

    assert (found.done_on_time.n, found.open, found.closed) == (0, (), ())
