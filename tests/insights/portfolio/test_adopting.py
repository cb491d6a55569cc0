from __future__ import annotations

from typing import Any

from generator.insights.portfolio.adopting import WorkingPractice, working_practices
from generator.insights.portfolio.lessons import noted_lessons
from generator.insights.portfolio.windows import month_to, window_to
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import lesson, note


def practices(*notes: Engagement) -> tuple[WorkingPractice, ...]:
    today = day("2026-05-31")
    return working_practices(noted_lessons(notes), notes, window=window_to(today, 12), now=month_to(today))


def keep(**keys: Any) -> dict[str, Any]:
    return lesson("case_opening", "keep", id="L1", when="first visit", **keys)


def cites(name: str, effect: str = "helped") -> list[dict[str, str]]:
    return [{"id": name, "effect": effect}]


def test_a_lesson_to_keep_counts_once_it_is_verified_or_helped_somebody() -> None:
    verified = note("a", "2026-02-01", lessons=[keep(status="verified")])
    cited = note("b", "2026-03-01", lessons=[keep(status="identified")])
    helped = note("c", "2026-04-01", reused_lessons=cites("b/L1"))
    only_said = note("d", "2026-04-02", lessons=[keep()])

    assert [row.lesson.name for row in practices(verified, cited, helped, only_said)] == ["b/L1", "a/L1"]


def test_it_says_how_often_it_helped_of_how_often_it_was_cited() -> None:
    source = note("a", "2026-02-01", lessons=[keep()])
    notes = (
        note("c", "2026-04-02", reused_lessons=cites("a/L1", "no_effect")),
        note("b", "2026-04-01", reused_lessons=cites("a/L1")),
    )
    (found,) = practices(source, *notes)

    assert [e.id for e in found.helped] == ["b"]
    assert [e.id for e in found.cited] == ["b", "c"]
    assert [e.id for e in found.engagements] == ["a", "b"]
    assert (found.verified, found.newest) == (False, day("2026-04-01"))


def test_without_conditions_or_once_retired_it_is_no_standard_practice() -> None:
    anywhere = note("a", lessons=[lesson("case_opening", "keep", status="verified")])
    retired = note("b", lessons=[keep(status="retired")], reused_lessons=())
    user = note("c", reused_lessons=cites("b/L1"))

    assert practices(anywhere, retired, user) == ()


def test_a_citation_older_than_the_window_is_forgotten() -> None:
    source = note("a", "2024-01-01", lessons=[keep()])
    old = note("b", "2024-02-01", reused_lessons=cites("a/L1"))

    assert practices(source, old) == ()


def test_new_evidence_comes_first_then_what_helped_most() -> None:
    often = note("a", "2026-01-01", lessons=[keep()])
    users = [note(f"u{n}", "2026-02-01", reused_lessons=cites("a/L1")) for n in range(3)]
    fresh = note("b", "2026-05-20", lessons=[keep(status="verified")])

    assert [row.lesson.name for row in practices(often, *users, fresh)] == ["b/L1", "a/L1"]
