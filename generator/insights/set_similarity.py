"""Pairs of sets that are nearly the same, out of ten thousand, without comparing each with each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

# 0.64 was chosen on labelled pairs, for as few false alarms as can be (docs/near-duplicates.md). In whole numbers, so
# that no pair on the edge is lost to rounding.
_SHARE, _OF = 16, 25
THRESHOLD = _SHARE / _OF
_BITS = 1021  # a prime, so that shingles of a kind do not fall on the same bits

Shingles = frozenset[str]


def similarity(left: Shingles, right: Shingles) -> float:
    """Jaccard: what both have of what either has; 0 where one is empty."""
    common = len(left & right)
    return common / (len(left) + len(right) - common) if common else 0.0


def alike_sets(sets: Sequence[Shingles]) -> Iterator[tuple[Shingles, Shingles]]:
    """Every pair of THRESHOLD or more, whatever the order of the sets, which are different and not empty.

    Two such sets share one of their rarest shingles: as many of each as may miss in the other, and one more. So only
    sets that share one are looked at, none that is too small, and of these only the ones whose bits differ in as few
    places as an alike set's may: what differs in a bit differs in a shingle.
    """
    ordered = sorted(sets, key=lambda found: (len(found), sorted(found)))
    sizes = [len(found) for found in ordered]
    counts = Counter(shingle for found in ordered for shingle in found)
    numbers = {
        shingle: number
        for number, shingle in enumerate(sorted(counts, key=lambda each: (counts[each], each)))
    }
    bits = [_bits(found, numbers) for found in ordered]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(ordered):
        size = sizes[place]
        least = -(-_SHARE * size // _OF)
        rarest = sorted(found, key=numbers.__getitem__)[: size - least + 1]
        first = bisect_left(sizes, least)
        lists = (holders[shingle] for shingle in rarest)
        candidates = set().union(*(held[bisect_left(held, first) :] for held in lists))
        mine = bits[place]
        near = (
            other
            for other in candidates
            if (mine ^ bits[other]).bit_count() * (_OF + _SHARE) <= (size + sizes[other]) * (_OF - _SHARE)
        )
        for other in sorted(near):
            if similarity(found, ordered[other]) >= THRESHOLD:
                yield found, ordered[other]
        for shingle in rarest:
            holders[shingle].append(place)


def _bits(found: Shingles, numbers: dict[str, int]) -> int:
    bits = 0
    for shingle in found:
        bits |= 1 << (numbers[shingle] % _BITS)
    return bits
