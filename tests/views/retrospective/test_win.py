from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.insights.win_scores import ScoringRule
from generator.notes.codes import Stage
from generator.views.retrospective.win import ScoreRow, WinSection, build_win
from tests.builders import engagement, full_engagement
from tests.views.subjects import full, subject

PRE = {"by": "presales", "p": "45", "on": "2026-05-20"}
SALES = {"by": "sales", "p": "80", "on": "2026-05-21"}


def section(*scores: dict[str, Any], language: Any = "en", **overrides: Any) -> WinSection:
    found = build_win(subject(engagement(win_scores=list(scores), **overrides), language=language))
    assert found is not None
    return found


def closed(status: str) -> dict[str, Any]:
    return {"outcome": {"status": status, "decided_on": "2026-07-03"}}


def test_both_scores_and_what_they_tell() -> None:
    assert build_win(full()) == WinSection(
        scores=(
            ScoreRow("Presales", "2026-05-20", "45%", "Solution evaluation", "", "", True),
            ScoreRow("Sales", "2026-05-21", "80%", "Solution evaluation", "", "", True),
        ),
        findings=(
            "The last scores are 35 points apart (presales 45%, sales 80%), 30 or more: put both bases side by side and talk",
            "It ended “won”: sales with 80% was nearer than presales with 45%. One deal does not tell who judges better",
            "Both sides have a score at the stage “solution evaluation” that can be paired; the deal counts in the calibration",
        ),
    )


def test_nobody_scored() -> None:
    assert build_win(subject(engagement())) is None
    assert build_win(full("2026-05-20")) is not None
    assert build_win(subject(full_engagement(date="2026-05-01"), "2026-05-19")) is None


def test_scores_are_in_the_order_of_their_days_and_sides() -> None:
    early = {"by": "consensus", "p": "50", "on": "2026-05-20", "at": "bid", "blind": "true", "basis": "b"}
    found = section(SALES | {"on": "2026-05-20"}, early, PRE)

    assert found.scores == (
        ScoreRow("Presales", "2026-05-20", "45%", "Solution evaluation", "", "", True),
        ScoreRow("Sales", "2026-05-20", "80%", "Solution evaluation", "", "", True),
        ScoreRow("Consensus", "2026-05-20", "50%", "Bid", "Yes", "b", False),
    )


@pytest.mark.parametrize(
    ("score", "zh", "en"),
    [(PRE, "缺销售", "sales is missing"), (SALES, "缺售前", "presales is missing")],
)
def test_one_side_alone_has_nobody_to_hold_it_against(score: dict[str, str], zh: str, en: str) -> None:
    assert zh in section(score, language="zh").findings[0]
    assert en in section(score).findings[0]
    assert section(score).findings[1:] == (
        "No pair of scores at the stage “solution evaluation”; the deal does not count in the calibration",
    )


@pytest.mark.parametrize(
    ("sales", "talk"), [("74", False), ("75", True), ("15", True), ("16", False), ("45", False)]
)
def test_thirty_points_are_a_reason_to_talk(sales: str, talk: bool) -> None:
    found = section(PRE, SALES | {"p": sales})

    assert ("talk" in found.findings[0]) is talk
    assert f"{abs(int(sales) - 45)} points apart" in found.findings[0]


def test_one_point_is_one_point() -> None:
    assert (
        section(PRE, SALES | {"p": "46"}).findings[0]
        == "The last scores are 1 point apart (presales 45%, sales 46%)"
    )


@pytest.mark.parametrize(
    ("status", "presales", "sales", "expected"),
    [
        ("won", "60", "50", "结果是赢单：售前的 60% 比销售的 50% 更接近。单个项目说明不了谁更准"),
        ("lost", "60", "50", "结果是丢单：销售的 50% 比售前的 60% 更接近。单个项目说明不了谁更准"),
        ("no_decision", "40", "50", "结果是无结果：售前的 40% 比销售的 50% 更接近。单个项目说明不了谁更准"),
        ("won", "50", "50", "结果是赢单：售前的 50% 与销售的 50% 一样接近"),
    ],
)
def test_afterwards_it_is_said_who_was_nearer(status: str, presales: str, sales: str, expected: str) -> None:
    found = section(PRE | {"p": presales}, SALES | {"p": sales}, language="zh", **closed(status))

    assert found.findings[1] == expected


@pytest.mark.parametrize("overrides", [{}, closed("withdrawn")])
def test_an_open_deal_and_one_that_we_left_tell_nothing(overrides: dict[str, Any]) -> None:
    assert len(section(PRE, SALES, **overrides).findings) == 2


def test_the_stage_that_counts_is_the_workspaces() -> None:
    found = build_win(replace(full(language="zh"), scoring=ScoringRule(stage=Stage.BID)))

    assert found is not None
    assert found.findings[-1] == "两方在「投标」阶段没有可以配对的评分，不计入校准"
    assert [row.counting for row in found.scores] == [False, False]
