"""Trying what the author may have meant: a text with mended lines, kept where more of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Problem
from generator.source.faults import RefusedFaultError, SyntaxFaultError, unexplained
from generator.source.findings import problem_of_fault
from generator.source.mistakes import Mistake, find_mistakes
from generator.source.text import Source
from generator.source.tree import Tree, read_tree

# Characters that may be read again and again to mend a file; a note of 15 kB may have all fifty slips.
MAX_READ = 2_000_000
# Faults are much the same where there are hundreds; the rest shows when these are mended.
MAX_FAULTS = 200
LINES_BACK = 4


@dataclass(frozen=True, slots=True)
class Attempt:
    """A text and how far it could be read: to a tree, or to an error."""

    source: Source
    tree: Tree | None = None
    error: SyntaxFaultError | RefusedFaultError | None = None

    @property
    def reach(self) -> tuple[bool, int, int]:
        """Larger is further. Counted from the end of the text, as mending moves what comes before."""
        if self.error:
            return False, self.error.index - len(self.source.text), 0
        return True, 0, -len(self.tree.odd_keys) if self.tree else 0

    def suspects(self) -> Iterator[int]:
        """Numbers of the lines that may be to blame, likeliest first: YAML often notices a slip only on a later line."""
        position = self.source.position
        if self.tree:
            yield from (position(key.start)[0] for key in self.tree.odd_keys)
        elif isinstance(self.error, RefusedFaultError):
            yield position(self.error.index)[0]
        elif self.error:
            last = position(self.error.index)[0]
            back = [number for number in range(last, 0, -1) if self.source.line(number).strip()][:LINES_BACK]
            yield from dict.fromkeys((*back, position(self.error.opened_at)[0]))

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the text as far as no line of it explains it."""
        if isinstance(self.error, RefusedFaultError):
            yield problem_of_fault(self.source, self.error.fault)
        elif self.error:
            yield problem_of_fault(self.source, unexplained(self.error))
        elif self.tree:
            found = self.tree.faults[:MAX_FAULTS]
            yield from (problem_of_fault(self.source, fault) for fault in found)


Mended = tuple[tuple[Problem, ...], Attempt]


class Mender:
    """Tries what may be meant until MAX_READ characters were read."""

    def __init__(self) -> None:
        self.left = MAX_READ

    def read(self, source: Source) -> Attempt:
        self.left -= len(source.text)
        try:
            return Attempt(source, tree=read_tree(source))
        except (SyntaxFaultError, RefusedFaultError) as error:
            return Attempt(source, error=error)

    def improve(self, attempt: Attempt) -> Mended | None:
        """The first mistake without which more can be read, or several next to each other: only then were they it."""
        for number in attempt.suspects():
            for mistake in find_mistakes(attempt.source.line(number)):
                better = self.further(attempt, {number: mistake})
                if better:
                    return _problems_of(attempt.source, {number: mistake}), better
        return self._improve_together(attempt)

    def _improve_together(self, attempt: Attempt) -> Mended | None:
        together: dict[int, Mistake] = {}
        for number in attempt.suspects():
            first = next(find_mistakes(attempt.source.line(number)), None)
            if first:
                together[number] = first
                if self.further(attempt, together):
                    return self._needed(attempt, together)
        return None

    def _needed(self, attempt: Attempt, together: dict[int, Mistake]) -> Mended | None:
        """Without those that are no mistakes after all: as much can be read with them."""
        for number in tuple(together):
            fewer = {other: mistake for other, mistake in together.items() if other != number}
            if self.further(attempt, fewer):
                together = fewer
        better = self.further(attempt, together)
        return (_problems_of(attempt.source, together), better) if better else None

    def further(self, attempt: Attempt, mistakes: dict[int, Mistake]) -> Attempt | None:
        """The attempt with these lines mended, if more of it can be read."""
        if self.left < len(attempt.source.text):
            return None
        mended = self.read(_with_lines(attempt.source, mistakes))
        return mended if mended.reach > attempt.reach else None


def _with_lines(source: Source, mistakes: dict[int, Mistake]) -> Source:
    lines = list(source.lines)
    for number, mistake in mistakes.items():
        lines[number - 1] = mistake.mended
    return Source(source.path, "\n".join(lines))


def _problems_of(source: Source, mistakes: dict[int, Mistake]) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            path=source.path,
            line=number,
            column=mistake.column,
            code=mistake.code,
            message=mistake.message,
            suggestion=mistake.suggestion,
            source=source.line(number),
        )
        for number, mistake in sorted(mistakes.items())
    )
