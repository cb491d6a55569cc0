from __future__ import annotations

from typing import Any

from generator.insights.preparation.experience import high_risks, needed_before, risk_kinds
from generator.notes.model import Engagement
from tests.builders import day, engagement, full_engagement

DAY = day("2026-06-30")
LOST = {"status": "lost", "decided_on": "2026-06-01"}


def _risk(category: str, probability: int = 3, impact: int = 3, **keys: str) -> dict[str, str]:
    return {"event": category, "category": category, "probability": str(probability), "impact": str(impact)} | keys  # fmt: skip


def _note(name: str, *risks: dict[str, str], on: str = "2026-05-20", **keys: Any) -> Engagement:
    return engagement(id=name, date=on, risks=list(risks), **keys)


def test_a_kind_of_risk_counts_engagements_out_of_those_that_record_any() -> None:
    found = risk_kinds(
        (
            _note("a", _risk("scope"), _risk("scope", 5, 5), _risk("people")),
            _note("b", _risk("scope")),
            _note("c"),
        )
    )

    assert [(kind.category.value, kind.met.k, kind.met.n) for kind in found] == [
        ("scope", 2, 2),
        ("people", 1, 2),
    ]
    assert (found[0].worst.engagement.id, found[0].worst.state.risk.probability) == ("a", 5)


def test_what_happened_is_the_example_whatever_its_rating() -> None:
    happened = _risk("scope", 1, 1, happened_on="2026-05-01")
    (found,) = risk_kinds((_note("a", _risk("scope", 5, 5)), _note("b", happened)))

    assert found.worst.engagement.id == "b"


def test_kinds_met_equally_often_come_with_the_worse_example_first() -> None:
    found = risk_kinds((_note("a", _risk("people", 2, 2), _risk("scope", 5, 5)),))

    assert [kind.category.value for kind in found] == ["scope", "people"]


def test_the_risks_of_the_deal_are_those_that_are_open_and_red_or_orange() -> None:
    # T1 is red, but its action is done and 2 × 3 is left of it; T2 is 3 × 3, amber.
    quiet = high_risks(full_engagement())
    loud = high_risks(_note("a", _risk("scope", 3, 4), _risk("people", 5, 5), _risk("commercial", 2, 2)))

    assert quiet == ()
    assert [state.risk.category.value for state in loud] == ["people", "scope"]


def _needed(name: str, **keys: str) -> dict[str, str]:
    return {"id": name, "item": name, "party": "customer"} | keys


def test_one_prerequisite_an_engagement_and_what_was_in_trouble_comes_first() -> None:
    done = engagement(
        id="done", landing_requirements=[_needed("R1", status="done"), _needed("R2", status="dropped")]
    )
    late = engagement(
        id="late",
        landing_requirements=[_needed("R1", needed_by="2026-06-29"), _needed("R2", needed_by="2026-06-10")],
    )
    blocked = engagement(id="blocked", outcome=LOST, landing_requirements=[_needed("R1", status="blocked")])
    over = engagement(id="over", outcome=LOST, landing_requirements=[_needed("R1", needed_by="2026-01-01")])

    # Nothing waits any more in a deal that is over, so only what was blocked there is trouble.
    found = needed_before((done, over, blocked, late), DAY)
    assert [f"{row.engagement.id}/{row.state.id}" for row in found] == [
        "late/R2",
        "blocked/R1",
        "done/R1",
        "over/R1",
    ]
