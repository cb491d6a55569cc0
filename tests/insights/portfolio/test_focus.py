from __future__ import annotations

from typing import Any

from generator.insights.portfolio.focus import FocusDeal, diverging_deals, focus_deals
from generator.insights.portfolio.prerequisites import noted_requirements
from generator.insights.portfolio.promises import noted_promises
from generator.insights.portfolio.scored_deals import noted_scores
from generator.insights.win_scores import ScoringRule
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import note
from tests.insights.portfolio.scores import score

DAY = day("2026-06-30")
LATE = {"said": "it runs", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20", "due": "2026-06-01"}
RED = {"item": "network", "party": "customer", "needed_by": "2026-06-20"}
STEP = {"what": "visit", "owner": "Lin", "due": "2026-06-12"}


def _focus(*notes: Engagement) -> tuple[FocusDeal, ...]:
    return focus_deals(
        noted_scores(notes, ScoringRule()),
        noted_promises(notes, DAY, Calendar()),
        noted_requirements(notes, DAY),
        day=DAY,
        required_intel=("budget_ceiling", "timeline"),
    )


def _calm(name: str, **keys: Any) -> Engagement:
    return note(name, **({"next_steps": [STEP | {"due": "2026-07-12"}]} | keys))


def _scored(name: str, presales: int, sales: int) -> Engagement:
    return _calm(name, win_scores=[score("presales", presales), score("sales", sales)])


def test_a_deal_says_what_is_unknown_and_what_is_late() -> None:
    waiting = LATE | {
        "class": "conditional",
        "condition": {"what": "power", "party": "customer", "due": "2026-06-29"},
    }

    found = _focus(
        note(
            "a",
            intel={"timeline": {"status": "inferred"}},
            commitments=[waiting, LATE, LATE | {"due": "2026-07-20"}],
            landing_requirements=[RED, RED | {"needed_by": "2026-06-10"}, RED | {"needed_by": "2026-09-10"}],
            next_steps=[STEP, STEP | {"due": "2026-06-30"}, STEP | {"status": "done"}],
        )
    )[0]

    assert found.unknown == ("budget_ceiling",)
    assert [promise.name for promise in found.late_promises] == ["a/K2", "a/K1"]
    assert [item.name for item in found.red_requirements] == ["a/R2", "a/R1"]
    assert ([step.due for step in found.late_steps], found.late) == ([day("2026-06-12")], 5)
    assert found.has_reason is True


def test_the_furthest_apart_comes_first_then_the_latest() -> None:
    found = _focus(
        _calm("calm"),
        _scored("near", 50, 79),
        _calm("late", commitments=[LATE]),
        _scored("far", 30, 60),
        _scored("further", 90, 10),
    )

    assert [deal.engagement.id for deal in found] == ["further", "far", "late", "calm", "near"]
    assert [deal.engagement.id for deal in diverging_deals(found)] == ["further", "far"]


def test_a_deal_of_which_nothing_is_late_or_unknown_is_no_reason_to_talk() -> None:
    known = {"budget_ceiling": {"status": "confirmed"}, "timeline": {"status": "inferred"}}

    found = _focus(_calm("bare"), _calm("known", intel=known))

    assert [(deal.unknown, deal.has_reason) for deal in found] == [(None, False), ((), False)]


def test_closed_deals_are_not_in_focus() -> None:
    assert _focus(note("a", outcome={"status": "won", "decided_on": "2026-06-01"})) == ()
