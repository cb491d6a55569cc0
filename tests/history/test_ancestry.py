from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.history.ancestry import ancestors, descendants, pairs_in_order
from generator.history.log import Commit


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, Commit]:
    """Commits with children before parents; each has up to three among those before it."""
    size = draw(st.integers(1, 12))
    commits = []
    for number in range(size):
        parents = draw(st.lists(st.integers(0, number - 1), max_size=3, unique=True)) if number else []
        commits.append(Commit(f"c{number}", tuple(f"c{parent}" for parent in parents), None))
    return {commit.id: commit for commit in reversed(commits)}


def by_definition(commits: dict[str, Commit], name: str) -> set[str]:
    """By the definition."""
    parents = commits[name].parents
    return set(parents).union(*(by_definition(commits, parent) for parent in parents))


@given(graphs())
def test_a_pair_is_in_order_where_the_first_is_a_strict_ancestor_of_the_second(
    commits: dict[str, Commit],
) -> None:
    pairs = frozenset((first, second) for first in commits for second in commits)

    expected = {(first, second) for second in commits for first in by_definition(commits, second)}
    assert pairs_in_order(commits, pairs) == expected


@given(graphs(), st.data())
def test_ancestors_and_descendants_of_a_commit_are_those_of_the_definition(
    commits: dict[str, Commit], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(commits)))

    assert descendants(commits, name) == {other for other in commits if name in by_definition(commits, other)}
    assert ancestors(commits, name) == by_definition(commits, name)


def test_no_pairs_are_none_in_order() -> None:
    assert pairs_in_order({"a": Commit("a", (), None)}, frozenset()) == frozenset()
