from __future__ import annotations

from typing import Any

import pytest

from generator.insights.portfolio.follow_up import event_days, follow_ups
from tests.builders import day, full_engagement
from tests.insights.portfolio.notes import note

DAY = day("2026-06-30")
STEP = {"what": "visit", "owner": "Lin", "due": "2026-07-12"}


def test_an_open_deal_with_a_step_and_a_recent_event_is_no_gap() -> None:
    found = follow_ups([note("a", "2026-06-16")], DAY)

    assert [(row.days_quiet, row.is_quiet, row.has_no_step, row.is_gap) for row in found] == [
        (14, False, False, False)
    ]


def test_a_fortnight_and_a_day_without_an_event_is_quiet() -> None:
    found = follow_ups([note("a", "2026-06-15")], DAY)

    assert [(row.last_event, row.is_quiet, row.is_gap) for row in found] == [(day("2026-06-15"), True, True)]


@pytest.mark.parametrize(("status", "gap"), [("open", False), ("done", True), ("cancelled", True)])
def test_without_an_open_step_there_is_a_gap(status: str, gap: bool) -> None:
    found = follow_ups([note("a", "2026-06-29", next_steps=[STEP | {"status": status}])], DAY)

    assert found[0].is_gap is gap


def test_closed_deals_are_not_followed_up() -> None:
    won = {"status": "won", "decided_on": "2026-06-29"}

    assert follow_ups([note("a", "2026-01-01", outcome=won)], DAY) == ()


def test_the_longest_quiet_comes_first_and_steps_by_due_day() -> None:
    steps = [STEP, STEP | {"due": "2026-07-01"}]

    found = follow_ups([note("a", "2026-06-20"), note("b", "2026-06-10", next_steps=steps)], DAY)

    assert [row.engagement.id for row in found] == ["b", "a"]
    assert [step.due for step in found[0].open_steps] == [day("2026-07-01"), day("2026-07-12")]


ACTION = {"what": "test", "status": "done", "closed_on": "2026-06-20"}
RISK = {"event": "late", "category": "schedule", "probability": "1", "impact": "1"}
PROMISE = {"said": "it runs", "class": "firm", "made_by": "Lin", "made_on": "2026-05-21"}
CONDITION = {"what": "network", "party": "customer", "met_on": "2026-06-20"}


@pytest.mark.parametrize(
    "keys",
    [
        {"meetings": [{"on": "2026-06-20"}]},
        {"commitments": [PROMISE | {"made_on": "2026-06-20"}]},
        {"commitments": [PROMISE | {"confirmed_on": "2026-06-20"}]},
        {"commitments": [PROMISE | {"status": "kept", "closed_on": "2026-06-20"}]},
        {"commitments": [PROMISE | {"class": "conditional", "condition": CONDITION}]},
        {"risks": [RISK | {"happened_on": "2026-06-20"}]},
        {"risks": [RISK | {"action": ACTION}]},
        {"lessons": [{"kind": "keep", "theme": "rhythm", "text": "t", "action": ACTION}]},
        {"win_scores": [{"by": "sales", "p": "50", "on": "2026-06-20"}]},
        {"pilot": {"started_on": "2026-06-20"}},
        {"pilot": {"started_on": "2026-06-01", "ended_on": "2026-06-20"}},
        {"customer_share": {"approved_by": "Zhou", "on": "2026-06-20"}},
        {"collaboration": {"before": {"on": "2026-06-20"}}},
        {"collaboration": {"after": {"debrief_on": "2026-06-20"}}},
        {"collaboration": {"after": {"memo_sent_on": "2026-06-20"}}},
    ],
)
def test_everything_dated_is_an_event(keys: dict[str, Any]) -> None:
    assert follow_ups([note("a", **keys)], DAY)[0].last_event == day("2026-06-20")


def test_what_is_dated_later_has_not_happened() -> None:
    found = follow_ups([note("a", meetings=[{"on": "2026-07-20"}])], DAY)

    assert found[0].last_event == day("2026-05-20")


def test_the_full_example_has_its_events() -> None:
    assert day("2026-07-03") in set(event_days(full_engagement()))
