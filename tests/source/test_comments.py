"""Text that YAML drops because it takes # for the start of a comment."""

from __future__ import annotations

import pytest

from generator.errors import Severity
from generator.source.comments import lost_text_problems
from generator.source.text import Source
from tests.source.trees import root


def lost(text: str) -> list[tuple[int, int, str]]:
    problems = lost_text_problems(Source("a.yaml", text), root(text))
    assert all(problem.severity is Severity.HINT for problem in problems)
    return [
        (problem.line, problem.column, problem.suggestion.en if problem.suggestion else "")
        for problem in problems
    ]


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("a: 见 #3 号线\n", (1, 6), '"见 #3 号线"'),
        ("a:\n  - b #标签\n", (2, 7), '"b #标签"'),
        ("a: #3\n", (1, 4), '"#3"'),
        ("a: {b: c #d\n  }\n", (1, 10), '"c #d"'),
    ],
)
def test_a_mark_glued_to_a_word_was_meant_as_text(text: str, place: tuple[int, int], told: str) -> None:
    ((line, column, suggestion),) = lost(text)

    assert (line, column) == place
    assert suggestion.startswith(f"to keep it write {told};")


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c\n",
        "a: b  ## c\n",
        "# c\na: b\n",
        "a: b#c\n",
        'a: "b #c"\n',
        "a: 'b' #c\n",
        "a: |\n  b #c\n",
        "a: b #!x\n",
        "a: b #--\n",
        "a: b #=\n",
        "a: [b #\n ]\n",
    ],
)
def test_a_comment_or_quoted_text_is_none(text: str) -> None:
    assert lost(text) == []
