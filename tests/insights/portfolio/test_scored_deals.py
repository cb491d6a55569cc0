from __future__ import annotations

from typing import Any

import pytest

from generator.insights.portfolio.scored_deals import (
    Proofs,
    ScoredDeals,
    UnscoredReason,
    noted_scores,
    scored_deals,
)
from generator.insights.win_scores import ScoringRule
from generator.notes.codes import ScoredBy
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import note
from tests.insights.portfolio.scores import deal, score

DAY = day("2026-06-30")


def _scored(*notes: Engagement, proofs: Proofs | None = None, require_proof: bool = False) -> ScoredDeals:
    return scored_deals(noted_scores(notes, ScoringRule()), DAY, proofs or {}, require_proof=require_proof)


def _proofs(name: str, presales: bool | None, sales: bool | None) -> Proofs:
    return {(name, ScoredBy.PRESALES): presales, (name, ScoredBy.SALES): sales}


@pytest.mark.parametrize(("status", "won"), [("won", True), ("lost", False), ("no_decision", False)])
def test_a_deal_counts_as_won_or_not(status: str, won: bool) -> None:
    found = _scored(deal("a", 30, 60, outcome={"status": status, "decided_on": "2026-02-09"}))

    assert [(row.presales, row.sales, row.won) for row in found.deals] == [(30, 60, won)]


def test_deals_stand_in_the_order_of_their_decisions() -> None:
    late = {"status": "won", "decided_on": "2026-03-09"}

    found = _scored(deal("a", 30, 60, outcome=late), deal("c", 30, 60), deal("b", 30, 60))

    assert [row.engagement.id for row in found.deals] == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("scores", "reason"),
    [
        ([], UnscoredReason.NOT_SCORED),
        ([score("sales", 60)], UnscoredReason.ONE_SIDE_ONLY),
        ([score("presales", 30, "2026-02-03"), score("sales", 60)], UnscoredReason.OUTSIDE_RULES),
        ([score("presales", 30, at="discovery"), score("sales", 60)], UnscoredReason.OUTSIDE_RULES),
        ([score("presales", 30, "2026-01-25"), score("sales", 60)], UnscoredReason.TOO_FAR_APART),
    ],
)
def test_a_closed_deal_that_is_not_compared_says_why(
    scores: list[dict[str, str]], reason: UnscoredReason
) -> None:
    found = _scored(deal("a", 0, 0, win_scores=scores))

    assert (found.deals, found.coverage.unscored) == ((), (("a", reason),))


def test_a_deal_we_withdrew_from_stands_apart_as_not_won() -> None:
    found = _scored(
        deal("a", 30, 60, outcome={"status": "withdrawn", "decided_on": "2026-02-09"}),
        deal("b", 30, 60, outcome={"status": "withdrawn", "decided_on": "2026-02-09"}, win_scores=[]),
    )

    assert (found.deals, [(row.engagement.id, row.won) for row in found.withdrawn]) == ((), [("a", False)])
    assert found.coverage.closed == ()


# ── proof ──


@pytest.mark.parametrize(
    ("presales", "sales", "k", "n"),
    [
        (True, True, 1, 1),
        (True, False, 0, 1),
        (None, False, 0, 1),
        (True, None, 0, 0),
    ],
)
def test_a_deal_is_proven_when_both_scores_are(
    presales: bool | None, sales: bool | None, k: int, n: int
) -> None:
    found = _scored(deal("a", 30, 60), proofs=_proofs("a", presales, sales))

    assert (found.proven.k, found.proven.n, len(found.deals)) == (k, n, 1)


def test_without_history_nothing_is_proven_or_disproved() -> None:
    assert _scored(deal("a", 30, 60)).proven.left_out == ("a",)


@pytest.mark.parametrize("proof", [False, None])
def test_where_proof_is_required_the_unproven_are_left_out(proof: bool | None) -> None:
    found = _scored(
        deal("a", 30, 60),
        deal("b", 30, 60),
        proofs={**_proofs("a", True, proof), **_proofs("b", True, True)},
        require_proof=True,
    )

    assert [row.engagement.id for row in found.deals] == ["b"]
    assert found.coverage.unscored == (("a", UnscoredReason.NOT_PROVEN_EARLY),)


# ── coverage ──


def test_open_deals_older_than_twice_the_median_cycle_are_named() -> None:
    # Closed after 39 and 69 days: the median is 54, twice that is 108 days before 2026-06-30.
    found = _scored(
        deal("a", 30, 60),
        deal("b", 30, 60, outcome={"status": "lost", "decided_on": "2026-03-11"}),
        note("old", "2026-03-13"),
        note("young", "2026-03-14"),
    ).coverage

    assert (found.closed, found.open, found.median_cycle) == (("a", "b"), ("old", "young"), 54)
    assert found.open_long == ("old",)


def test_before_anything_closed_no_deal_is_open_too_long() -> None:
    found = _scored(note("old", "2020-01-01")).coverage

    assert (found.open, found.open_long, found.median_cycle) == (("old",), (), None)


def test_without_notes_nothing_is_covered() -> None:
    found: Any = _scored()

    assert (found.deals, found.withdrawn, found.proven.n, found.coverage.closed) == ((), (), 0, ())
