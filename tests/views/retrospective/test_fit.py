from __future__ import annotations

from typing import Any

import pytest

from generator.views.retrospective.fit import (
    BenefitRow,
    FitRow,
    FitSection,
    OptionRow,
    TriadRow,
    ValueView,
    build_fit,
)
from generator.views.wording import Chip
from tests.builders import engagement
from tests.views.subjects import AMBER, GREEN, GREY, ORANGE, RED, full, subject

FIT = {"capability": "c", "level": "standard"}


def fit(*items: dict[str, Any], language: Any = "en") -> FitSection:
    return build_fit(subject(engagement(fit=[FIT | item for item in items]), language=language))


def value(roi: dict[str, Any], language: Any = "en") -> ValueView:
    found = build_fit(subject(engagement(roi=roi), language=language)).value
    assert found is not None
    return found


def test_a_minimal_note_has_nothing_to_show() -> None:
    assert build_fit(subject(engagement())) == FitSection("", (), (), "", "", None, ())


def test_capabilities_and_what_they_rest_on_are_rows() -> None:
    found = build_fit(full())

    assert (found.summary, found.unsupported) == ("Standard: 1, Gap: 1", "F2")
    assert found.rows == (
        FitRow("F1", "N1", "gateway", Chip(GREEN, "Standard"), ""),
        FitRow("F2", "N1", "write-back", Chip(RED, "Gap"), "Blocker"),
    )
    assert found.triads == (
        TriadRow("F1", "buffers 72 hours", "a stop at night calls the foreman", "from 40 to 10 minutes", Chip(GREEN, "Checked (customer case; C-014)")),
        TriadRow("F2", "read only", "reasons go back to the orders", "nobody types them again", Chip(RED, "No evidence")),
    )  # fmt: skip


def test_support_is_summed_up_in_chinese() -> None:
    found = build_fit(full(language="zh"))

    assert found.summary == "标准支持 1 项、缺口 1 项"
    assert [row.evidence for row in found.triads] == [
        Chip(GREEN, "已核对（客户案例；C-014）"),
        Chip(RED, "无证据"),
    ]


@pytest.mark.parametrize(
    ("level", "light"),
    [("standard", GREEN), ("config", GREEN), ("partner", AMBER), ("roadmap", AMBER), ("custom", ORANGE), ("gap", ORANGE)],
)  # fmt: skip
def test_a_level_has_its_light_and_a_blocker_is_red(level: str, light: Any) -> None:
    plain, major, blocker = fit(
        {"level": level}, {"level": level, "severity": "major"}, {"level": level, "severity": "blocker"}
    ).rows

    assert [row.level.light for row in (plain, major, blocker)] == [light, light, RED]


def test_a_gap_is_told_with_its_way_around() -> None:
    keys = {"level": "gap", "severity": "major", "gap": "mes-writeback", "workaround": "by hand"}

    assert fit(keys).rows[0].gap == "Major; mes-writeback; workaround: by hand"
    assert fit(keys, language="zh").rows[0].gap == "重要；mes-writeback；替代：by hand"


def test_parts_that_make_a_technology_mean_something_are_missed() -> None:
    found = fit({"technology": "t"}, {"scenario": "s"}, {"technology": "t", "value": "v"}, {})

    assert found.triads == (
        TriadRow("F1", "t", "Missing", "Missing", None),
        TriadRow("F2", "", "s", "", None),
        TriadRow("F3", "t", "Missing", "v", Chip(RED, "No evidence")),
    )


@pytest.mark.parametrize(
    ("evidence", "expected", "unsupported"),
    [
        (None, Chip(RED, "No evidence"), "F1"),
        ({"ref": "x"}, Chip(RED, "No evidence"), "F1"),
        ({"kind": "benchmark"}, Chip(AMBER, "Unchecked (benchmark)"), "F1"),
        (
            {"kind": "pilot", "ref": "report 3", "verified": "false"},
            Chip(AMBER, "Unchecked (pilot; report 3)"),
            "F1",
        ),
        ({"kind": "document", "verified": "true"}, Chip(GREEN, "Checked (document)"), ""),
    ],
)
def test_a_claim_rests_on_checked_evidence_or_not(evidence: Any, expected: Chip, unsupported: str) -> None:
    found = fit({"value": "v"} | ({"evidence": evidence} if evidence else {}))

    assert (found.triads[0].evidence, found.unsupported) == (expected, unsupported)


def test_the_value_case_is_summed_up() -> None:
    assert build_fit(full()).value == ValueView(
        benefits=(
            BenefitRow("fewer stops", "240", "CNY 2,600", "CNY 624 K", ""),
            BenefitRow("fewer parts", "1", "CNY 90 K", "CNY 90 K", "our own estimate"),
        ),
        results=(
            "Annual benefit CNY 714 K",
            "Investment CNY 980 K",
            "Pays back in about 16.5 months",
            "13% of the benefit (CNY 90 K) is our own estimate",
        ),
        confirmed=Chip(RED, "Not confirmed by the customer"),
    )
    chinese = build_fit(full(language="zh")).value
    assert chinese is not None
    assert chinese.results == (
        "年收益合计 71.4万元",
        "投入 98万元",
        "回收期约 16.5 个月",
        "其中 13%（9万元）是我方估算",
    )


def test_a_value_case_without_numbers_has_no_results() -> None:
    found = value(
        {"benefits": [{"item": "less rework", "quantity": "3", "unit": "jobs"}, {"unit_value": "5"}]}
    )

    assert found == ValueView(
        benefits=(
            BenefitRow("less rework", "3 jobs", "", "Quantity or unit value missing", ""),
            BenefitRow("", "", "CNY 5", "Quantity or unit value missing", ""),
        ),
        results=(),
        confirmed=Chip(GREY, "Not said"),
    )


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        ("their words", "their words；我方估算", "their words; our own estimate"),
        ("我方估算", "我方估算", "我方估算; our own estimate"),
        ("from our own estimate", "from our own estimate；我方估算", "from our own estimate"),
    ],
)
def test_our_own_estimates_are_marked_once(source: str, zh: str, en: str) -> None:
    roi = {"benefits": [{"source": source, "own_estimate": "true"}]}

    assert (value(roi, "zh").benefits[0].source, value(roi).benefits[0].source) == (zh, en)


@pytest.mark.parametrize(
    ("confirmed", "expected"),
    [("true", Chip(GREEN, "客户已认可")), ("false", Chip(RED, "客户未认可")), (None, Chip(GREY, "未说明"))],
)
def test_whether_the_customer_confirmed_the_sum_is_said(confirmed: str | None, expected: Chip) -> None:
    roi = {"investment": "5"} | ({"confirmed_by_customer": confirmed} if confirmed else {})

    assert value(roi, "zh").confirmed == expected


@pytest.mark.parametrize(
    ("deal", "zh", "en"),
    [
        ({"delivery_model": "configured"}, "标准加配置", "configured"),
        ({"delivery_model": "custom", "custom_reason": "only the write-back"}, "定制（only the write-back）", "custom (only the write-back)"),
        ({"amount": "5"}, "", ""),
    ],
)  # fmt: skip
def test_how_it_is_delivered_is_said(deal: dict[str, str], zh: str, en: str) -> None:
    found = engagement(deal=deal)

    assert (build_fit(subject(found, language="zh")).delivery, build_fit(subject(found)).delivery) == (zh, en)


def test_options_are_rows() -> None:
    options = [
        {"id": "A", "name": "light", "cost": "680000", "weeks": "4.5", "note": "alarms only"},
        {"name": "whole"},
    ]

    assert build_fit(subject(engagement(options=options))).options == (
        OptionRow("A", "light", "CNY 680 K", "4.5", "alarms only"),
        OptionRow("P2", "whole", "", "", ""),
    )
