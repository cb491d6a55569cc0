from __future__ import annotations

from typing import Any

from generator.insights.prospect import Prospect
from generator.notes.model import Engagement
from generator.views.brief.lessons import LessonRow, build_lessons
from tests.views.brief.subjects import brief, note

QUAY = Prospect(customer="Quay", industry="machining", products=("gateway",))
LESSON = {"id": "L1", "kind": "stop", "theme": "over_promise", "text": "ask first", "when": "always"}


def _used(times: int, effect: str, start: int = 0) -> tuple[Engagement, ...]:
    return tuple(
        note(
            f"u{n}",
            products=["x"],
            customer=f"C{n}",
            industry="x",
            reused_lessons=[{"id": "n/L1", "effect": effect}],
        )
        for n in range(start, start + times)
    )


def _row(*others: Engagement, prospect: Prospect = QUAY, **lesson: Any) -> LessonRow:
    own = note("n", "2026-05-20", lessons=[LESSON | lesson])
    (row,) = build_lessons(brief(own, *others, prospect=prospect))
    return row


def test_a_lesson_tells_when_why_and_where_it_comes_from() -> None:
    # 41 days are 1.347 months: 0.5 ** (1.347 / 18) = 0.949; 4 × 0.949 × 0.8 × 1 = 3.04.
    assert _row(status="observed") == LessonRow(
        lesson="Stop (over-promise): ask first; when: always",
        why="industry 2 + product 2 = 4; ×0.95 ×0.80 ×1.00 → 3.0",
        used="Nobody has cited it yet; alias of Harbour Works 2026-05",
    )


def test_of_the_customer_itself_the_lesson_is_named_by_its_id() -> None:
    own = Prospect(customer="Harbour Works", themes=("over_promise",))

    assert _row(prospect=own).used == "Nobody has cited it yet; n/L1"
    assert _row(prospect=own).why.startswith("customer 4 + missing now 1 = 5; ")


def test_what_matched_is_named_where_the_meeting_has_several() -> None:
    several = Prospect(industry="x", products=("gateway", "mes"))

    assert _row(prospect=several).why.startswith("product (gateway) 2 = 2; ")


def test_below_five_uses_what_became_of_each_is_told() -> None:
    found = _row(*_used(2, "helped"), *_used(1, "no_effect", 2))

    # (2 + 1) / (2 + 1 + 2) × 2 = 1.2
    assert found.used == "Cited 3 times: helped 2, no effect 1; alias of Harbour Works 2026-05"
    assert "×1.20" in found.why


def test_from_five_uses_the_interval_and_from_twenty_the_percentage() -> None:
    assert _row(*_used(2, "helped"), *_used(3, "no_effect", 2)).used.startswith("helped: 2 of 5 (12–77%); ")
    assert _row(*_used(8, "helped"), *_used(12, "no_effect", 8)).used.startswith(
        "helped: 40% (22–61%, 8 of 20); "
    )


def test_that_it_happened_again_after_the_fix_is_told() -> None:
    again = note("again", customer="C", industry="x", products=["x"], repeats=["n/L1"])

    assert "happened again once after the fix" in _row(again, status="actioned").used
