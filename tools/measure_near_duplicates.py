"""Prints how often lessons are rightly and wrongly taken for near-duplicates, on pairs that were labelled by hand.

Run from the repository: `.venv/bin/python -m tools.measure_near_duplicates`. Precision is the share of alarms that are
right, recall the share of the pairs labelled `same` that give an alarm. Pairs at even places chose the threshold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml

from generator.insights.near_duplicates import shingles
from generator.insights.set_similarity import THRESHOLD, similarity

PAIRS = Path(__file__).parents[1] / "tests" / "data" / "near_duplicates.yaml"
TRIED = tuple(step / 100 for step in range(40, 91, 2))


@dataclass(frozen=True, slots=True)
class Pair:
    """place is that in the list of its language and label."""

    language: str
    same: bool
    place: int
    left: str
    right: str

    @property
    def similarity(self) -> float:
        return similarity(shingles(self.left), shingles(self.right))


@dataclass(frozen=True, slots=True)
class Measured:
    """right and wrong alarms, and pairs labelled `same` without one."""

    right: int
    wrong: int
    missed: int

    @property
    def alarms(self) -> int:
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        return self.right / self.alarms if self.alarms else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def read_pairs() -> tuple[Pair, ...]:
    data = yaml.safe_load(PAIRS.read_text("utf-8"))
    return tuple(
        Pair(language, label == "same", place, left, right)
        for language, labels in data.items()
        for label, pairs in labels.items()
        for place, (left, right) in enumerate(pairs)
    )


def measure(pairs: Iterable[Pair], threshold: float = THRESHOLD) -> Measured:
    found = [(pair.same, pair.similarity >= threshold) for pair in pairs]
    return Measured(
        right=sum(same and alarm for same, alarm in found),
        wrong=sum(alarm and not same for same, alarm in found),
        missed=sum(same and not alarm for same, alarm in found),
    )


def strangers(pairs: tuple[Pair, ...]) -> tuple[int, int]:
    """Texts of different topics, which are different lessons: how many pairs give an alarm, of how many pairs.

    The rows of one place in a language are about one topic, and so are rows that share a text.
    """
    topics: dict[tuple[str, str], int] = {}
    for pair in sorted(pairs, key=lambda pair: pair.place):
        keys = [(pair.language, text) for text in (pair.left, pair.right)]
        topic = min((topics[key] for key in keys if key in topics), default=pair.place)
        for key in keys:
            topics.setdefault(key, topic)
    known = {key: shingles(key[1]) for key in topics}
    apart = [
        (one, other)
        for one, other in combinations(sorted(topics), 2)
        if one[0] == other[0] and topics[one] != topics[other]
    ]
    return sum(similarity(known[one], known[other]) >= THRESHOLD for one, other in apart), len(apart)


def main() -> None:
    pairs = read_pairs()
    chose = tuple(pair for pair in pairs if pair.place % 2 == 0)
    judge = tuple(pair for pair in pairs if pair.place % 2)
    print("threshold, on the pairs that chose it: precision, recall")
    for threshold in TRIED:
        found = measure(chose, threshold)
        print(f"  {threshold:.2f}  {found.precision:.3f}  {found.recall:.3f}")
    print(f"at {THRESHOLD}: pairs, alarms, wrong, precision, recall")
    for name, part in _parts(pairs, chose, judge):
        found = measure(part)
        print(
            f"  {name:24} {len(part):4} {found.alarms:4} {found.wrong:4}  {found.precision:.3f}  {found.recall:.3f}"
        )
    wrong, count = strangers(pairs)
    print(f"texts of different topics: {wrong} alarms of {count} pairs")


def _parts(
    pairs: tuple[Pair, ...], chose: tuple[Pair, ...], judge: tuple[Pair, ...]
) -> tuple[tuple[str, tuple[Pair, ...]], ...]:
    return (
        ("all", pairs),
        ("that chose the threshold", chose),
        ("at odd places", judge),
        ("Chinese", tuple(pair for pair in pairs if pair.language == "zh")),
        ("English", tuple(pair for pair in pairs if pair.language == "en")),
    )


if __name__ == "__main__":
    main()
