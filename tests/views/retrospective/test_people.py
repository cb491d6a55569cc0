from __future__ import annotations

from typing import Any

import pytest

from generator.views.retrospective.people import CornerState, DecisionChain, PersonRow, build_decision_chain
from generator.views.wording import Chip
from tests.builders import engagement
from tests.views.subjects import AMBER, GREEN, GREY, RED, full, subject

BUYER = {
    "role": "head of production",
    "name": "Chen",
    "decision_role": "economic_buyer",
    "corner": "commercial",
}


def chain(*people: dict[str, Any], **settings: Any) -> DecisionChain:
    return build_decision_chain(subject(engagement(stakeholders=list(people)), **settings))


def test_who_decides_and_which_corner_has_an_answer() -> None:
    met, unmet = Chip(GREEN, "Met"), Chip(RED, "Not met")

    assert build_decision_chain(full()) == DecisionChain(
        people=(
            PersonRow("head of production", "Economic buyer", "Commercial", "", None, met, "ROI"),
            PersonRow("head of IT", "Technical buyer", "Technical", "", None, met, "F1"),
            PersonRow("purchasing", "Procurement", "Process", "", None, unmet, ""),
            PersonRow("foreman", "User", "Usage", "", None, unmet, ""),
        ),
        corners=(
            CornerState("Technical", Chip(GREEN, "Answered (head of IT)")),
            CornerState("Commercial", Chip(GREEN, "Answered (head of production)")),
            CornerState("Process", Chip(AMBER, "Not answered (purchasing)")),
            CornerState("Usage", Chip(AMBER, "Not answered (foreman)")),
        ),
        unmet="purchasing",
    )


def test_without_people_every_corner_is_empty() -> None:
    found = build_decision_chain(subject(engagement(), language="zh"))

    assert (found.people, found.unmet) == ((), "")
    assert found.corners == tuple(
        CornerState(word, Chip(RED, "没有人")) for word in ("技术", "商业", "流程", "使用")
    )


def test_names_are_shown_only_where_they_were_asked_for() -> None:
    hidden, shown = chain(BUYER), chain(BUYER, show_names=True, language="zh")

    assert (hidden.people[0].role, hidden.unmet) == ("head of production", "head of production")
    assert (shown.people[0].role, shown.unmet) == ("head of production（Chen）",) * 2
    assert shown.corners[1] == CornerState("商业", Chip(AMBER, "未回应（head of production（Chen））"))
    assert "Chen" not in repr(hidden)


@pytest.mark.parametrize(
    ("stance", "light", "word"),
    [
        ("champion", GREEN, "Champion"),
        ("supports", GREEN, "Supports"),
        ("neutral", AMBER, "Neutral"),
        ("opposes", RED, "Opposes"),
        ("unknown", GREY, "Unknown"),
    ],
)
def test_a_stance_has_its_light(stance: str, light: Any, word: str) -> None:
    assert chain(BUYER | {"stance": stance}).people[0].stance == Chip(light, word)


@pytest.mark.parametrize(
    ("met", "expected", "unmet"),
    [
        ("true", Chip(GREEN, "见过"), ""),
        ("false", Chip(RED, "没见过"), "head of production"),
        (None, Chip(GREY, "未说明"), "head of production"),
    ],
)
def test_a_decider_whom_nobody_is_recorded_to_have_met_is_seen_next(
    met: str | None, expected: Chip, unmet: str
) -> None:
    found = chain(BUYER | ({"met": met} if met else {}), language="zh")

    assert (found.people[0].met, found.unmet) == (expected, unmet)


def test_concerns_and_answers_are_listed() -> None:
    person = BUYER | {"cares_about": "cost", "answered_by": ["F1", "roi", "T2"]}

    assert (chain(person).people[0].cares_about, chain(person).people[0].answered_by) == (
        "cost",
        "F1, ROI, T2",
    )
