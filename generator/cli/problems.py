"""Problems as people, programs and GitHub read them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli.terminal import columns, harmless
from generator.errors import SEVERITY_WORDS, Bilingual, Language, Problem, Severity

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_SUGGESTION = Bilingual("建议：", "suggestion: ")
_BEFORE, _SHOWN = 60, 110  # characters of a long line: before the place, and in all
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def problem_text(problem: Problem, language: Language) -> str:
    """Place, severity and message; the line with a caret below the place; what to write."""
    place = click.style(harmless(f"{problem.path}:{problem.line}:{problem.column}:"), bold=True)
    severity = click.style(
        SEVERITY_WORDS[problem.severity].in_(language), fg=_COLORS[problem.severity], bold=True
    )
    colon = "：" if language == "zh" else ": "
    lines = [f"{place} {severity}{colon}{harmless(problem.message.in_(language))}"]
    if problem.source.strip():
        lines += _excerpt(harmless(problem.source.replace("\t", " ")), problem.column)
    if problem.suggestion is not None:
        lines.append(f"  {_SUGGESTION.in_(language)}{harmless(problem.suggestion.in_(language))}")
    return "\n".join(lines)


def _excerpt(source: str, column: int) -> tuple[str, str]:
    """The part of the line around the place, and the caret."""
    start = max(0, column - 1 - _BEFORE)
    before = ("…" if start else "") + source[start : column - 1]
    rest = source[column - 1 : start + _SHOWN]
    after = "…" if start + _SHOWN < len(source) else ""
    return f"    {before}{rest}{after}", " " * (4 + columns(before)) + "^"


def problems_json(problems: Iterable[Problem], language: Language) -> str:
    """One list of objects whose values are texts, but for line and column."""
    return json.dumps([_record(problem, language) for problem in problems], ensure_ascii=False, indent=2)


def _record(problem: Problem, language: Language) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "key": problem.key,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message.in_(language),
        "suggestion": problem.suggestion.in_(language) if problem.suggestion else "",
    }


def github_command(problem: Problem, language: Language, root: Path, folder: Path) -> str:
    """A workflow command, whose paths count from the folder that the job runs in where the workspace is below it.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions; how values are escaped is told by
    actions/toolkit, packages/core/src/command.ts.
    """
    path = problem.path
    if root.is_relative_to(folder):
        path = (root.relative_to(folder) / problem.path).as_posix()
    properties = {"file": path, "line": problem.line, "col": problem.column, "title": problem.code}
    listed = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    parts = (problem.message, problem.suggestion)
    message = "\n".join(part.in_(language) for part in parts if part is not None)
    return f"::{_GITHUB[problem.severity]} {listed}::{message.translate(_DATA)}"
