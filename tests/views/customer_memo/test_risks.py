from __future__ import annotations

from typing import Any

import pytest

from generator.prose import Prose
from generator.views.customer_memo.allowlist import shared_parts
from generator.views.customer_memo.risks import CustomerRisk, RiskLevel, customer_risks, risk_levels
from generator.views.wording import Chip
from tests.builders import full_engagement
from tests.views.customer_memo.notes import RISK
from tests.views.subjects import AMBER, GREEN, RED, subject


def risks(*items: dict[str, Any], language: Any = "en") -> tuple[CustomerRisk, ...]:
    found = subject(full_engagement(risks=list(items)), language=language)
    return customer_risks(found, shared_parts(found.engagement))


def rated(probability: int, impact: int) -> dict[str, str]:
    return RISK | {"probability": str(probability), "impact": str(impact)}


def test_a_risk_is_told_in_words_for_the_customer_with_what_each_side_does() -> None:
    whole = RISK | {
        "action": {"what": "test each", "owner": "Lin", "due": "2026-06-12", "status": "done"},
        "customer_action": "manuals",
    }
    text = "some signals are checked one by one"

    assert risks(whole) == (
        CustomerRisk("1", Prose(text), Chip(RED, "High"), "test each (done)", "manuals", "2026-06-12"),
    )
    assert risks(RISK, language="zh") == (CustomerRisk("1", Prose(text), Chip(RED, "高"), "", "", ""),)
    assert isinstance(risks(RISK)[0].text, Prose)


@pytest.mark.parametrize(
    ("action", "ours", "by"),
    [
        ({"what": "a", "status": "open", "due": "2026-08-01"}, "a", "2026-08-01"),
        ({"what": "a", "status": "cancelled"}, "a", ""),
        ({"owner": "Lin", "status": "done"}, "", ""),
    ],
)
def test_only_what_is_done_is_said_to_be_done(action: dict[str, str], ours: str, by: str) -> None:
    (found,) = risks(RISK | {"action": action})

    assert (found.ours, found.by) == (ours, by)


@pytest.mark.parametrize(
    ("probability", "impact", "zh", "en", "light"),
    [
        (5, 5, "高", "High", RED),
        (4, 3, "高", "High", RED),
        (1, 4, "中", "Medium", AMBER),
        (2, 2, "低", "Low", GREEN),
    ],
)
def test_a_customer_sees_three_levels_and_no_numbers(
    probability: int, impact: int, zh: str, en: str, light: Any
) -> None:
    risk = rated(probability, impact)

    assert (risks(risk, language="zh")[0].level, risks(risk)[0].level) == (Chip(light, zh), Chip(light, en))


def test_risks_are_numbered_as_shared_and_told_worst_level_first() -> None:
    found = risks(rated(1, 1), RISK | {"shareable": "false"}, rated(4, 3), rated(1, 4), rated(5, 5))

    assert [(level.level.word, [risk.number for risk in level.risks]) for level in risk_levels(found)] == [
        ("High", ["1", "2"]),
        ("Medium", ["3"]),
        ("Low", ["4"]),
    ]
    assert risk_levels(()) == ()
    assert isinstance(risk_levels(found)[0], RiskLevel)
