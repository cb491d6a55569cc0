from __future__ import annotations

from typing import Any

from generator.insights.prospect import Prospect
from generator.notes.model import Engagement
from generator.views.brief.similar import build_similar
from generator.views.brief.subject import Point
from generator.views.wording import Chip
from tests.views.brief.subjects import brief, note, prepared
from tests.views.subjects import GREY, RED

QUAY = Prospect(customer="Quay", industry="machining")
RISK = {"id": "T1", "event": "it breaks", "category": "scope", "probability": "5", "impact": "5"}


def _others(count: int, **keys: Any) -> tuple[Engagement, ...]:
    return tuple(note(f"o{n}", customer=f"C{n}", **keys) for n in range(count))


def test_the_worst_risk_of_the_deal_comes_first_with_what_is_done_about_it() -> None:
    risks = [RISK | {"action": {"what": "test it", "due": "2026-07-02"}}, RISK | {"id": "T2"}]
    (point,) = build_similar(prepared(note("n", risks=risks))).points
    (bare,) = build_similar(prepared(note("n", risks=[RISK]))).points

    assert point == Point("This deal T1", "it breaks → test it (by 2026-07-02)", Chip(RED, "High"))
    assert bare.text == "it breaks"


def test_a_kind_of_risk_tells_how_many_deals_met_it_and_the_worst_of_them() -> None:
    happened = RISK | {"happened_on": "2026-06-01", "action": {"what": "wait"}}
    few = build_similar(brief(*_others(2, risks=[happened]), prospect=QUAY))
    many = build_similar(brief(*_others(5, risks=[RISK]), prospect=QUAY))

    assert (few.alike, few.points) == (
        2,
        (Point("Scope (2 of 2 deals)", "it breaks → wait (happened 2026-06-01, alias of C0 2026-05)"),),
    )
    assert many.points[0].head == "Scope (5 of 5 deals, 57–100%)"


def test_what_had_to_be_ready_elsewhere_is_told_with_how_it_went() -> None:
    needed = [
        {
            "item": "network",
            "party": "customer",
            "owner_role": "IT",
            "status": "blocked",
            "needed_by": "2026-05-30",
        }
    ]
    lost = {"status": "lost", "decided_on": "2026-06-01"}
    live = build_similar(brief(*_others(1, landing_requirements=needed), prospect=QUAY))
    over = build_similar(brief(*_others(1, landing_requirements=needed, outcome=lost), prospect=QUAY))

    assert live.points == (
        Point("To be ready early", "network (customer (IT), alias of C0 2026-05)", Chip(RED, "Blocked (31 days late)")),
    )  # fmt: skip
    assert over.points[0].state == Chip(GREY, "Blocked")


def test_deals_that_are_alike_may_have_recorded_nothing() -> None:
    found = build_similar(brief(*_others(3), prospect=QUAY))

    assert (found.alike, found.points) == (3, ())


def test_where_none_is_alike_nothing_is_told() -> None:
    assert build_similar(brief(prospect=QUAY)).alike == 0
