from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.insights.portfolio.resampling import bootstrap_interval, sign_flip_chance
from generator.insights.portfolio.student_t import mean_interval


def test_three_alike_keep_their_sign_once_in_four_times() -> None:
    # +++ and −−− of eight.
    assert sign_flip_chance([5, 5, 5]) == 0.25


def test_a_sum_of_nothing_is_reached_always() -> None:
    assert sign_flip_chance([4, -4]) == 1.0
    assert sign_flip_chance([]) == 1.0


def test_of_one_two_and_three_only_the_extremes_reach_six() -> None:
    assert sign_flip_chance([1, 2, 3]) == 2 / 8
    assert sign_flip_chance([1, 2, -3]) == 1.0


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(-10_000, 10_000), min_size=12, max_size=16), st.integers(1, 3))
def test_the_sampled_chance_is_near_the_exact_one(differences: list[int], more: int) -> None:
    # Differences of nothing do not move the sum: with enough of them the same question is sampled.
    padded = [*differences, *[0] * (17 - len(differences) + more)]

    assert sign_flip_chance(padded) == pytest.approx(sign_flip_chance(differences), abs=0.025)


def test_a_sampled_chance_is_the_same_every_time() -> None:
    differences = [Random(1).randint(-99, 99) for _ in range(40)]

    assert sign_flip_chance(differences) == sign_flip_chance(differences)


def test_differences_that_are_all_nothing_show_nothing() -> None:
    assert sign_flip_chance([0] * 30) == 1.0


def test_the_bootstrap_of_equal_values_is_that_value() -> None:
    found = bootstrap_interval([7, 7, 7])

    assert found is not None
    assert (found.low, found.high) == (7.0, 7.0)


def test_the_bootstrap_of_two_values_reaches_both() -> None:
    # Both alike is a quarter on each side, far more than 2.5 %.
    found = bootstrap_interval([0, 10])

    assert found is not None
    assert (found.low, found.high) == (0.0, 10.0)


def test_the_bootstrap_is_near_the_interval_by_t_and_replaced_by_it_for_many() -> None:
    draw = Random(2)
    many = [draw.randint(-1000, 1000) for _ in range(400)]
    resampled, by_t = bootstrap_interval(many), mean_interval(many)

    assert resampled is not None
    assert by_t is not None
    assert resampled != by_t
    assert (resampled.low, resampled.high) == pytest.approx((by_t.low, by_t.high), abs=6)
    assert bootstrap_interval([*many, 0]) == mean_interval([*many, 0])


def test_one_difference_has_no_interval() -> None:
    assert bootstrap_interval([3]) is None
