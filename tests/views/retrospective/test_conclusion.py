from __future__ import annotations

from typing import Any

import pytest

from generator.prose import Prose
from generator.views.retrospective.conclusion import HeadCount, Reason, build_conclusion
from generator.views.wording import Chip
from tests.builders import engagement, full_engagement
from tests.views.subjects import AMBER, GREEN, GREY, RED, full, lost, subject

LESSON = {"theme": "intel_gap", "text": "t"}


def decided(status: str, **keys: Any) -> dict[str, Any]:
    return {"status": status, "decided_on": "2026-07-03"} | keys


@pytest.mark.parametrize(
    ("keys", "zh", "en", "light"),
    [
        ({"outcome": {"status": "open"}}, "进行中", "Open", GREY),
        ({"outcome": {"status": "open"}, "stage": "bid"}, "进行中（投标）", "Open (bid)", GREY),
        ({"outcome": decided("won")}, "赢单（2026-07-03）", "Won (2026-07-03)", GREEN),
        ({"outcome": decided("lost")}, "丢单（2026-07-03）", "Lost (2026-07-03)", RED),
        ({"outcome": decided("no_decision")}, "无结果（2026-07-03）", "No decision (2026-07-03)", AMBER),
        ({"outcome": decided("withdrawn")}, "主动放弃（2026-07-03）", "Withdrawn (2026-07-03)", AMBER),
    ],
)
def test_the_outcome_comes_first(keys: dict[str, Any], zh: str, en: str, light: Any) -> None:
    found = engagement(**keys)

    assert build_conclusion(subject(found, language="zh")).outcome == Chip(light, zh)
    assert build_conclusion(subject(found)).outcome == Chip(light, en)


def test_facts_are_told_as_far_as_they_are_recorded() -> None:
    deal = {"amount": "1180000", "amount_kind": "quoted"}
    found = full_engagement(deal=deal, outcome=decided("lost", technical_result="not_tested", winner="Torn"))

    assert build_conclusion(full()).facts == (
        "Technically: won",
        "Contract CNY 980 K",
        "The moment of the decision: after the visit",
    )
    assert build_conclusion(subject(found)).facts == (
        "Technically: not tested",
        "Deal CNY 1,180 K (quoted)",
        "Lost to Torn",
    )
    assert build_conclusion(subject(found, language="zh")).facts == (
        "技术上：未评估",
        "商机 118万元（报价）",
        "输给 Torn",
    )
    assert build_conclusion(subject(engagement())).facts == ()


def test_both_readings_of_the_reason_stand_side_by_side() -> None:
    found = build_conclusion(full())

    assert (found.stated, found.our_read) == (
        Reason("The stated reason (value, buyer)", Prose("the cost of stops")),
        Reason("Our reading (relationship)", Prose("under pressure")),
    )
    assert isinstance(found.stated.text if found.stated else "", Prose)
    assert build_conclusion(full(language="zh")).stated == Reason(
        "对方说的原因（价值，买方）", Prose("the cost of stops")
    )


def test_a_reason_may_be_a_category_alone_or_missing() -> None:
    only_category = lost(outcome=decided("lost", our_read={"category": "price"}))
    found = build_conclusion(subject(only_category))

    assert (found.stated, found.our_read) == (None, Reason("Our reading (price)", Prose("")))
    assert (
        build_conclusion(subject(engagement())).stated,
        build_conclusion(subject(engagement())).our_read,
    ) == (None, None)


def test_nothing_of_the_outcome_is_told_before_the_decision() -> None:
    found = build_conclusion(full("2026-07-02"))

    assert (found.outcome, found.facts, found.stated, found.our_read) == (Chip(GREY, "Open"), (), None, None)


@pytest.mark.parametrize(
    ("lessons", "keep", "change"),
    [
        ([{"kind": "improve"}], "", "L1 t"),
        ([{"kind": "keep"}], "L1 t", ""),
        ([{"kind": "keep", "status": "identified"}, {"kind": "keep", "status": "verified"}], "L2 t", ""),
        ([{"kind": "keep", "status": "retired"}, {"kind": "keep"}], "L2 t", ""),
        ([{"kind": "start"}, {"kind": "improve"}, {"kind": "stop"}], "", "L3 t"),
        ([{"kind": "stop", "status": "actioned"}, {"kind": "start"}], "", "L2 t"),
        ([{"kind": "improve"}, {"kind": "improve"}], "", "L1 t"),
        ([{"kind": "stop", "status": "verified"}, {"kind": "keep", "status": "actioned"}], "L2 t", "L1 t"),
    ],
)  # fmt: skip
def test_the_best_proven_is_repeated_and_the_most_urgent_not_yet_done_is_changed(
    lessons: list[dict[str, str]], keep: str, change: str
) -> None:
    found = build_conclusion(subject(engagement(lessons=[LESSON | lesson for lesson in lessons])))

    assert (found.keep, found.change) == (keep, change)


def test_three_counts_say_what_is_late_open_and_unknown() -> None:
    assert build_conclusion(full()).counts == (
        HeadCount("Overdue promises", Chip(GREEN, "0 of 3")),
        HeadCount("Open prerequisites", Chip(RED, "2 of 3: R1, R2")),
        HeadCount("Unknown intelligence", Chip(AMBER, "1 of 6: decision criteria")),
    )
    assert build_conclusion(full("2026-06-30", "zh")).counts == (
        HeadCount("逾期的承诺", Chip(GREEN, "0 / 3")),
        HeadCount("未就绪的落地要点", Chip(GREEN, "2 / 3：R1、R2")),
        HeadCount("仍未知的情报", Chip(AMBER, "1 / 6：评判标准")),
    )


def test_a_promise_that_is_late_is_red() -> None:
    late = {"said": "s", "class": "firm", "made_by": "Lin", "made_on": "2026-05-22", "due": "2026-06-01"}

    assert build_conclusion(subject(full_engagement(commitments=[late]))).counts[0].state == Chip(
        RED, "1 of 1: K1"
    )


def test_counts_without_anything_to_count_say_so() -> None:
    assert build_conclusion(subject(engagement())).counts == (
        HeadCount("Overdue promises", Chip(GREY, "No promises made")),
        HeadCount("Open prerequisites", Chip(GREY, "No prerequisites recorded")),
        HeadCount("Unknown intelligence", Chip(GREY, "No intelligence recorded")),
    )


def test_in_a_dead_deal_counts_are_grey() -> None:
    late = {"said": "s", "class": "firm", "made_by": "Lin", "made_on": "2026-05-22", "due": "2026-06-01"}
    counts = build_conclusion(subject(lost(commitments=[late]))).counts

    assert [count.state for count in counts] == [
        Chip(GREY, "1 of 1: K1"),
        Chip(GREY, "2 of 3: R1, R2"),
        Chip(GREY, "1 of 6: decision criteria"),
    ]


def test_eight_open_items_are_listed_and_the_rest_counted() -> None:
    steps = [{"what": f"step {n}", "owner": "Lin", "due": "2026-08-01"} for n in range(10)]
    found = build_conclusion(subject(engagement(next_steps=steps)))

    assert ([item.what for item in found.open_items], found.more_open) == ([f"step {n}" for n in range(8)], 2)
    assert build_conclusion(subject(engagement())).more_open == 0
