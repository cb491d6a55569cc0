from __future__ import annotations

from generator.insights.prospect import Prospect
from generator.views.brief.customer import build_customer
from generator.views.brief.subject import Point
from generator.views.wording import Chip
from tests.views.brief.subjects import brief, note, prepared
from tests.views.subjects import AMBER, GREEN, RED

PROMISES = [
    {"id": "K1", "said": "an answer", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20", "due": "2026-06-10"},
    {"id": "K2", "said": "a report", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20", "due": "2026-08-01"},
    {"id": "K3", "said": "a visit", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20", "status": "kept", "closed_on": "2026-05-28"},
]  # fmt: skip
NEEDED = [
    {"id": "R1", "item": "network", "party": "customer", "owner_role": "IT", "needed_by": "2026-07-05"},
    {"id": "R2", "item": "people", "party": "customer", "needed_by": "2026-12-01"},
]


def test_a_customer_never_met_is_new() -> None:
    found = build_customer(brief(note("n"), prospect=Prospect(customer="Quay")))

    assert (found.points, found.is_new) == ((), True)


def test_the_history_of_a_deal_begins_with_what_to_answer_for() -> None:
    new = note(
        "new", stage="bid", deal={"amount": "1180000"}, commitments=PROMISES, landing_requirements=NEEDED
    )
    outcome = {
        "status": "lost", "decided_on": "2026-02-10", "winner": "Torn", "our_read": {"category": "capability"},
    }  # fmt: skip
    broken = PROMISES[0] | {"status": "broken", "closed_on": "2026-02-01", "reason": "capability_gap"}
    old = note("old", "2025-12-09", outcome=outcome, commitments=[broken])
    found = build_customer(prepared(new, old))

    assert not found.is_new
    assert found.points == (
        Point("2026-05-20", "gateway: open (bid); CNY 1,180 K; the visit was agreed"),
        Point("2025-12-09", "gateway: lost (2026-02-10); lost to Torn; as we read it: capability"),
        Point("Answer for first", "an answer (K1)", Chip(RED, "Overdue (20 days late)")),
        Point("Answer for first", "an answer (capability gap, old/K1)", Chip(RED, "Broken (2026-02-01)")),
        Point("Report first", "a visit (K3)", Chip(GREEN, "Kept (2026-05-28)")),
        Point("Open promise", "a report (by 2026-08-01, K2)", Chip(GREEN, "Open")),
        Point("Not ready", "network (customer (IT), by 2026-07-05, R1)", Chip(AMBER, "Due in 5 days")),
    )


def test_where_nothing_is_urgent_the_next_prerequisite_is_told() -> None:
    found = build_customer(
        prepared(note("n", landing_requirements=[*NEEDED[1:], {"item": "x", "party": "us"}]))
    )

    assert [point.text for point in found.points if point.head == "Not ready"] == [
        "people (customer, by 2026-12-01, R2)"
    ]


def test_frictions_are_one_line_of_the_worst() -> None:
    late = PROMISES[2] | {"due": "2026-05-25"}
    one = prepared(
        note(
            "n",
            objections=[{"text": "too slow", "result": "lost"}],
            stakeholders=[{"role": "head of IT", "stance": "opposes", "cares_about": "servers"}],
        )
    )
    other = prepared(note("n", commitments=[late], stakeholders=[{"role": "owner", "stance": "opposes"}]))

    assert build_customer(one).points[-1] == Point(
        "Friction so far",
        "objection not resolved: “too slow”; head of IT (cares about: servers) is against it",
    )
    assert build_customer(other).points[-1] == Point(
        "Friction so far", "“a visit” kept late (3 days late); owner is against it"
    )
