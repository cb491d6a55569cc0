"""Prose of a note that Word, Markdown and HTML would not read alike: named at its line."""

from __future__ import annotations

from generator.errors import Severity
from generator.markup.dialect import find_dialect_problems
from generator.notes.free_text import FreeText
from generator.prose import Prose
from generator.source.findings import Finding

# Read rightly here and in Word; only GitHub's page of the Markdown shows it otherwise. `3~5 天，10~15 天` is everyday.
_HARMLESS = frozenset({"strikethrough"})


def prose_findings(texts: tuple[FreeText, ...]) -> tuple[Finding, ...]:
    """What the dialect does not take, in every prose key among the free texts of a note."""
    return tuple(
        Finding(
            loc,
            problem.code,
            problem.message,
            problem.suggestion,
            Severity.WARNING if problem.code in _HARMLESS else Severity.ERROR,
            within=(problem.line, problem.column),
        )
        for loc, text in texts
        if isinstance(text, Prose)
        for problem in find_dialect_problems(text, prose=True)
    )
