"""Which commits come before which: by the graph of commits, never by their clocks."""

from __future__ import annotations

from generator.history.log import Commit

Pair = tuple[str, str]


def pairs_in_order(commits: dict[str, Commit], pairs: frozenset[Pair]) -> frozenset[Pair]:
    """Those whose first commit is a strict ancestor of the second. commits have children before parents.

    One walk from the first commit to the last. A commit's set of ancestors is one number, a bit for each commit that
    is asked about, and is given up once all its children have theirs: a long line of commits holds one set at a time.
    """
    place = {name: number for number, name in enumerate(sorted({first for first, _ in pairs}))}
    asked: dict[str, list[str]] = {}
    for first, second in sorted(pairs):
        asked.setdefault(second, []).append(first)
    children_left = _children(commits)
    sets: dict[str, int] = {}
    found = set()
    for commit in reversed(commits.values()):
        before = 0
        for parent in commit.parents:
            before |= sets[parent] | (1 << place[parent] if parent in place else 0)
            children_left[parent] -= 1
            if not children_left[parent]:
                del sets[parent]
        found |= {(first, commit.id) for first in asked.get(commit.id, ()) if before >> place[first] & 1}
        if children_left[commit.id]:
            sets[commit.id] = before
    return frozenset(found)


def _children(commits: dict[str, Commit]) -> dict[str, int]:
    counts = dict.fromkeys(commits, 0)
    for commit in commits.values():
        for parent in commit.parents:
            counts[parent] += 1
    return counts


def descendants(commits: dict[str, Commit], ancestor: str) -> frozenset[str]:
    """All commits that come after one."""
    found = {ancestor}
    for commit in reversed(commits.values()):
        if not found.isdisjoint(commit.parents):
            found.add(commit.id)
    return frozenset(found - {ancestor})


def ancestors(commits: dict[str, Commit], descendant: str) -> frozenset[str]:
    """All commits that come before one."""
    found: set[str] = set()
    waiting = list(commits[descendant].parents)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += commits[name].parents
    return frozenset(found)
