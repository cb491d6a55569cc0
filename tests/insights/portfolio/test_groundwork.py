from __future__ import annotations

from decimal import Decimal

from generator.insights.portfolio.groundwork import (
    corners_of_open_deals,
    need_depths,
    unsupported_claims,
    value_cases,
)
from generator.notes.codes import Corner
from tests.builders import full_engagement
from tests.insights.portfolio.notes import note

OPEN = {"status": "open"}
WON = {"status": "won", "decided_on": "2026-06-01"}
CLAIM = {"capability": "gateway", "level": "standard", "value": "fewer stops"}
PERSON = {"role": "head of IT", "corner": "technical", "met": "true", "answered_by": ["roi"]}


def test_the_deal_with_the_most_corners_unanswered_comes_first() -> None:
    found = corners_of_open_deals(
        [
            note("a", stakeholders=[PERSON], roi={"investment": "1"}),
            note("b", stakeholders=[PERSON]),
            note("nobody"),
            note("won", outcome=WON, stakeholders=[PERSON]),
        ]
    )

    assert [(row.engagement.id, row.unanswered) for row in found] == [
        ("b", tuple(Corner)),
        ("a", (Corner.COMMERCIAL, Corner.PROCESS, Corner.USAGE)),
    ]


def test_depths_are_a_distribution() -> None:
    found = need_depths([note("b"), note("a"), full_engagement(id="full")])

    # The deep layer of the full example is only inferred.
    assert found == ((0, ("a", "b")), (1, ()), (2, ("full",)), (3, ()))


def test_claims_without_evidence_are_listed_while_the_deal_is_open() -> None:
    found = unsupported_claims(
        [
            note("b", fit=[CLAIM]),
            note("a", fit=[CLAIM, CLAIM | {"evidence": {"kind": "pilot", "verified": "true"}}]),
            note("none"),
            note("won", fit=[CLAIM], outcome=WON),
        ]
    )

    assert [claim.name for claim in found] == ["a/F1", "b/F1"]


def test_value_cases_are_those_that_were_made() -> None:
    found = value_cases([full_engagement(id="b"), note("none"), full_engagement(id="a", outcome=OPEN)])

    assert [(row.engagement.id, row.case.annual_benefit) for row in found] == [
        ("a", Decimal(714000)),
        ("b", Decimal(714000)),
    ]
