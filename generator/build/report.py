"""What a run gives back: counts, problems and files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.errors import Bilingual, Problem
from generator.output import Written


@dataclass(frozen=True, slots=True)
class Counts:
    """read = used + with_problems + skipped; skipped are later than the day or were not asked for; those
    with problems gave no document."""

    read: int
    used: int
    with_problems: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Report:
    """files holds documents and what lies beside them; documents are the paths among them that people open.

    notices are for the console alone: what customer files do not hold.
    """

    counts: Counts
    problems: tuple[Problem, ...]
    files: tuple[Written, ...]
    documents: frozenset[str]
    notices: tuple[Bilingual, ...] = ()


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))
