"""Problems: how they are worded and ordered."""

from __future__ import annotations

import pytest

from generator.errors import SEVERITY_WORDS, Bilingual, Language, Problem, ProblemsError, Severity, has_errors

MESSAGE = Bilingual("缺少", "missing")


def problem(
    path: str = "a.yaml", line: int = 1, column: int = 1, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(path, line, column, "code", MESSAGE, severity=severity)


@pytest.mark.parametrize(("language", "expected"), [("zh", "缺少"), ("en", "missing")])
def test_a_wording_is_given_in_the_language_of_the_reader(language: Language, expected: str) -> None:
    assert MESSAGE.in_(language) == expected


def test_every_severity_has_a_word_in_both_languages() -> None:
    words = [(word.zh, word.en) for word in SEVERITY_WORDS.values()]

    assert list(SEVERITY_WORDS) == list(Severity)
    assert words == [("错误", "error"), ("警告", "warning"), ("提示", "hint")]


def test_problems_are_read_file_by_file_from_top_to_bottom_and_left_to_right() -> None:
    typed = [problem("b.yaml"), problem(line=10), problem(line=2, column=9), problem(line=2, column=10)]

    ordered = sorted(typed, key=lambda each: each.sort_key)

    assert ordered == [typed[2], typed[3], typed[1], typed[0]]


def test_only_errors_keep_a_note_from_being_used() -> None:
    warning, hint = problem(severity=Severity.WARNING), problem(severity=Severity.HINT)

    assert has_errors((warning, problem(), hint))
    assert not has_errors((warning, hint))
    assert not has_errors(())


def test_problems_that_are_raised_are_carried_along() -> None:
    raised = ProblemsError((problem(), problem(line=2)))

    assert raised.problems == (problem(), problem(line=2))
    assert str(raised) == "2 problem(s)"
