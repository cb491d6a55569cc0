from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.set_similarity import THRESHOLD, Shingles, alike_sets, similarity

SETS = st.frozensets(st.sampled_from("abcdefghijklmn"), min_size=1)


def plainly(sets: list[Shingles]) -> set[frozenset[Shingles]]:
    """Each compared with each."""
    pairs = combinations(sets, 2)
    return {frozenset((left, right)) for left, right in pairs if similarity(left, right) >= THRESHOLD}


def found(sets: list[Shingles]) -> set[frozenset[Shingles]]:
    return {frozenset(pair) for pair in alike_sets(sets)}


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [("abcd", "abcd", 1.0), ("abcd", "abc", 0.75), ("ab", "cd", 0.0), ("", "", 0.0), ("a", "", 0.0)],
)
def test_similarity_is_what_both_have_of_what_either_has(left: str, right: str, share: float) -> None:
    assert similarity(frozenset(left), frozenset(right)) == share


@given(SETS, SETS)
def test_similarity_is_the_same_from_both_sides_and_1_for_equals_alone(
    left: Shingles, right: Shingles
) -> None:
    assert similarity(left, right) == similarity(right, left)
    assert (similarity(left, right) == 1) == (left == right)


@given(st.lists(SETS, unique=True, max_size=30))
def test_every_pair_is_found_that_comparing_each_with_each_finds(sets: list[Shingles]) -> None:
    assert found(sets) == plainly(sets)


def test_pairs_on_the_edge_are_found() -> None:
    shared = [f"s{number}" for number in range(16)]
    edge = [frozenset((*shared, "a", "b", "c", "d", "e")), frozenset((*shared, "f", "g", "h", "i"))]
    beyond = [edge[0], edge[1] | {"j"}]

    assert similarity(*edge) == THRESHOLD
    assert len(found(edge)) == 1
    assert found(beyond) == set()


@pytest.mark.parametrize("words", [40, 2000])
def test_nor_does_it_lose_pairs_of_many_large_sets(words: int) -> None:
    chance = random.Random(words)
    sets = []
    for _ in range(60):
        first = frozenset(str(chance.randrange(words)) for _ in range(40))
        changed = {str(chance.randrange(words)) for _ in range(chance.randrange(16))}
        sets += [first, frozenset([*first][: 40 - len(changed)]) | changed]
    sets = list(dict.fromkeys(sets))

    assert found(sets) == plainly(sets)
    assert len(found(sets)) > 20


@given(st.lists(SETS, unique=True, max_size=15), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(sets: list[Shingles], chance: random.Random) -> None:
    before = found(sets)
    chance.shuffle(sets)

    assert found(sets) == before
