"""Text -> a tree and every problem on the way, mending what can be mended so that reading goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.errors import Bilingual, Problem
from generator.source.faults import Fault, RefusedFaultError, SyntaxFaultError
from generator.source.findings import problem_of_fault
from generator.source.mistakes import Mistake, find_mistakes
from generator.source.text import Source
from generator.source.tree import Node, Tree, read_tree

MAX_MENDED = 50
# Characters that may be read again and again to mend a file; a note of 15 kB may have all fifty slips.
MAX_READ = 2_000_000
LINES_BACK = 4
# Faults are much the same where there are hundreds; the rest shows when these are mended.
MAX_FAULTS = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """root is None where the text could not be read to its end.

    mended is the text that the root's offsets belong to; lines are the same as in the file, columns may differ on
    mended ones.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    mended: Source


def read_yaml(source: Source) -> Reading:
    """The tree of a file with all syntax problems. Never raises for what a file holds."""
    problems: list[Problem] = []
    mender = _Mender()
    attempt = mender.read(source)
    while len(problems) < MAX_MENDED and (better := mender.improve(attempt)):
        number, mistake, attempt = better
        problems.append(_mistake_problem(source, number, mistake))
    problems += (replace_line(problem, source) for problem in attempt.problems())
    root = attempt.tree.root if attempt.tree else None
    return Reading(root, tuple(problems), attempt.source)


def replace_line(problem: Problem, source: Source) -> Problem:
    """The problem with the line as its author typed it."""
    line = source.line(problem.line)
    return replace(problem, source=line, column=min(problem.column, len(line) + 1))


@dataclass(frozen=True, slots=True)
class _Attempt:
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
            yield problem_of_fault(self.source, _unexplained(self.error))
        elif self.tree:
            found = self.tree.faults[:MAX_FAULTS]
            yield from (problem_of_fault(self.source, fault) for fault in found)


class _Mender:
    """Tries what may be meant until MAX_READ characters were read."""

    def __init__(self) -> None:
        self.left = MAX_READ

    def read(self, source: Source) -> _Attempt:
        self.left -= len(source.text)
        try:
            return _Attempt(source, tree=read_tree(source))
        except (SyntaxFaultError, RefusedFaultError) as error:
            return _Attempt(source, error=error)

    def improve(self, attempt: _Attempt) -> tuple[int, Mistake, _Attempt] | None:
        """The first mistake without which more can be read: only then was it the one."""
        for number in attempt.suspects():
            line = attempt.source.line(number)
            for mistake in find_mistakes(line):
                if self.left < len(attempt.source.text) or mistake.mended == line:
                    continue
                mended = self.read(_with_line(attempt.source, number, mistake.mended))
                if mended.reach > attempt.reach:
                    return number, mistake, mended
        return None


def _with_line(source: Source, number: int, line: str) -> Source:
    lines = (*source.lines[: number - 1], line, *source.lines[number:])
    return Source(source.path, "\n".join(lines))


def _mistake_problem(source: Source, number: int, mistake: Mistake) -> Problem:
    return Problem(
        path=source.path,
        line=number,
        column=min(mistake.column, len(source.line(number)) + 1),
        code=mistake.code,
        message=mistake.message,
        suggestion=mistake.suggestion,
        source=source.line(number),
    )


# What the parser says where no single line explains it.
_REASONS = (
    (
        "nesting depth",
        "too_deep",
        Bilingual("括号一层套一层，太深了", "brackets are nested too deep"),
        Bilingual("检查括号", "check the brackets"),
    ),
    (
        "end of stream",
        "unclosed_quote",
        Bilingual("这里开始的引号没有结束", "the quote that opens here is never closed"),
        Bilingual("补上结束的引号", "add the closing quote"),
    ),
    (
        "',' or",
        "unclosed_bracket",
        Bilingual("这里开始的括号没有结束", "the bracket that opens here is never closed"),
        Bilingual("补上 ] 或 }，各项之间用英文逗号", "add ] or }, with commas between the items"),
    ),
)


def _unexplained(error: SyntaxFaultError) -> Fault:
    for words, code, message, suggestion in _REASONS:
        if words in error.reason:
            at = error.opened_at if code.startswith("unclosed") else error.index
            return Fault(at, code, message, suggestion)
    return Fault(
        error.index,
        "bad_yaml",
        Bilingual("从这里起读不下去", "the file cannot be read from here on"),
        Bilingual(
            "看这一行和上一行：同一级的键要对齐，列表项以「- 」开头，特殊文字加引号",
            "look at this line and the one before: keys of one level align, list items start with “- ”, "
            "special text is quoted",
        ),
    )
