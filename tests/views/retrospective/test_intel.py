from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.views.retrospective.intel import IntelRow, RivalRow, build_intel
from generator.views.wording import Chip
from tests.builders import engagement
from tests.views.subjects import AMBER, GREEN, GREY, RED, full, subject


def section(intel: dict[str, Any], language: Any = "en") -> Any:
    return build_intel(subject(engagement(intel=intel), language=language))


def test_what_was_known_is_held_against_what_is_known() -> None:
    found = build_intel(full())

    assert found is not None
    assert found.summary == "Of 6 things to know before quoting, 3 were known before and 5 are known now"
    assert (found.unknown, found.silo) == ("decision criteria", "budget ceiling")
    assert found.rivals == (RivalRow("Torn", "", ""),)
    known, confirmed = Chip(GREEN, "Known"), Chip(GREEN, "Confirmed")
    unknown = Chip(AMBER, "Unknown")
    assert found.rows == (
        IntelRow("Budget ceiling", "CNY 1,000 K", unknown, confirmed, "报价后销售转告"),
        IntelRow("Decision chain", "", known, confirmed, ""),
        IntelRow("Competitors", "Torn", unknown, confirmed, ""),
        IntelRow("Timeline", "before October", known, Chip(AMBER, "Inferred"), ""),
        IntelRow("Decision criteria", "", unknown, Chip(RED, "Unknown"), ""),
        IntelRow("Procurement", "by invitation", known, confirmed, ""),
        IntelRow("Past pains", "four months late", known, confirmed, ""),
    )


def test_it_is_worded_in_chinese() -> None:
    found = build_intel(full(language="zh"))

    assert found is not None
    assert (found.summary, found.unknown, found.silo) == (
        "必须知道的 6 项：会前知道 3 项，现在知道 5 项",
        "评判标准",
        "预算上限",
    )
    assert found.rows[0] == IntelRow(
        "预算上限", "100万元", Chip(AMBER, "不知道"), Chip(GREEN, "已确认"), "报价后销售转告"
    )


def test_without_the_block_there_is_no_section() -> None:
    assert build_intel(subject(engagement())) is None


def test_an_item_that_nobody_thought_of_is_red() -> None:
    found = section({"timeline": {"value": ["May", "or June"]}})

    assert [row.name for row in found.rows] == [
        "Budget ceiling",
        "Decision chain",
        "Competitors",
        "Timeline",
        "Decision criteria",
        "Past pains",
    ]
    assert found.rows[0] == IntelRow(
        "Budget ceiling", "", Chip(GREY, "Not said"), Chip(RED, "Nobody asked"), ""
    )
    assert found.rows[3] == IntelRow(
        "Timeline", "May; or June", Chip(GREY, "Not said"), Chip(GREY, "Not said"), ""
    )


@pytest.mark.parametrize(
    ("language", "source", "value"),
    [("zh", "会议；推动力：年审", "甲、Torn、Other"), ("en", "会议; driver: 年审", "甲, Torn, Other")],
)
def test_source_driver_and_competitors_are_told(language: Any, source: str, value: str) -> None:
    rivals = [
        {"name": "Torn", "move": "low price", "note": "first year free"},
        {"move": "demo"},
        {"name": "Other"},
    ]
    found = section(
        {"competitors": {"value": "甲", "list": rivals, "source": "会议", "driver": "年审"}}, language
    )
    row = next(row for row in found.rows if row.value)

    assert (row.source, row.value) == (source, value)
    assert found.rivals == (
        RivalRow("Torn", "low price", "first year free"),
        RivalRow("", "demo", ""),
        RivalRow("Other", "", ""),
    )


def test_only_the_settings_of_the_workspace_say_what_has_to_be_known() -> None:
    found = build_intel(replace(full(), required_intel=("procurement",)))

    assert found is not None
    assert (found.summary, found.unknown) == (
        "Of the one thing to know before quoting, 1 was known before and 1 is known now",
        "",
    )
