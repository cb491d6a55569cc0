"""Text -> a tree and every problem on the way, mending what can be mended so that reading goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.source.findings import Finding, problem_at
from generator.source.mending import Mender
from generator.source.text import Source
from generator.source.tree import NOTHING, Node

MAX_MENDED = 50
# Characters by which a place is found again in a line that was mended around it.
_WORDS = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """root is None where the text could not be read to its end.

    mended is the text that the root's offsets belong to; lines are the same as in the typed one, columns may differ
    on mended ones.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    mended: Source
    typed: Source

    def problem(self, finding: Finding) -> Problem:
        """The finding at its place in the text as typed."""
        return replace_line(problem_at(self.mended, self.root or NOTHING, finding), self.typed)


def read_yaml(source: Source) -> Reading:
    """The tree of a file with all syntax problems. Never raises for what a file holds."""
    problems: list[Problem] = []
    mender = Mender()
    attempt = mender.read(source)
    while len(problems) < MAX_MENDED and (better := mender.improve(attempt)):
        found, attempt = better
        problems += (replace_line(problem, source) for problem in found)
    problems += (replace_line(problem, source) for problem in attempt.problems())
    return Reading(attempt.root, tuple(problems), attempt.source, source)


def replace_line(problem: Problem, source: Source) -> Problem:
    """The problem of a mended text at its place in the line as its author typed it."""
    typed = source.line(problem.line)
    return replace(problem, source=typed, column=_typed_column(typed, problem.source, problem.column))


def _typed_column(typed: str, mended: str, column: int) -> int:
    """Where in the typed line a column of the mended one stands; a place that was mended itself is near by."""
    before, after = mended[: column - 1], mended[column - 1 :]
    if typed.startswith(before):
        return min(column, len(typed) + 1)
    if typed.endswith(after):
        return len(typed) - len(after) + 1
    found = typed.find(after[:_WORDS])
    return found + 1 if found >= 0 else min(column, len(typed) + 1)
