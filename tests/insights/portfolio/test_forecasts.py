from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.portfolio.forecasts import (
    Forecast,
    decomposition,
    fair_uncertainty,
    forecast_quality,
    reliability_levels,
)

FORECASTS = st.lists(
    st.builds(Forecast, st.just("n"), st.integers(1, 99).map(lambda p: p / 100), st.booleans()),
    min_size=2,
    max_size=80,
)


def _forecasts(*pairs: tuple[float, int]) -> list[Forecast]:
    return [Forecast(f"n{index}", p, bool(won)) for index, (p, won) in enumerate(pairs)]


def test_two_forecasts_are_worked_by_hand() -> None:
    # Errors −0.1 and 0.3; squares 0.01 and 0.09; base rate 1/2, fair uncertainty 1/4 · 2.
    found = forecast_quality(_forecasts((0.9, 1), (0.3, 0)))

    assert (found.mean_p, found.bias, found.brier, found.skill) == pytest.approx((0.6, 0.1, 0.05, 0.9))


def test_deals_that_all_ended_alike_have_no_skill() -> None:
    assert forecast_quality(_forecasts((0.9, 1), (0.8, 1))).skill is None


def test_one_deal_has_no_interval() -> None:
    found = forecast_quality(_forecasts((0.9, 1)))

    assert (found.bias_interval, found.brier_interval, found.skill) == (None, None, None)
    assert fair_uncertainty([True]) is None


def test_levels_count_what_was_won_at_each_chance() -> None:
    found = reliability_levels(_forecasts((0.9, 1), (0.1, 0), (0.9, 0), (0.9, 1), (0.9, 1), (0.9, 1)))

    assert [(level.p, level.won.k, level.won.n, level.says_something) for level in found] == [
        (0.1, 0, 1, False),
        (0.9, 4, 5, True),
    ]


def test_a_split_is_worked_by_hand() -> None:
    # At 0.2: 1 of 4 won; at 0.7: 3 of 4. REL = ½·0.05² + ½·0.05² = 0.0025, RES = 0.0625, UNC = 0.25.
    # B = 2 · ½ · (3/16) / 3 = 0.0625, C = 0.25 / 7.
    given_low = [(0.2, 1), (0.2, 0), (0.2, 0), (0.2, 0)]
    given_high = [(0.7, 1), (0.7, 1), (0.7, 1), (0.7, 0)]

    found = decomposition(_forecasts(*given_low, *given_high))

    assert (found.reliability, found.resolution, found.uncertainty) == pytest.approx(
        (0.0025 - 0.0625, 0.0625 - 0.0625 + 0.25 / 7, 0.25 + 0.25 / 7)
    )
    assert found.uncorrected == 0


def test_levels_with_one_deal_are_counted_as_uncorrected() -> None:
    assert decomposition(_forecasts((0.2, 0), (0.7, 1), (0.7, 0))).uncorrected == 1


@given(FORECASTS)
def test_the_parts_of_a_split_sum_to_the_score(forecasts: list[Forecast]) -> None:
    found = decomposition(forecasts)

    assert found.reliability - found.resolution + found.uncertainty == pytest.approx(
        forecast_quality(forecasts).brier
    )


@given(FORECASTS)
def test_the_order_of_deals_does_not_matter(forecasts: list[Forecast]) -> None:
    shuffled = sorted(forecasts, key=lambda forecast: (forecast.won, forecast.p))

    assert forecast_quality(shuffled) == forecast_quality(forecasts)
    assert decomposition(shuffled) == decomposition(forecasts)
