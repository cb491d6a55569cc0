"""Trying what the author may have meant: a text with mended lines, kept where more of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Problem
from generator.source.faults import Fault, RefusedFaultError, SyntaxFaultError, unexplained
from generator.source.findings import problem_of_fault
from generator.source.mistakes import Mistake, find_mistakes
from generator.source.text import Source
from generator.source.tree import Node, Tree, read_tree

# Characters that may be read again and again to mend a file; a note of 15 kB may have all fifty slips.
MAX_READ = 2_000_000
# Faults are much the same where there are hundreds; the rest shows when these are mended.
MAX_FAULTS = 200
LINES_BACK = 4
MAX_CHAIN = 4


@dataclass(frozen=True, slots=True)
class Attempt:
    """A text and how far it could be read: to a tree, or to an error."""

    source: Source
    outcome: Tree | SyntaxFaultError | RefusedFaultError

    @property
    def root(self) -> Node | None:
        return self.outcome.root if isinstance(self.outcome, Tree) else None

    @property
    def reach(self) -> tuple[bool, int, int]:
        """Larger is further. Counted from the end of the text, as mending moves what comes before."""
        if isinstance(self.outcome, Tree):
            return True, 0, -len(self.outcome.odd_keys)
        return False, self.outcome.index - len(self.source.text), 0

    def suspects(self) -> tuple[int, ...]:
        """Numbers of the lines that may be to blame, likeliest first: YAML often notices a slip only on a later line."""
        outcome = self.outcome
        if isinstance(outcome, Tree):
            return tuple(self._line_of(key.start) for key in outcome.odd_keys)
        last = self._line_of(outcome.index)
        if isinstance(outcome, RefusedFaultError):
            return (last,)
        back = [number for number in range(last, 0, -1) if self.source.line(number).strip()][:LINES_BACK]
        return tuple(dict.fromkeys((*back, self._line_of(outcome.opened_at))))

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the text as far as no line of it explains it."""
        return tuple(problem_of_fault(self.source, fault) for fault in self._faults())

    def _faults(self) -> tuple[Fault, ...]:
        if isinstance(self.outcome, Tree):
            return self.outcome.faults[:MAX_FAULTS]
        if isinstance(self.outcome, RefusedFaultError):
            return (self.outcome.fault,)
        return (unexplained(self.outcome),)

    def _line_of(self, index: int) -> int:
        return self.source.position(index)[0]


# Mistakes of one line, each found in the line that mending the one before gives.
Chain = tuple[Mistake, ...]
Mended = tuple[tuple[Problem, ...], Attempt]


class Mender:
    """Tries what may be meant until MAX_READ characters were read."""

    def __init__(self) -> None:
        self.left = MAX_READ

    def read(self, source: Source) -> Attempt:
        self.left -= len(source.text)
        try:
            return Attempt(source, read_tree(source))
        except (SyntaxFaultError, RefusedFaultError) as error:
            return Attempt(source, error)

    def improve(self, attempt: Attempt) -> Mended | None:
        """The first mistakes without which more can be read: only then were they it."""
        for number in attempt.suspects():
            for chain in _chains(attempt.source.line(number)):
                better = self.further(attempt, {number: chain})
                if better:
                    return _problems_of(attempt.source, {number: chain}), better
        return self._improve_together(attempt)

    def _improve_together(self, attempt: Attempt) -> Mended | None:
        """Mistakes of several lines next to each other, all of which are needed."""
        together: dict[int, Chain] = {}
        for number in attempt.suspects():
            chain = _likeliest(attempt.source.line(number))
            if chain:
                together[number] = chain
                if self.further(attempt, together):
                    return self._needed(attempt, together)
        return None

    def _needed(self, attempt: Attempt, together: dict[int, Chain]) -> Mended | None:
        for number in tuple(together):
            fewer = {other: chain for other, chain in together.items() if other != number}
            if self.further(attempt, fewer):
                together = fewer
        better = self.further(attempt, together)
        return (_problems_of(attempt.source, together), better) if better else None

    def further(self, attempt: Attempt, chains: dict[int, Chain]) -> Attempt | None:
        """The attempt with these lines mended, if more of it can be read."""
        if self.left < len(attempt.source.text):
            return None
        mended = self.read(_with_lines(attempt.source, chains))
        return mended if mended.reach > attempt.reach else None


def _chains(line: str) -> Iterator[Chain]:
    """What may be wrong with a line: one mistake, or two as in `owner：@zhang`."""
    single = tuple(find_mistakes(line))
    yield from ((mistake,) for mistake in single)
    for mistake in single:
        yield from ((mistake, next_) for next_ in find_mistakes(mistake.mended))


def _likeliest(line: str) -> Chain:
    """The first mistake of the line, of the line without it, and so on."""
    chain: list[Mistake] = []
    while len(chain) < MAX_CHAIN and (mistake := next(find_mistakes(line), None)):
        chain.append(mistake)
        line = mistake.mended
    return tuple(chain)


def _with_lines(source: Source, chains: dict[int, Chain]) -> Source:
    lines = list(source.lines)
    for number, chain in chains.items():
        lines[number - 1] = chain[-1].mended
    return Source(source.path, "\n".join(lines))


def _problems_of(source: Source, chains: dict[int, Chain]) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            path=source.path,
            line=number,
            column=mistake.column,
            code=mistake.code,
            message=mistake.message,
            suggestion=mistake.suggestion,
            source=line,
        )
        for number, chain in sorted(chains.items())
        for mistake, line in zip(chain, (source.line(number), *(each.mended for each in chain)), strict=False)
    )
