"""Engagements for tests, made from values as a note types them."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.notes.model import Engagement

MINIMAL: dict[str, Any] = {
    "schema": "1",
    "id": "2026-05-harbour-iot",
    "presales": "Lin",
    "sales": "Zhou",
    "date": "2026-05-20",
    "products": ["gateway"],
    "customer": {"name": "Harbour Works", "industry": "machining"},
    "goal": "a visit to the pilot line",
    "result": "the visit was agreed",
    "needs": [{"surface": "stops are noticed too late"}],
    "commitments": [],
    "lessons": [{"kind": "improve", "theme": "intel_gap", "text": "ask for the budget first"}],
    "next_steps": [{"what": "visit", "owner": "Lin", "due": "2026-06-12"}],
    "outcome": {"status": "open"},
}

# One won deal in which nearly everything is recorded; the hand-worked figures of the tests are over this one.
FULL: dict[str, Any] = {
    "stage": "closed",
    "needs": [
        {
            "id": "N1",
            "surface": "stops are noticed too late",
            "middle": "effectiveness of 78 % by the end of the year",
            "deep": "afraid to lose orders after the audit",
            "confidence": {"surface": "confirmed", "middle": "confirmed", "deep": "inferred"},
            "probes": [
                {"kind": "scenario", "asked": "who notices a stop at night", "answer": "40 minutes later"},
                {"kind": "impact", "asked": "what does an hour cost", "answer": "2600"},
                {"kind": "competitor", "asked": "whom else have you seen", "answer": "one demo"},
            ],
        }
    ],
    "fit": [
        {
            "id": "F1",
            "need": "N1",
            "capability": "gateway",
            "technology": "buffers 72 hours",
            "scenario": "a stop at night calls the foreman",
            "value": "from 40 to 10 minutes",
            "level": "standard",
            "evidence": {"kind": "customer_case", "ref": "C-014", "verified": "true"},
        },
        {
            "id": "F2",
            "need": "N1",
            "capability": "write-back",
            "technology": "read only",
            "scenario": "reasons go back to the orders",
            "value": "nobody types them again",
            "level": "gap",
            "severity": "blocker",
            "evidence": {"kind": "none"},
        },
    ],
    "stakeholders": [
        {
            "role": "head of production",
            "decision_role": "economic_buyer",
            "corner": "commercial",
            "met": "true",
            "answered_by": ["roi"],
        },
        {
            "role": "head of IT",
            "decision_role": "technical_buyer",
            "corner": "technical",
            "met": "true",
            "answered_by": ["F1"],
        },
        {"role": "purchasing", "decision_role": "procurement", "corner": "process", "met": "false"},
        {"role": "foreman", "decision_role": "user", "corner": "usage", "met": "false"},
    ],
    "intel": {
        "budget_ceiling": {
            "value": "1000000",
            "status": "confirmed",
            "known_before": "false",
            "source": "报价后销售转告",
        },
        "decision_chain": {"status": "confirmed", "known_before": "true"},
        "competitors": {"status": "confirmed", "known_before": "false", "list": [{"name": "Torn"}]},
        "timeline": {"value": "before October", "status": "inferred", "known_before": "true"},
        "decision_criteria": {"status": "unknown", "known_before": "false"},
        "procurement": {"value": "by invitation", "status": "confirmed", "known_before": "true"},
        "past_pains": {"value": ["four months late"], "status": "confirmed", "known_before": "true"},
    },
    "commitments": [
        {
            "id": "K1",
            "said": "an answer on old controllers",
            "class": "uncertain",
            "made_by": "Lin",
            "made_on": "2026-05-20",
            "due": "2026-05-21",
            "status": "kept",
            "closed_on": "2026-05-21",
        },
        {
            "id": "K2",
            "said": "the pilot line in six weeks",
            "class": "conditional",
            "condition": {"what": "network and power", "party": "customer", "due": "2026-07-20"},
            "made_by": "Lin",
            "made_on": "2026-05-27",
            "confirmed_by": "delivery",
            "confirmed_on": "2026-05-26",
            "due": "2026-08-31",
        },
        {
            "id": "K3",
            "said": "write-back is in the price",
            "class": "out_of_scope",
            "made_by": "Zhou",
            "made_on": "2026-05-22",
            "extra_cost": "180000",
            "status": "renegotiated",
            "closed_on": "2026-06-05",
            "reason": "capability_gap",
        },
    ],
    "landing_requirements": [
        {
            "id": "R1",
            "item": "two people for the training",
            "party": "customer",
            "needed_by": "2026-07-15",
            "status": "confirmed",
            "blocks": "M2",
        },
        {
            "id": "R2",
            "item": "network and power",
            "party": "customer",
            "needed_by": "2026-07-20",
            "blocks": "M2",
        },
        {
            "id": "R3",
            "item": "test environment",
            "party": "us",
            "needed_by": "2026-07-10",
            "status": "done",
            "blocks": "M1",
        },
    ],
    "risks": [
        {
            "id": "T1",
            "event": "old controllers stay closed",
            "category": "technical_interface",
            "probability": "4",
            "impact": "4",
            "proximity": "pilot",
            "action": {"what": "test each", "owner": "Lin", "due": "2026-06-12", "status": "done"},
            "residual": {"probability": "2", "impact": "3"},
        },
        {
            "id": "T2",
            "event": "no agreement on the interface",
            "category": "technical_third_party",
            "probability": "3",
            "impact": "3",
            "proximity": "implementation",
            "action": {"what": "meet", "owner": "Zhou", "due": "2026-07-25", "status": "open"},
            "residual": {"probability": "3", "impact": "2"},
        },
    ],
    "meetings": [
        {
            "on": "2026-05-20",
            "kind": "solution_talk",
            "minutes": "30",
            "planned_split": ["5", "20", "5"],
            "actual_split": ["9", "19", "2"],
            "pains": "1",
            "options": "2",
            "closed_with_roi": "false",
        }
    ],
    "roi": {
        "confirmed_by_customer": "false",
        "benefits": [
            {"item": "fewer stops", "quantity": "240", "unit_value": "2600"},
            {"item": "fewer parts", "quantity": "1", "unit_value": "90000", "own_estimate": "true"},
        ],
        "investment": "980000",
    },
    "milestones": [
        {"id": "M1", "name": "visit", "start": "2026-07-06", "end": "2026-07-17"},
        {"id": "M2", "name": "pilot", "start": "2026-07-20", "end": "2026-08-28", "after": ["M1"]},
        {"id": "M3", "name": "roll-out", "start": "2026-09-01", "end": "2026-09-30", "after": ["M2"]},
    ],
    "win_scores": [
        {"by": "presales", "p": "45", "on": "2026-05-20", "at": "solution_evaluation"},
        {"by": "sales", "p": "80", "on": "2026-05-21", "at": "solution_evaluation"},
    ],
    "outcome": {
        "status": "won",
        "decided_on": "2026-07-03",
        "amount": "980000",
        "technical_result": "won",
        "stated_reason": {"category": "value", "text": "the cost of stops", "source": "buyer"},
        "our_read": {"category": "relationship", "text": "under pressure"},
        "decision_moment": "after the visit",
    },
}


def engagement(**overrides: Any) -> Engagement:
    """The smallest legal engagement with some keys replaced; None takes a key away."""
    typed = {key: value for key, value in (MINIMAL | overrides).items() if value is not None}
    return Engagement.model_validate(typed)


def full_engagement(**overrides: Any) -> Engagement:
    """FULL with some keys replaced."""
    return engagement(**(FULL | overrides))


def day(text: str) -> date:
    return date.fromisoformat(text)
