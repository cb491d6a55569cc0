from __future__ import annotations

from typing import Any

import pytest

from generator.insights.as_of import engagement_as_of
from generator.insights.corners import corner_coverage
from generator.notes.codes import Corner
from tests.builders import day, engagement, full_engagement

PERSON = {"role": "head of IT", "corner": "technical", "met": "true"}
FIT = {"id": "F1", "capability": "gateway", "level": "standard"}


def _is_answered(*people: dict[str, Any], **keys: Any) -> bool:
    found = corner_coverage(engagement(stakeholders=list(people), fit=[FIT], **keys))
    technical = [corner for corner in found.corners if corner.corner is Corner.TECHNICAL]
    assert len(technical) == 1
    return technical[0].answered


def test_every_corner_is_there_without_anybody() -> None:
    found = corner_coverage(engagement())

    assert [(corner.corner, corner.people, corner.answered) for corner in found.corners] == [
        (corner, (), False) for corner in Corner
    ]
    assert found.unmet_deciders == ()


def test_somebody_met_with_an_answer_that_exists_answers_a_corner() -> None:
    assert _is_answered(PERSON | {"answered_by": ["F1"]})


def test_one_answer_of_several_is_enough() -> None:
    assert _is_answered(PERSON, PERSON | {"answered_by": ["K9", "F1"]})


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"answered_by": ["K9"]},
        {"answered_by": ["F1"], "met": "false"},
        {"answered_by": ["F1"], "corner": "usage"},
        {"answered_by": ["roi"]},
    ],
)
def test_otherwise_the_corner_is_not_answered(keys: dict[str, Any]) -> None:
    assert not _is_answered(PERSON | keys)


def test_nobody_said_to_be_met_answers_nothing() -> None:
    assert not _is_answered({"role": "head of IT", "corner": "technical", "answered_by": ["F1"]})


def test_the_value_case_answers_where_there_is_one() -> None:
    assert _is_answered(PERSON | {"answered_by": ["roi"]}, roi={"investment": "1"})


def test_a_promise_made_later_answers_nobody_yet() -> None:
    promise = {"id": "K1", "said": "x", "class": "firm", "made_by": "Lin", "made_on": "2026-06-01"}
    found = engagement(stakeholders=[PERSON | {"answered_by": ["K1"]}], commitments=[promise])
    past = engagement_as_of(found, day("2026-05-31"))
    assert past is not None

    answered = [any(c.answered for c in corner_coverage(when).corners) for when in (past, found)]

    assert answered == [False, True]


@pytest.mark.parametrize(
    ("role", "decides"),
    [
        ("economic_buyer", True),
        ("technical_buyer", True),
        ("procurement", True),
        ("user", False),
        ("influencer", False),
    ],
)
def test_deciders_that_nobody_met_are_named(role: str, decides: bool) -> None:
    people = [
        {"role": "unmet", "decision_role": role, "met": "false"},
        {"role": "unsaid", "decision_role": role},
        {"role": "met", "decision_role": role, "met": "true"},
    ]

    found = corner_coverage(engagement(stakeholders=people)).unmet_deciders

    assert [person.role for person in found] == (["unmet", "unsaid"] if decides else [])


def test_somebody_without_a_role_in_the_decision_is_no_decider() -> None:
    assert corner_coverage(engagement(stakeholders=[{"role": "guest"}])).unmet_deciders == ()


def test_the_full_example_answered_two_corners_and_did_not_meet_purchasing() -> None:
    found = corner_coverage(full_engagement())

    assert [(corner.corner.value, corner.answered) for corner in found.corners] == [
        ("technical", True),
        ("commercial", True),
        ("process", False),
        ("usage", False),
    ]
    assert [person.role for person in found.unmet_deciders] == ["purchasing"]
