from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.portfolio.small_numbers import (
    Interval,
    Ladder,
    chance_of_at_least,
    rate,
    wilson,
)

COUNTS = st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("k", "n", "printed"),
    [(2, 5, "12–77"), (4, 10, "17–69"), (8, 20, "22–61"), (20, 50, "28–54"), (0, 5, "0–43")],
)
def test_the_printed_intervals_come_out(k: int, n: int, printed: str) -> None:
    found = wilson(k, n)

    assert f"{found.low * 100:.0f}–{found.high * 100:.0f}" == printed


@given(COUNTS)
def test_an_interval_holds_the_share_it_is_about(counts: tuple[int, int]) -> None:
    found = rate((f"n{i}" for i in range(counts[0])), counts[1])

    assert 0 <= found.low <= (found.share or 0) <= found.high <= 1


@given(COUNTS)
def test_intervals_mirror_each_other(counts: tuple[int, int]) -> None:
    k, n = counts
    here, there = wilson(k, n), wilson(n - k, n)

    assert (here.low, here.high) == pytest.approx((1 - there.high, 1 - there.low))


def test_of_nothing_everything_is_possible() -> None:
    found = rate((), 0)

    assert (found.low, found.high, found.share) == (0.0, 1.0, None)


@pytest.mark.parametrize(
    ("n", "ladder"),
    [
        (0, Ladder.LIST),
        (4, Ladder.LIST),
        (5, Ladder.COUNT),
        (19, Ladder.COUNT),
        (20, Ladder.PERCENTAGE),
    ],
)
def test_how_much_is_printed_depends_on_how_many_there_are(n: int, ladder: Ladder) -> None:
    assert rate((), n).ladder is ladder


def test_ids_are_sorted_with_two_before_ten() -> None:
    found = rate(["b/T10", "b/T2", "a"], 5, ["c/K2", "c/K1"])

    assert (found.k, found.ids, found.left_out) == (3, ("a", "b/T2", "b/T10"), ("c/K1", "c/K2"))


@pytest.mark.parametrize(
    ("interval", "excludes"),
    [((0.1, 0.2), True), ((-0.2, -0.1), True), ((-0.1, 0.1), False), ((0.0, 0.2), False)],
)
def test_an_interval_excludes_zero_on_either_side(interval: tuple[float, float], excludes: bool) -> None:
    assert Interval(*interval).excludes_zero is excludes


def test_the_chance_of_three_of_four_against_one_of_four_is_worked_by_hand() -> None:
    # Of 8 with 4 marked, 4 drawn: (C(4,3)·C(4,1) + C(4,4)·C(4,0)) / C(8,4) = 17/70.
    assert chance_of_at_least(3, 4, 1, 4) == 17 / 70


def test_the_chance_of_none_or_more_is_one() -> None:
    assert chance_of_at_least(0, 5, 3, 9) == 1.0


def test_where_nothing_came_before_nothing_is_unlikely() -> None:
    assert chance_of_at_least(3, 5, 0, 0) == 1.0


@given(COUNTS, COUNTS)
def test_the_chance_is_the_sum_of_the_hypergeometric_terms(
    counts: tuple[int, int], others: tuple[int, int]
) -> None:
    (k, n), (other_k, other_n) = counts, others
    marked, everything = k + other_k, n + other_n
    terms = (comb(marked, x) * comb(everything - marked, n - x) for x in range(k, min(marked, n) + 1))

    assert chance_of_at_least(k, n, other_k, other_n) == pytest.approx(sum(terms) / comb(everything, n))
