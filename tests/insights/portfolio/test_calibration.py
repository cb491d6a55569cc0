from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.insights.portfolio.calibration import (
    Calibration,
    Comparison,
    Statement,
    Summary,
    calibration,
    statement_of,
)
from generator.insights.portfolio.scored_deals import noted_scores, scored_deals
from generator.insights.win_scores import ScoringRule
from generator.notes.codes import Priority, ScoredBy
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.scores import deal, fixture

DAY = day("2026-06-30")


def _calibration(*notes: Engagement, **keys: Any) -> Calibration:
    return calibration(scored_deals(noted_scores(notes, ScoringRule()), DAY, {}), **keys)


def _summary(found: Calibration) -> Summary:
    assert found.summary is not None
    return found.summary


def _comparison(found: Calibration) -> Comparison:
    assert found.comparison is not None
    return found.comparison


# ── the fixture of INSIGHTS.md ──


def test_the_fixture_has_its_printed_scores() -> None:
    found = _summary(_calibration(*fixture()))

    assert found.n == 12
    assert found.mean_y == pytest.approx(0.4167, abs=5e-5)
    assert found.uncertainty == pytest.approx(0.2652, abs=5e-5)
    # The sample's own ō(1−ō), which flatters the base rate.
    assert found.mean_y * (1 - found.mean_y) == pytest.approx(0.2431, abs=5e-5)
    assert found.presales.quality.brier == pytest.approx(0.15, abs=1e-9)
    assert found.sales.quality.brier == pytest.approx(0.305, abs=1e-9)


def test_the_fixture_has_its_printed_skill_and_bias() -> None:
    found = _summary(_calibration(*fixture()))

    assert found.presales.quality.skill == pytest.approx(0.434, abs=5e-4)
    assert found.sales.quality.skill == pytest.approx(-0.150, abs=5e-4)
    assert found.presales.quality.bias == pytest.approx(0, abs=1e-9)
    assert found.sales.quality.bias == pytest.approx(0.283, abs=5e-4)


def test_in_the_fixture_a_difference_that_looks_crushing_is_not_shown() -> None:
    found = _comparison(_calibration(*fixture()))

    assert found.n == 12
    assert found.d_mean == pytest.approx(-0.155, abs=1e-9)
    assert found.chance == pytest.approx(0.0664, abs=5e-5)
    assert found.better is None


def test_the_fixture_can_not_tell_yet() -> None:
    found = _calibration(*fixture())

    assert (found.statement, found.look, found.next_look) == (Statement.CANNOT_TELL_YET, None, 30)
    assert found.on_trial is True
    assert (_summary(found).presales.levels, _summary(found).presales.split) == ((), None)


def test_the_average_of_both_scores_is_a_third_forecaster() -> None:
    # 45, 65, 75, 30, 50, 60, 80, 40, 35, 65, 70, 55 against the outcomes; worked in a table.
    squares = [0.2025, 0.1225, 0.0625, 0.09, 0.25, 0.36, 0.04, 0.36, 0.1225, 0.4225, 0.09, 0.3025]

    found = _summary(_calibration(*fixture())).average.quality

    assert found.brier == pytest.approx(sum(squares) / 12)
    assert found.mean_p == pytest.approx((0.4167 + 0.7) / 2, abs=5e-4)


def test_the_fixtures_bias_interval_of_sales_excludes_zero_but_claims_nothing_yet() -> None:
    found = _calibration(*fixture())

    interval = _summary(found).sales.quality.bias_interval
    assert interval is not None
    # Errors of 0.6, −0.2, −0.2, 0.5, 0.7, 0.7, −0.1, −0.5, 0.6, 0.8, −0.3, 0.8: deviation 0.4951; t(11) = 2.201.
    assert (interval.low, interval.high) == pytest.approx(
        (0.2833 - 2.201 * 0.4951 / 12**0.5, 0.2833 + 2.201 * 0.4951 / 12**0.5), abs=5e-4
    )
    assert found.look is None


# ── what n can show ──


@pytest.mark.parametrize(
    ("n", "statement"),
    [
        (0, Statement.TABLE_ONLY),
        (9, Statement.TABLE_ONLY),
        (10, Statement.CANNOT_TELL_YET),
        (29, Statement.CANNOT_TELL_YET),
        (30, Statement.COMPARISON),
        (99, Statement.COMPARISON),
        (100, Statement.DECOMPOSITION),
    ],
)
def test_what_is_stated_depends_on_how_many_pairs_there_are(n: int, statement: Statement) -> None:
    assert statement_of(n) is statement


def test_below_ten_pairs_there_is_a_table_and_nothing_else() -> None:
    found = _calibration(*fixture()[:9])

    assert (len(found.deals), found.summary, found.comparison, found.next_look) == (9, None, None, 30)


def test_from_thirty_pairs_the_test_may_say_who_is_better() -> None:
    found = _calibration(*fixture(3)[:30])

    assert found.statement is Statement.COMPARISON
    assert (_comparison(found).n, _comparison(found).better) == (30, ScoredBy.PRESALES)
    assert found.look is not None
    assert found.look.over_confident == (ScoredBy.SALES,)
    assert (found.next_look, found.on_trial) == (60, False)


def test_sales_may_be_the_better_one() -> None:
    mirrored = [deal(f"m{index:02}", 90, 10, won=False) for index in range(30)]

    assert _comparison(_calibration(*mirrored)).better is ScoredBy.SALES


def test_from_thirty_pairs_each_level_has_its_win_rate() -> None:
    found = _summary(_calibration(*fixture(3))).presales.levels

    assert [(level.p, level.won.k, level.won.n) for level in found] == [
        (0.1, 0, 6),
        (0.3, 3, 12),
        (0.5, 3, 9),
        (0.7, 9, 9),
    ]


@pytest.mark.parametrize(
    ("n", "looked", "ahead"),
    [(35, 30, 60), (60, 60, 100), (99, 60, 100), (100, 100, 200), (250, 200, 400)],
)
def test_between_two_looks_a_claim_stands_on_the_deals_decided_first(n: int, looked: int, ahead: int) -> None:
    found = _calibration(*fixture(25)[:n])

    assert found.look is not None
    assert (found.look.summary.n, found.look.comparison.n, _comparison(found).n) == (looked, looked, looked)
    assert (_summary(found).n, found.next_look) == (n, ahead)


def test_from_a_hundred_pairs_the_score_is_split() -> None:
    found = _summary(_calibration(*fixture(9)))

    for track in (found.presales, found.sales, found.average):
        assert track.split is not None
        parts = track.split.reliability - track.split.resolution + track.split.uncertainty
        assert parts == pytest.approx(track.quality.brier)
        assert track.split.uncertainty == pytest.approx(found.uncertainty)


# ── beside the main line ──


def test_withdrawn_deals_make_a_second_line_as_if_lost() -> None:
    withdrawn = deal("w", 30, 60, outcome={"status": "withdrawn", "decided_on": "2026-02-09"})

    found = _calibration(*fixture(), withdrawn)

    assert (_summary(found).n, len(found.withdrawn)) == (12, 1)
    assert found.with_withdrawn is not None
    assert found.with_withdrawn.n == 13
    assert found.with_withdrawn.mean_y == pytest.approx(5 / 13)


def test_without_withdrawn_deals_there_is_no_second_line() -> None:
    assert _calibration(*fixture()).with_withdrawn is None


def test_deals_are_shown_within_groups_of_priority() -> None:
    high = [deal(f"h{index:02}", 70, 90, deal={"priority": "high"}) for index in range(10)]

    found = _calibration(*high, deal("x", 30, 60), deal("y", 30, 60, deal={"amount": "1"})).groups

    assert [(group.priority, len(group.deals), group.summary is None) for group in found] == [
        (Priority.HIGH, 10, False),
        (None, 2, True),
    ]


def test_how_long_scores_are_on_trial_is_the_teams_choice() -> None:
    assert _calibration(*fixture(), on_trial_until=12).on_trial is False


@settings(max_examples=10, deadline=None)
@given(st.permutations(fixture(2)))
def test_the_order_of_notes_does_not_matter(notes: list[Engagement]) -> None:
    assert _calibration(*notes) == _calibration(*fixture(2))


def test_without_notes_the_refusal_is_the_result() -> None:
    found = _calibration()

    assert (found.statement, found.deals, found.summary, found.groups) == (Statement.TABLE_ONLY, (), None, ())
