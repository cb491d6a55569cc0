from __future__ import annotations

from math import pi, sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.portfolio.student_t import mean_interval, t_probability, t_quantile

# Published tables of the two-sided 95 % point.
TABLE = {
    1: 12.7062,
    2: 4.3027,
    3: 3.1824,
    4: 2.7764,
    5: 2.5706,
    10: 2.2281,
    11: 2.2010,
    29: 2.0452,
    30: 2.0423,
    99: 1.9842,
    120: 1.9799,
}


@pytest.mark.parametrize(("degrees", "t"), TABLE.items())
def test_quantiles_are_those_of_the_tables(degrees: int, t: float) -> None:
    assert t_quantile(0.975, degrees) == pytest.approx(t, abs=6e-5)


@pytest.mark.parametrize(("degrees", "t"), [(3, 5.8409), (8, 3.3554)])
def test_other_chances_have_quantiles_too(degrees: int, t: float) -> None:
    assert t_quantile(0.995, degrees) == pytest.approx(t, abs=6e-5)


def test_with_many_degrees_it_is_the_normal_distribution() -> None:
    assert t_quantile(0.975, 100_000) == pytest.approx(NormalDist().inv_cdf(0.975), abs=1e-4)


def test_one_and_two_degrees_have_closed_forms() -> None:
    # Cauchy: 1/2 + atan(1)/π; two degrees: 1/2 + t / (2·√(2 + t²)).
    assert t_probability(1.0, 1) == pytest.approx(0.5 + (pi / 4) / pi)
    assert t_probability(1.0, 2) == pytest.approx(0.5 + 1 / (2 * sqrt(3)))


@given(st.floats(0.5, 0.9999), st.integers(1, 200))
def test_a_quantile_has_its_chance(probability: float, degrees: int) -> None:
    assert t_probability(t_quantile(probability, degrees), degrees) == pytest.approx(probability, abs=1e-9)


@given(st.floats(-20, 20), st.integers(1, 200))
def test_the_distribution_is_symmetric(t: float, degrees: int) -> None:
    assert t_probability(t, degrees) + t_probability(-t, degrees) == pytest.approx(1)


def test_an_interval_is_worked_by_hand() -> None:
    # Mean 2, deviation 1, t(2) = 4.3027, √3.
    found = mean_interval([1, 2, 3])

    assert found is not None
    assert (found.low, found.high) == pytest.approx((2 - 4.3027 / sqrt(3), 2 + 4.3027 / sqrt(3)), abs=1e-4)


def test_one_value_has_no_interval() -> None:
    assert mean_interval([0.5]) is None
