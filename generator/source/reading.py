"""Text -> a tree and every problem on the way, mending what can be mended so that reading goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.errors import Bilingual, Problem
from generator.source.faults import Fault, RefusedFaultError, SyntaxFaultError
from generator.source.findings import problem_of_fault
from generator.source.mistakes import Mistake, find_mistake
from generator.source.text import Source
from generator.source.tree import Node, read_tree

MAX_MENDED = 50
LINES_BACK = 4


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
    current = source
    for _ in range(MAX_MENDED):
        try:
            root, faults = read_tree(current)
        except (SyntaxFaultError, RefusedFaultError) as error:
            problem, mended = _explain(source, current, error)
            problems.append(problem)
            if mended is None:
                return Reading(None, tuple(problems), current)
            current = mended
        else:
            found = (replace_line(problem_of_fault(current, fault), source) for fault in faults)
            return Reading(root, (*problems, *found), current)
    return Reading(None, tuple(problems), current)


def replace_line(problem: Problem, source: Source) -> Problem:
    """The problem with the line as its author typed it."""
    line = source.line(problem.line)
    return replace(problem, source=line, column=min(problem.column, len(line) + 1))


def _explain(
    source: Source, current: Source, error: SyntaxFaultError | RefusedFaultError
) -> tuple[Problem, Source | None]:
    index = error.fault.index if isinstance(error, RefusedFaultError) else error.index
    line, column = current.position(index)
    lines = current.text.split("\n")
    for number in _candidates(lines, line, error):
        mistake = find_mistake(lines[number - 1])
        mended = _mended(current, lines, number, mistake) if mistake else None
        if mistake and mended and _gets_further(mended, line, column):
            return _mistake_problem(source, number, mistake), mended
    if isinstance(error, RefusedFaultError):
        return replace_line(problem_of_fault(current, error.fault), source), None
    return replace_line(_unexplained(current, error, line, column), source), None


def _gets_further(mended: Source, line: int, column: int) -> bool:
    """Whether the mended text fails later or not at all: only then was it the mistake."""
    try:
        read_tree(mended)
    except SyntaxFaultError as error:
        return mended.position(error.index) > (line, column)
    except RefusedFaultError as error:
        return mended.position(error.fault.index) > (line, column)
    return True


def _candidates(lines: list[str], line: int, error: Exception) -> list[int]:
    """The line of the error and a few before it, nearest first: YAML often notices a slip only on a later line."""
    if isinstance(error, RefusedFaultError):
        return [line]
    back = [number for number in range(min(line, len(lines)), 0, -1) if lines[number - 1].strip()]
    return back[:LINES_BACK]


def _mistake_problem(source: Source, number: int, mistake: Mistake) -> Problem:
    return Problem(
        path=source.path,
        line=number,
        column=mistake.column,
        code=mistake.code,
        message=mistake.message,
        suggestion=mistake.suggestion,
        source=source.line(number),
    )


def _mended(current: Source, lines: list[str], number: int, mistake: Mistake) -> Source | None:
    if mistake.mended == lines[number - 1]:
        return None
    mended = [*lines[: number - 1], mistake.mended, *lines[number:]]
    return Source(current.path, "\n".join(mended))


_REASONS = (
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


def _unexplained(current: Source, error: SyntaxFaultError, line: int, column: int) -> Problem:
    for words, code, message, suggestion in _REASONS:
        if words in error.reason:
            return problem_of_fault(current, Fault(error.opened_at, code, message, suggestion))
    return Problem(
        path=current.path,
        line=line,
        column=column,
        code="bad_yaml",
        message=Bilingual("从这里起读不下去", "the file cannot be read from here on"),
        suggestion=Bilingual(
            "看这一行和上一行：同一级的键要对齐，列表项以「- 」开头，特殊文字加引号",
            "look at this line and the one before: keys of one level align, list items start with “- ”, "
            "special text is quoted",
        ),
        source=current.line(line),
    )
