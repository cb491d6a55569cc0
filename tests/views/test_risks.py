from __future__ import annotations

from typing import Any

import pytest

from generator.insights.risks import COLOUR_TABLE
from generator.notes.model import RiskAction
from generator.views.risks import RiskRow, action_text, risk_map, risk_rows
from generator.views.wording import Chip
from tests.builders import engagement, full_engagement
from tests.views.subjects import AMBER, GREEN, GREY, ORANGE, RED, full, lost, subject

RISK = {"event": "e", "category": "schedule", "probability": "4", "impact": "4"}


def row(risk: dict[str, Any], on: str = "2026-07-25", language: Any = "en") -> RiskRow:
    (found,) = risk_rows(subject(full_engagement(risks=[risk]), on, language))
    return found


def test_risks_are_rows_worst_first() -> None:
    whole = {
        "id": "T9",
        "event": "late parts",
        "cause": "one supplier",
        "effect": "a month lost",
        "category": "technical_third_party",
        "probability": "5",
        "impact": "4",
        "proximity": "before_signature",
        "response": "transfer",
        "action": {"what": "second source", "owner": "Zhou", "due": "2026-08-01"},
        "residual": {"probability": "2", "impact": "4"},
        "cost_exposure": "90000",
    }
    first, second, third = risk_rows(subject(full_engagement(risks=[*full().engagement.risks, whole])))

    assert first == RiskRow(
        id="T9",
        event="late parts",
        cause="one supplier",
        effect="a month lost",
        category="Technical third party",
        proximity="Before signature",
        rating="5 × 4 → 2 × 4",
        level=Chip(RED, "High"),
        response="Transfer",
        action="second source (Zhou, by 2026-08-01, open)",
        response_and_action="Transfer; second source (Zhou, by 2026-08-01, open)",
        exposure="CNY 90 K",
        open=True,
    )
    assert [(row.id, row.level, row.rating) for row in (second, third)] == [
        ("T1", Chip(AMBER, "Medium"), "4 × 4 → 2 × 3"),
        ("T2", Chip(AMBER, "Medium"), "3 × 3 → 3 × 2"),
    ]


@pytest.mark.parametrize(
    ("probability", "impact", "zh", "en", "light"),
    [
        ("5", "5", "高", "High", RED),
        ("4", "3", "较高", "Raised", ORANGE),
        ("1", "4", "中", "Medium", AMBER),
        ("2", "2", "低", "Low", GREEN),
    ],
)
def test_a_level_is_a_colour_and_a_word(probability: str, impact: str, zh: str, en: str, light: Any) -> None:
    risk = RISK | {"probability": probability, "impact": impact}

    assert (row(risk, language="zh").level, row(risk).level) == (Chip(light, zh), Chip(light, en))


def test_a_risk_that_happened_is_told_with_its_day_from_that_day_on() -> None:
    risk = RISK | {"happened_on": "2026-07-02"}

    assert (row(risk).level, row(risk).open) == (Chip(GREY, "happened 2026-07-02"), False)
    assert row(risk, language="zh").level == Chip(GREY, "2026-07-02 已发生")
    assert (row(risk, "2026-07-01").level, row(risk, "2026-07-01").open) == (Chip(RED, "High"), True)


def test_in_a_dead_deal_levels_are_grey_words() -> None:
    dead = lost(risks=[RISK])

    assert [row.level for row in risk_rows(subject(dead))] == [Chip(GREY, "Deal over (High)")]
    assert [row.level for row in risk_rows(subject(dead, language="zh"))] == [Chip(GREY, "项目已结束（高）")]


def test_an_action_without_effect_is_said_so() -> None:
    risk = RISK | {"action": {"what": "a", "status": "done"}, "residual": {"probability": "4", "impact": "4"}}

    assert row(risk).response_and_action == "a (done); the action had no effect"
    assert row(risk, language="zh").response_and_action == "a（已完成）；措施没有效果"


@pytest.mark.parametrize(
    ("action", "zh", "en"),
    [
        ({"what": "test", "owner": "Lin", "due": "2026-06-12"}, "test（Lin，2026-06-12 前，进行中）", "test (Lin, by 2026-06-12, open)"),
        ({"what": "test", "status": "done", "closed_on": "2026-06-10"}, "test（已完成 2026-06-10）", "test (done 2026-06-10)"),
        ({"owner": "Lin", "status": "cancelled"}, "未说明（Lin，已取消）", "Not said (Lin, cancelled)"),
    ],
)  # fmt: skip
def test_an_action_is_one_text(action: dict[str, str], zh: str, en: str) -> None:
    read = RiskAction.model_validate(action)

    assert (action_text(full(language="zh"), read), action_text(full(), read)) == (zh, en)
    assert action_text(full(), None) == ""


def test_the_map_shows_open_risks_before_and_after_their_action() -> None:
    risks = [
        *({"id": f"T{n}", **RISK} for n in range(1, 4)),
        {"id": "T4", **RISK, "happened_on": "2026-07-01"},
        {"id": "T5", **RISK, "probability": "1", "residual": {"probability": "1", "impact": "1"}},
    ]
    found = risk_map(subject(full_engagement(risks=risks)))

    assert found is not None
    texts = {
        (5 - y, x + 1): cell.text
        for y, cells in enumerate(found.rows)
        for x, cell in enumerate(cells)
        if cell.text
    }
    assert texts == {(4, 4): "T1 T2 T3", (1, 4): "T5", (1, 1): "(T5)"}
    assert tuple(tuple(cell.light for cell in cells) for cells in reversed(found.rows)) == COLOUR_TABLE
    assert (found.probability, found.impact) == ("Probability", "Impact")


def test_the_map_of_a_dead_deal_is_empty_and_without_risks_there_is_none() -> None:
    dead = risk_map(subject(lost()))

    assert dead is not None
    assert [cell.text for cells in dead.rows for cell in cells if cell.text] == []
    assert risk_map(subject(engagement())) is None
