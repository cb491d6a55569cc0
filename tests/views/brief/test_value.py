from __future__ import annotations

from typing import Any

from generator.insights.prospect import Prospect
from generator.views.brief.subject import Point
from generator.views.brief.value import build_value
from tests.views.brief.subjects import brief, note, prepared


def _fit(capability: str, ref: str | None, kind: str = "customer_case", **keys: str) -> dict[str, Any]:
    evidence = {"kind": kind, "verified": "true"} | ({"ref": ref} if ref else {})
    return {"capability": capability, "level": "standard", "evidence": evidence} | keys


def test_cases_of_the_industry_are_opened_with_and_another_customer_is_an_alias() -> None:
    deal = note("n", fit=[_fit("gateway", "here", "pilot", value="40 to 10 minutes")])
    other = note("o", customer="Quay", fit=[_fit("gateway", "C-1", scenario="at night"), _fit("bare", None)])
    found = build_value(prepared(deal, other))

    assert not found.no_own_case
    assert found.cases == (
        Point("Customer case (C-1)", "gateway: at night (alias of Quay 2026-05)"),
        Point("Customer case", "bare (alias of Quay 2026-05)"),
    )
    assert build_value(prepared(deal)).cases == (Point("Pilot (here)", "gateway: 40 to 10 minutes"),)


def test_of_another_industry_a_case_is_told_as_such() -> None:
    bank = note("o", customer="Bank", industry="banking", fit=[_fit("gateway", "C-1")])
    found = build_value(brief(bank, prospect=Prospect(industry="insurance", products=("gateway",))))

    assert found.no_own_case
    assert [point.head for point in found.cases] == ["Customer case (C-1)"]


def test_inputs_of_the_sum_that_are_missing_or_only_ours_are_to_be_obtained() -> None:
    benefits = [
        {"item": "fewer stops", "unit": "hours"},
        {"quantity": "1"},
        {"item": "fewer parts", "quantity": "1", "unit_value": "9", "own_estimate": "true"},
    ]
    found = build_value(prepared(note("n", roi={"benefits": benefits})))

    assert found.inputs == (
        Point("Figures to obtain", "fewer stops (hours), Not said"),
        Point("Our estimates, to be accepted by the customer", "fewer parts"),
    )


def test_without_a_sum_what_others_counted_is_asked_for() -> None:
    other = note("o", customer="Quay", roi={"benefits": [{"item": "less paper", "unit": "pages"}]})
    found = build_value(brief(other, prospect=Prospect(industry="machining")))

    assert found.inputs == (
        Point("What other deals counted; ask for the same figures", "less paper (pages)"),
    )
    assert build_value(brief(prospect=Prospect(industry="x"))).inputs == ()
