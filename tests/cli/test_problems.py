"""Problems as text, JSON and workflow commands."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from generator.cli.problems import github_command, problem_text, problems_json
from generator.errors import Bilingual, Problem, Severity

PROBLEM = Problem(
    path="engagements/a.yaml",
    line=12,
    column=8,
    code="bad_date",
    message=Bilingual("「x」不是日期", "“x” is no date"),
    suggestion=Bilingual("写成 2026-05-31", "write 2026-05-31"),
    key="next_steps[0].due",
    source="  due: x",
)
BARE = Problem("presales.yaml", 1, 1, "file_binary", Bilingual("二进制", "binary"), severity=Severity.WARNING)
ROOT = Path("/home/team/work")


def plain(problem: Problem, language: str = "en") -> str:
    return click.unstyle(problem_text(problem, "zh" if language == "zh" else "en"))


def test_text_has_place_severity_message_line_caret_and_what_to_write() -> None:
    assert plain(PROBLEM) == (
        "engagements/a.yaml:12:8: error: “x” is no date\n"
        "      due: x\n"
        "           ^\n"
        "  suggestion: write 2026-05-31"
    )
    assert plain(PROBLEM, "zh").splitlines()[0] == "engagements/a.yaml:12:8: 错误：「x」不是日期"
    assert plain(PROBLEM, "zh").splitlines()[-1] == "  建议：写成 2026-05-31"


def test_a_problem_of_a_whole_file_has_one_line() -> None:
    assert plain(BARE) == "presales.yaml:1:1: warning: binary"


def test_the_caret_stands_below_the_place_behind_wide_characters_and_tabs() -> None:
    problem = Problem("a", 1, 5, "c", Bilingual("", ""), source="售前:\t值")

    assert plain(problem).splitlines()[1:] == ["    售前: 值", "          ^"]


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    problem = Problem("a", 1, 301, "c", Bilingual("", ""), source="a" * 300 + "X" + "b" * 300)

    line, caret = plain(problem).splitlines()[1:]

    assert line == f"    …{'a' * 60}X{'b' * 49}…"
    assert line[len(caret) - 1] == "X"


def test_a_path_cannot_steer_the_terminal() -> None:
    assert plain(Problem("a\x1b[2J", 1, 1, "c", Bilingual("", "x\x07"))) == "a\ufffd[2J:1:1: error: x\ufffd"


def test_json_is_one_list_of_objects_whose_keys_are_always_there() -> None:
    found = json.loads(problems_json([PROBLEM, BARE], "en"))

    assert found == [
        {
            "path": "engagements/a.yaml",
            "line": 12,
            "column": 8,
            "key": "next_steps[0].due",
            "severity": "error",
            "code": "bad_date",
            "message": "“x” is no date",
            "suggestion": "write 2026-05-31",
        },
        {
            "path": "presales.yaml",
            "line": 1,
            "column": 1,
            "key": "",
            "severity": "warning",
            "code": "file_binary",
            "message": "binary",
            "suggestion": "",
        },
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert problems_json([], "zh") == "[]"


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "notice")],
)
def test_each_severity_has_its_workflow_command(severity: Severity, command: str) -> None:
    problem = Problem("a.yaml", 2, 3, "c", Bilingual("", "text"), severity=severity)

    assert github_command(problem, "en", ROOT, ROOT) == f"::{command} file=a.yaml,line=2,col=3,title=c::text"


def test_what_would_end_a_workflow_command_is_escaped() -> None:
    problem = Problem("a,b:100%.yaml", 1, 1, "c", Bilingual("", "50%, a: b\r\nc"), Bilingual("", "d::e"))

    assert github_command(problem, "en", ROOT, ROOT) == (
        "::error file=a%2Cb%3A100%25.yaml,line=1,col=1,title=c::50%25, a: b%0D%0Ac%0Ad::e"
    )


def test_paths_of_workflow_commands_count_from_the_folder_of_the_job() -> None:
    folder = ROOT.parent

    assert "file=work/presales.yaml," in github_command(BARE, "en", ROOT, folder)
    assert "file=presales.yaml," in github_command(BARE, "en", ROOT, ROOT / "elsewhere")
