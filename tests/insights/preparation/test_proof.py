from __future__ import annotations

from typing import Any

from generator.insights.preparation.proof import cases_of_industry, cases_of_products, value_inputs
from generator.insights.preparation.surroundings import Surroundings, surroundings
from generator.insights.prospect import Prospect
from generator.notes.model import Engagement
from tests.builders import engagement

MEETING = Prospect(customer="Harbour Works", industry="machining", products=("gateway",), note="now")


def _fit(ref: str | None, kind: str = "customer_case", *, verified: str = "true", level: str = "standard") -> dict[str, Any]:  # fmt: skip
    evidence = {"kind": kind, "verified": verified} | ({"ref": ref} if ref else {})
    return {"capability": f"capability of {ref}", "level": level, "evidence": evidence}


def _note(name: str, on: str, industry: str = "machining", **keys: Any) -> Engagement:
    customer = {"name": "Harbour Works" if name == "now" else name, "industry": industry}
    return engagement(id=name, date=on, customer=customer, **keys)


def _around(*notes: Engagement) -> Surroundings:
    return surroundings(notes, MEETING)


def test_only_what_was_checked_and_what_we_have_can_be_opened_with() -> None:
    fits = [
        _fit("a"),
        _fit("unchecked", verified="false"),
        _fit("missing", level="gap"),
        _fit("paper", kind="document"),
        {"capability": "bare", "level": "standard"},
    ]
    found = cases_of_industry(_around(_note("quay", "2026-03-01", fit=fits)))

    assert [case.evidence.ref for case in found] == ["a"]


def test_cases_of_customers_come_before_pilots_and_each_source_counts_once_the_newest_note_first() -> None:
    now = _note("now", "2026-05-01", fit=[_fit("measured", "benchmark"), _fit("pilot", "pilot")])
    quay = _note("quay", "2026-03-01", fit=[_fit("C-1"), _fit("PILOT", "pilot"), _fit(None)])
    found = cases_of_industry(_around(now, quay))

    assert [(case.engagement.id, case.evidence.ref) for case in found] == [
        ("quay", "C-1"),
        ("quay", None),
        ("now", "pilot"),
        ("now", "measured"),
    ]


def test_other_industries_are_asked_apart() -> None:
    bank = _note("bank", "2026-03-01", "banking", fit=[_fit("C-2")])
    around = _around(bank, _note("quay", "2026-02-01", fit=[_fit("C-1")]))

    assert [case.evidence.ref for case in cases_of_products(around)] == ["C-2"]
    assert [case.evidence.ref for case in cases_of_industry(around)] == ["C-1"]


BENEFITS = [
    {"item": "fewer stops", "quantity": "240", "unit_value": "2600"},
    {"item": "fewer parts", "quantity": "1", "unit_value": "90000", "own_estimate": "true"},
    {"item": "less paper", "quantity": "3", "own_estimate": "true"},
]


def test_what_is_missing_for_the_sum_and_what_only_we_have_estimated() -> None:
    found = value_inputs(_around(_note("now", "2026-05-01", roi={"benefits": BENEFITS})))

    assert [benefit.item for benefit in found.missing] == ["less paper"]
    assert [benefit.item for benefit in found.estimated] == ["fewer parts"]
    assert found.usual == ()


def test_without_a_sum_of_its_own_a_deal_borrows_the_kinds_of_benefits_that_others_counted() -> None:
    others = (
        _note("a", "2026-03-01", roi={"benefits": [*BENEFITS[:2], {"quantity": "1"}]}),
        _note("b", "2026-02-01", roi={"benefits": [{"item": "Fewer  Stops"}]}),
        _note("c", "2026-01-01"),
    )

    assert [benefit.item for benefit in value_inputs(_around(*others)).usual] == [
        "fewer stops",
        "fewer parts",
    ]
