from __future__ import annotations

from typing import Any

import pytest

from generator.views.customer_memo.allowlist import (
    Withheld,
    is_approved,
    next_day,
    shared_parts,
    shares_something,
)
from tests.builders import FULL, day, engagement, full_engagement
from tests.views.customer_memo.notes import APPROVED, CONDITIONAL, EXCLUSION, ITEM, PROMISE, RISK, approved
from tests.views.subjects import subject

CASE = {"kind": "customer_case", "ref": "C-014", "verified": "true"}


def claims(evidence: dict[str, str] | None, **share: Any) -> int:
    fit = {"capability": "c", "level": "standard", "value": "v"} | (
        {"evidence": evidence} if evidence else {}
    )
    return len(shared_parts(engagement(fit=[fit], **share)).claims)


def without(item: dict[str, Any], *keys: str, **overrides: Any) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in keys} | overrides


# ── Whether there is a memo at all ──


@pytest.mark.parametrize(
    ("blocks", "shares"),
    [
        ({}, False),
        ({"commitments": [without(PROMISE, "shareable")]}, False),
        ({"commitments": [PROMISE]}, True),
        ({"landing_requirements": [ITEM]}, True),
        ({"risks": [RISK]}, True),
        ({"assumptions": [{"text": "a", "shareable": "true"}]}, True),
        ({"attachments": [{"file": "a.png", "caption": "c", "shareable": "true"}]}, True),
        ({"attachments": [{"file": "a.png", "caption": "c", "shareable": "false"}]}, False),
        ({"customer_share": {"approved_by": "Zhou"}}, True),
    ],
)
def test_a_note_that_marks_nothing_for_the_customer_gets_no_memo(
    blocks: dict[str, Any], shares: bool
) -> None:
    assert shares_something(engagement(**blocks)) is shares


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (None, False),
        ({}, False),
        ({"approved_by": "Zhou"}, False),
        ({"on": "2026-06-01"}, False),
        (APPROVED, True),
    ],
)
def test_an_approval_has_a_name_and_a_day(share: Any, expected: bool) -> None:
    assert is_approved(engagement(customer_share=share)) is expected


def test_groups_are_open_once_they_are_approved() -> None:
    note = engagement(customer_share=approved("amounts", "customer_names"))

    assert {str(group) for group in shared_parts(note).groups} == {"amounts", "customer_names"}
    assert shared_parts(subject(note, "2026-05-31").engagement).groups == frozenset()
    assert shared_parts(engagement(customer_share={"include": ["amounts"]})).groups == frozenset()


# ── Item by item ──


@pytest.mark.parametrize(
    ("confidence", "passes"),
    [(None, False), ({}, False), ({"surface": "inferred"}, False), ({"middle": "confirmed"}, False), ({"surface": "confirmed"}, True)],
)  # fmt: skip
def test_a_need_passes_when_its_surface_is_confirmed(confidence: Any, passes: bool) -> None:
    need = {"surface": "s"} | ({} if confidence is None else {"confidence": confidence})

    assert bool(shared_parts(engagement(needs=[need])).needs) is passes


@pytest.mark.parametrize(
    ("evidence", "passes"),
    [
        (None, 0),
        ({"kind": "pilot"}, 0),
        ({"kind": "pilot", "verified": "true"}, 1),
        ({"kind": "benchmark", "verified": "true"}, 1),
        ({"kind": "document", "verified": "true"}, 1),
        ({"kind": "none", "verified": "true"}, 0),
        ({"verified": "true"}, 0),
        (CASE, 0),
    ],
)
def test_a_claim_passes_with_checked_evidence_of_our_own(evidence: Any, passes: int) -> None:
    assert claims(evidence) == passes


def test_a_case_of_another_customer_passes_once_that_is_approved() -> None:
    assert claims(CASE, customer_share=approved("case_references")) == 1
    assert claims(CASE, customer_share=approved("amounts")) == 0
    assert claims({"kind": "none"}, customer_share=approved("case_references")) == 0


def test_a_capability_without_a_value_claims_nothing() -> None:
    fit = {"capability": "c", "level": "standard", "evidence": {"kind": "pilot", "verified": "true"}}

    assert shared_parts(engagement(fit=[fit])).claims == ()


@pytest.mark.parametrize(
    ("risk", "passes"),
    [
        (RISK, True),
        (without(RISK, "shareable"), False),
        (RISK | {"shareable": "false"}, False),
        (without(RISK, "customer_text"), False),
        (RISK | {"category": "commercial"}, False),
        (RISK | {"happened_on": "2026-06-01"}, False),
    ],
)
def test_a_risk_passes_in_the_words_chosen_for_the_customer(risk: dict[str, str], passes: bool) -> None:
    assert bool(shared_parts(engagement(risks=[risk])).risks) is passes


@pytest.mark.parametrize("item", [ITEM, ITEM | {"status": "dropped"}])
def test_a_prerequisite_passes_when_it_is_marked(item: dict[str, str]) -> None:
    assert [
        r.id
        for r in shared_parts(
            engagement(landing_requirements=[without(item, "shareable"), item])
        ).requirements
    ] == ["R2"]


@pytest.mark.parametrize(
    ("promise", "passes"),
    [
        (PROMISE, True),
        (CONDITIONAL, True),
        (PROMISE | {"status": "kept"}, True),
        (without(PROMISE, "shareable"), False),
        (without(PROMISE, "confirmed_on"), False),
        (without(PROMISE, "confirmed_by"), False),
        (PROMISE | {"confirmed_on": "2026-05-28"}, False),
        (PROMISE | {"class": "uncertain"}, False),
        (PROMISE | {"status": "broken"}, False),
        (PROMISE | {"status": "kept_late"}, False),
        (PROMISE | {"status": "renegotiated"}, False),
        (PROMISE | {"status": "withdrawn"}, False),
    ],
)
def test_a_promise_passes_when_it_was_confirmed_before_it_was_made_and_stands(
    promise: dict[str, str], passes: bool
) -> None:
    assert bool(shared_parts(engagement(commitments=[promise])).promises) is passes


@pytest.mark.parametrize(
    ("promise", "passes"),
    [(EXCLUSION, True), (without(EXCLUSION, "customer_text"), False), (without(EXCLUSION, "shareable"), False), (PROMISE, False)],
)  # fmt: skip
def test_what_is_not_included_passes_in_words_for_the_customer(promise: dict[str, str], passes: bool) -> None:
    assert bool(shared_parts(engagement(commitments=[promise])).out_of_scope) is passes


def test_assumptions_pass_when_they_are_marked() -> None:
    assumptions = [{"text": "a"}, {"text": "b", "shareable": "true"}, {"text": "c", "shareable": "false"}]

    assert [
        assumption.text for assumption in shared_parts(engagement(assumptions=assumptions)).assumptions
    ] == ["b"]


# ── What stays inside ──


def test_what_is_withheld_is_told_by_id_in_order() -> None:
    risks = [{"id": f"T{n}"} | RISK for n in range(1, 12)]
    risks[1] |= {"category": "commercial"}
    risks[9] |= {"shareable": "false"}
    note = engagement(
        risks=risks,
        commitments=[PROMISE, PROMISE | {"class": "uncertain"}, EXCLUSION],
        landing_requirements=[without(ITEM, "shareable"), ITEM],
    )

    assert shared_parts(note).withheld == (
        Withheld("risks", ("T2", "T10")),
        Withheld("commitments", ("K2",)),
        Withheld("landing_requirements", ("R1",)),
    )
    assert shared_parts(engagement(commitments=[PROMISE])).withheld == ()


def test_in_a_dead_deal_every_risk_is_withheld() -> None:
    note = full_engagement(
        outcome={"status": "lost", "decided_on": "2026-07-03"}, risks=[RISK, FULL["risks"][1]]
    )

    assert shared_parts(note).risks == ()
    assert shared_parts(note).withheld[0] == Withheld("risks", ("T1", "T2"))


def test_the_next_day_is_not_past() -> None:
    days = (day("2026-07-24"), None, day("2026-08-01"), day("2026-07-25"))

    assert next_day(days, day("2026-07-25")) == day("2026-07-25")
    assert next_day(days, day("2026-07-26")) == day("2026-08-01")
    assert next_day(days, day("2026-08-02")) is None
