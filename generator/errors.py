"""What can be wrong with what people write, and how it is told. Imported by every room, imports none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One wording in both languages of the product."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


class Severity(StrEnum):
    """Errors keep a note from being used; warnings and hints never do."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


SEVERITY_WORDS = {
    Severity.ERROR: Bilingual("错误", "error"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.HINT: Bilingual("提示", "hint"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file of the workspace.

    path is relative to the workspace with `/`; line and column count from 1, in characters.
    key reads `commitments[0].due`, empty for the whole file. source is the offending line as typed.
    """

    path: str
    line: int
    column: int
    code: str
    message: Bilingual
    suggestion: Bilingual | None = None
    key: str = ""
    severity: Severity = Severity.ERROR
    source: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.line, self.column, self.code, self.key)


class ProblemsError(Exception):
    """Raised once, after everything was looked at, with all problems in reading order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem(s)")
        self.problems = problems


def has_errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
