"""Which lessons say the same in nearly the same words (docs/near-duplicates.md tells what was measured).

Two texts are alike where the shingles that they share are THRESHOLD or more of those that either has (Jaccard). The
shingles of Chinese are its characters and pairs of them, without particles; those of other scripts are words by their
stem, without the smallest ones. Numbers count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.insights.portfolio.lessons import NotedLesson
from generator.insights.search import fold, stem
from generator.insights.set_similarity import Shingles, alike_sets, similarity

_RUN = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|[^\W\u2e80-\uffff\U00020000-\U0003ffff]+"
)
_PUNCTUATION = re.compile("[\u3000-\u303f]")
_WIDE = "\u2e80"
_PARTICLES = re.compile("[的了就都把才着也又在是和与]")
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "and",
        "or",
        "but",
        "we",
        "our",
        "us",
        "it",
        "its",
        "is",
        "was",
        "were",
        "be",
        "been",
        "are",
        "as",
        "so",
        "that",
        "this",
        "they",
        "their",
        "them",
        "had",
        "has",
        "have",
        "not",
        "no",
        "nobody",
        "with",
        "from",
        "who",
        "which",
        "what",
        "when",
        "where",
        "while",
        "because",
        "since",
        "after",
        "before",
        "there",
        "then",
        "than",
        "too",
        "only",
        "did",
        "do",
        "does",
    ]
)


@dataclass(frozen=True, slots=True)
class Alike:
    """The places of two texts in the order given, first < second, and how alike they are, up to 1."""

    first: int
    second: int
    similarity: float


def shingles(text: str) -> Shingles:
    """Empty for a text without a letter or number."""
    found: set[str] = set()
    for run in _RUN.findall(fold(text)):
        if run[0] < _WIDE:
            if run not in _SMALL_WORDS:
                found.add(stem(run))
        else:
            said = _PARTICLES.sub("", _PUNCTUATION.sub("", run))
            found.update(said)
            found.update(said[start : start + 2] for start in range(len(said) - 1))
    return frozenset(found)


def alike(texts: Sequence[str]) -> tuple[Alike, ...]:
    """All pairs of alike texts, those of equal shingles too, ordered by their places."""
    places: dict[Shingles, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        places[shingles(text)].append(place)
    places.pop(frozenset(), None)
    pairs = [Alike(min(pair), max(pair), found) for pair, found in _pairs(places)]
    return tuple(sorted(pairs, key=lambda pair: (pair.first, pair.second)))


def _pairs(places: dict[Shingles, list[int]]) -> Iterator[tuple[tuple[int, int], float]]:
    """Equal texts are compared with others once."""
    for same in places.values():
        yield from (((one, other), 1.0) for index, one in enumerate(same) for other in same[index + 1 :])
    for left, right in alike_sets(tuple(places)):
        found = similarity(left, right)
        yield from (((one, other), found) for one in places[left] for other in places[right])


def groups(lessons: Iterable[NotedLesson]) -> tuple[tuple[NotedLesson, ...], ...]:
    """Lessons that say the same: each with the earliest one that it is like, which is like no earlier one itself.

    Groups of two and more, the largest first and then the oldest; in each the earliest lesson first.
    """
    ordered = sorted(lessons, key=_first_written)
    near: dict[int, list[Alike]] = defaultdict(list)
    for pair in alike([noted.lesson.text for noted in ordered]):
        near[pair.second].append(pair)
    leaders: dict[int, list[NotedLesson]] = {}
    for place, noted in enumerate(ordered):
        led = [pair for pair in near[place] if pair.first in leaders]
        if led:
            best = max(led, key=lambda pair: (pair.similarity, -pair.first))
            leaders[best.first].append(noted)
        else:
            leaders[place] = [noted]
    found = [tuple(members) for members in leaders.values() if len(members) > 1]
    return tuple(sorted(found, key=lambda members: (-len(members), _first_written(members[0]))))


def known_before(
    lessons: Iterable[NotedLesson], untold: frozenset[str] = frozenset()
) -> tuple[tuple[NotedLesson, NotedLesson], ...]:
    """Each lesson that an earlier note has already, with the one there that it is most like, in the order of the notes.

    Not where its note cites one that it is like. untold names lessons that nobody is led to.
    """
    ordered = sorted(lessons, key=_first_written)
    near: dict[int, list[Alike]] = defaultdict(list)
    for pair in alike([noted.lesson.text for noted in ordered]):
        first, second = ordered[pair.first], ordered[pair.second]
        if first.engagement.id != second.engagement.id and first.name not in untold:
            near[pair.second].append(pair)
    found = []
    for place in sorted(near):
        cited = _cited(ordered[place])
        if not any(ordered[pair.first].name in cited for pair in near[place]):
            best = max(near[place], key=lambda pair: (pair.similarity, -pair.first))
            found.append((ordered[place], ordered[best.first]))
    return tuple(found)


def _first_written(noted: NotedLesson) -> tuple[object, ...]:
    """A total key: the oldest note first."""
    return noted.engagement.date, *noted.order[1:]


def _cited(noted: NotedLesson) -> frozenset[str]:
    reused = (each.id for each in noted.engagement.reused_lessons)
    return frozenset((*reused, *noted.engagement.repeats))
