from __future__ import annotations

from typing import Any

import pytest

from generator.views.risk_memo.conclusion import LevelCount, build_memo_conclusion
from generator.views.wording import Chip
from tests.builders import engagement, full_engagement
from tests.views.subjects import AMBER, GREEN, GREY, RED, full, lost, subject

RISK = {"event": "e", "category": "schedule", "probability": "4", "impact": "4"}
GREEN_RISK = RISK | {"probability": "1", "impact": "1"}
ITEM = {"item": "power", "party": "customer"}


def advice(language: Any = "en", **blocks: Any) -> Chip:
    return build_memo_conclusion(subject(engagement(**blocks), language=language)).advice


def test_open_risks_are_counted_by_level() -> None:
    found = build_memo_conclusion(full())

    assert found.counts == (
        LevelCount("High", Chip(GREY, "0 of 2")),
        LevelCount("Raised", Chip(GREY, "0 of 2")),
        LevelCount("Medium", Chip(AMBER, "2 of 2: T1, T2")),
        LevelCount("Low", Chip(GREY, "0 of 2")),
    )
    assert found.counts_in_words == "High: 0, Raised: 0, Medium: 2, Low: 0"
    assert (
        build_memo_conclusion(full(language="zh")).counts_in_words == "高 0 项、较高 0 项、中 2 项、低 0 项"
    )


def test_a_risk_that_happened_counts_no_more() -> None:
    happened = RISK | {"happened_on": "2026-07-24"}
    found = full_engagement(risks=[happened, RISK])

    assert build_memo_conclusion(subject(found)).counts[0] == LevelCount("High", Chip(RED, "1 of 1: T2"))
    assert build_memo_conclusion(subject(found, "2026-07-23")).counts[0] == LevelCount(
        "High", Chip(RED, "2 of 2: T1, T2")
    )


def test_the_three_that_matter_most_are_open_ones() -> None:
    risks = [RISK | {"happened_on": "2026-07-01"}, GREEN_RISK, *([RISK] * 3)]

    assert [row.id for row in build_memo_conclusion(subject(full_engagement(risks=risks))).top] == [
        "T3",
        "T4",
        "T5",
    ]


@pytest.mark.parametrize(
    ("blocks", "zh", "en", "light"),
    [
        ({"risks": [RISK]}, "先不启动：有高风险或红色落地要点未决", "Wait: high risks or red prerequisites are open", RED),
        ({"risks": [GREEN_RISK], "landing_requirements": [ITEM | {"needed_by": "2026-07-24"}]}, "先不启动：有高风险或红色落地要点未决", "Wait: high risks or red prerequisites are open", RED),
        ({"risks": [RISK | {"probability": "3"}]}, "带条件启动：先落实下面的条件", "Start with conditions: see to the ones below first", AMBER),
        ({"risks": [RISK | {"probability": "2", "impact": "3"}]}, "带条件启动：先落实下面的条件", "Start with conditions: see to the ones below first", AMBER),
        ({"landing_requirements": [ITEM | {"needed_by": "2026-07-30"}]}, "带条件启动：先落实下面的条件", "Start with conditions: see to the ones below first", AMBER),
        ({"risks": [GREEN_RISK]}, "可以启动", "Start", GREEN),
        ({"landing_requirements": [ITEM | {"status": "done"}]}, "可以启动", "Start", GREEN),
        ({}, "还说不准：没有记录风险和落地要点", "Too early to tell: neither risks nor prerequisites are recorded", GREY),
    ],
)  # fmt: skip
def test_the_memo_says_whether_to_start(blocks: dict[str, Any], zh: str, en: str, light: Any) -> None:
    assert (advice("zh", **blocks), advice(**blocks)) == (Chip(light, zh), Chip(light, en))


@pytest.mark.parametrize("status", ["lost", "no_decision", "withdrawn"])
def test_nobody_starts_a_dead_deal(status: str) -> None:
    dead = lost(outcome={"status": status, "decided_on": "2026-07-03"}, risks=[RISK])
    found = build_memo_conclusion(subject(dead))

    assert (found.advice, found.top) == (Chip(GREY, "The deal is over"), ())
    assert found.counts[0] == LevelCount("High", Chip(GREY, "0 of 0"))


def test_money_at_risk_is_listed_and_roughly_expected() -> None:
    """0.65 · 90,000 + 0.05 · 20,000 = 59,500."""
    risks = [RISK | {"cost_exposure": "90000"}, GREEN_RISK | {"cost_exposure": "20000"}, RISK]
    found = full_engagement(risks=risks)

    assert build_memo_conclusion(subject(found)).exposure == (
        "Risks with a price: 2 of 3, together CNY 110 K (T1: CNY 90 K, T2: CNY 20 K)",
        "Roughly expected by probability: CNY 59.5 K, an order of magnitude only",
    )
    assert build_memo_conclusion(subject(found, language="zh")).exposure == (
        "已估价的风险 2 / 3 项，合计 11万元（T1：9万元、T2：2万元）",
        "按可能性粗估的期望损失约 5.95万元，只作量级参考",
    )
    assert build_memo_conclusion(full()).exposure == ()


def test_money_is_expected_by_what_an_action_left() -> None:
    """0.20 · 10,000 where the residual rating counts."""
    done = RISK | {
        "cost_exposure": "10000",
        "action": {"status": "done"},
        "residual": {"probability": "2", "impact": "1"},
    }

    assert build_memo_conclusion(subject(full_engagement(risks=[done]))).exposure[1] == (
        "Roughly expected by probability: CNY 2,000, an order of magnitude only"
    )
