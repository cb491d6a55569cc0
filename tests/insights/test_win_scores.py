from __future__ import annotations

from typing import Any

import pytest

from generator.insights.as_of import engagement_as_of
from generator.insights.win_scores import Nearer, ScoringRule, WinAssessment, win_assessment
from generator.notes.codes import ScoredBy, Stage
from tests.builders import day, engagement, full_engagement

RULE = ScoringRule()
WON = {"status": "won", "decided_on": "2026-07-03"}


def _score(by: str, p: int, on: str, **keys: str) -> dict[str, str]:
    return {"by": by, "p": str(p), "on": on} | keys


def _assessment(*scores: dict[str, str], rule: ScoringRule = RULE, **keys: Any) -> WinAssessment:
    return win_assessment(engagement(win_scores=list(scores), **keys), rule)


def _pair(presales: int, sales: int, **keys: Any) -> WinAssessment:
    return _assessment(
        _score("presales", presales, "2026-05-20"), _score("sales", sales, "2026-05-21"), **keys
    )


# ── first, last, counting ──


def test_without_scores_nothing_is_said() -> None:
    found = _assessment()

    assert (found.presales.first, found.presales.last, found.presales.counting) == (None, None, None)
    assert (found.divergence, found.diverges, found.paired, found.nearer) == (None, False, False, None)


def test_each_side_has_its_own_scores() -> None:
    found = _assessment(_score("consensus", 50, "2026-05-22"), _score("sales", 80, "2026-05-21"))

    assert [(side.side, side.last and side.last.p) for side in (found.presales, found.sales)] == [
        (ScoredBy.PRESALES, None),
        (ScoredBy.SALES, 80),
    ]
    assert found.consensus.last is not None
    assert found.consensus.last.p == 50


def test_first_and_last_go_by_day_and_then_by_place() -> None:
    found = _assessment(
        _score("presales", 60, "2026-06-10"),
        _score("presales", 30, "2026-05-20"),
        _score("presales", 40, "2026-05-20"),
        _score("presales", 70, "2026-06-10"),
    ).presales

    assert found.first is not None
    assert found.last is not None
    assert (found.first.p, found.last.p) == (30, 70)


def test_the_first_score_of_the_stage_counts() -> None:
    found = _assessment(
        _score("presales", 20, "2026-04-01", at="discovery"),
        _score("presales", 40, "2026-05-01", at="solution_evaluation"),
        _score("presales", 60, "2026-06-01", at="solution_evaluation"),
        date="2026-03-01",
    ).presales

    assert found.counting is not None
    assert found.counting.p == 40


def test_a_score_without_a_stage_is_of_the_stage_that_counts() -> None:
    rule = ScoringRule(stage=Stage.BID)

    found = _assessment(
        _score("presales", 40, "2026-05-20", at="solution_evaluation"),
        _score("presales", 60, "2026-06-01"),
        rule=rule,
    ).presales

    assert found.counting is not None
    assert found.counting.p == 60


@pytest.mark.parametrize(("on", "counts"), [("2026-06-26", True), ("2026-06-27", False)])
def test_a_score_must_be_a_week_before_the_decision(on: str, counts: bool) -> None:
    found = _assessment(_score("presales", 40, on), outcome=WON)

    assert (found.presales.counting is not None) is counts


def test_while_nothing_is_decided_every_score_of_the_stage_may_count() -> None:
    found = _assessment(_score("presales", 40, "2026-06-30"))

    assert found.presales.counting is not None


@pytest.mark.parametrize(("on", "paired"), [("2026-06-03", True), ("2026-06-04", False)])
def test_scores_pair_within_a_fortnight(on: str, paired: bool) -> None:
    found = _assessment(_score("presales", 40, "2026-05-20"), _score("sales", 80, on))

    assert found.paired is paired


def test_one_side_alone_makes_no_pair() -> None:
    found = _assessment(_score("presales", 40, "2026-05-20"))

    assert (found.paired, found.divergence) == (False, None)


# ── divergence ──


@pytest.mark.parametrize(
    ("presales", "sales", "divergence", "diverges"),
    [(45, 80, 35, True), (50, 80, 30, True), (51, 80, 29, False), (80, 45, 35, True), (50, 50, 0, False)],
)
def test_scores_thirty_points_apart_diverge(
    presales: int, sales: int, divergence: int, diverges: bool
) -> None:
    found = _pair(presales, sales)

    assert (found.divergence, found.diverges) == (divergence, diverges)


def test_the_last_scores_are_compared() -> None:
    found = _assessment(
        _score("presales", 10, "2026-05-20"),
        _score("sales", 80, "2026-05-21"),
        _score("presales", 75, "2026-06-20"),
    )

    assert found.divergence == 5


# ── afterwards ──


@pytest.mark.parametrize(
    ("status", "nearer"),
    [
        ("won", Nearer.SALES),
        ("lost", Nearer.PRESALES),
        ("no_decision", Nearer.PRESALES),
        ("withdrawn", None),
    ],
)
def test_how_it_ended_says_who_was_nearer(status: str, nearer: Nearer | None) -> None:
    found = _pair(45, 80, outcome={"status": status, "decided_on": "2026-07-03"})

    assert found.nearer is nearer


def test_equal_scores_were_equally_near() -> None:
    assert _pair(60, 60, outcome=WON).nearer is Nearer.EQUAL


def test_while_it_is_open_nobody_was_nearer() -> None:
    assert _pair(45, 80).nearer is None


def test_one_side_alone_is_not_nearer() -> None:
    assert _assessment(_score("sales", 80, "2026-05-20"), outcome=WON).nearer is None


def test_in_the_full_example_sales_was_nearer() -> None:
    found = win_assessment(full_engagement(), RULE)

    assert (found.divergence, found.diverges, found.paired) == (35, True, True)
    assert found.nearer is Nearer.SALES


def test_before_the_decision_the_full_example_only_diverges() -> None:
    past = engagement_as_of(full_engagement(), day("2026-07-02"))
    assert past is not None

    found = win_assessment(past, RULE)

    assert (found.diverges, found.nearer) == (True, None)
