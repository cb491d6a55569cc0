"""`presales check`: every problem and hint, at its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from generator.cli.help import Argument, Command, Option
from generator.cli.outcome import PROBLEMS, exit_code, tell_summary
from generator.cli.problems import github_command, problem_text, problems_json
from generator.cli.refusals import RefusedError
from generator.cli.session import Session
from generator.cli.values import Day, OneOf, today
from generator.errors import Bilingual, Problem, Severity

_FORMATS = ("text", "json", "github")


@click.pass_obj
def _check(session: Session, *, paths: tuple[str, ...], format_name: str, strict: bool, as_of: date) -> int:
    from generator.build.checking import check

    workspace = session.workspace()
    places = tuple(_place(session, workspace.root, path) for path in paths)
    with session.bar() as bar:
        checked = check(workspace, as_of, places, bar)
    _put_problems(session, checked.problems, format_name, workspace.root)
    tell_summary(session, checked.counts)
    warned = any(problem.severity is Severity.WARNING for problem in checked.problems)
    return PROBLEMS if strict and warned else exit_code(checked.problems)


def _place(session: Session, root: Path, typed: str) -> str:
    place = session.workspace_path(root, typed)
    if place is None:
        raise RefusedError(Bilingual(f"没有文件或文件夹 {typed}", f"there is no file or folder {typed}"))
    return place


def _put_problems(session: Session, problems: tuple[Problem, ...], format_name: str, root: Path) -> None:
    """Data: the same with --quiet."""
    if format_name == "json":
        session.put(problems_json(problems, session.language))
        return
    for problem in problems:
        if format_name == "github":
            session.put(github_command(problem, session.language, root, Path.cwd().resolve()))
        else:
            session.put(problem_text(problem, session.language))


def _complete_path(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(incomplete, type="file")]


COMMAND = Command(
    "check",
    _check,
    Bilingual(
        "列出记录、设置、假日、模板、标签和基准文档的全部问题和提示，精确到行列。",
        "Lists every problem and hint of notes, settings, holidays, templates, labels and base documents, by line and column.",
    ),
    more=Bilingual(
        "每条记录都真的生成一遍，模板里只在某条记录上出现的错误也会报。什么都不写。",
        "Every note is really rendered, so that a template's mistake which shows with one note only is found. Nothing is written.",
    ),
    examples=(
        "presales check",
        "presales check engagements/zh --strict",
        "presales check --format json",
    ),
    params=(
        Argument(
            "paths",
            Bilingual("只报这些文件和文件夹里的", "only what lies in these files and folders"),
            metavar="[PATH]...",
            nargs=-1,
            shell_complete=_complete_path,
        ),
        Option(
            ["--format", "format_name"],
            Bilingual("text、json，或 GitHub Actions 的 github", "text, json, or github for GitHub Actions"),
            type=OneOf(*_FORMATS),
            default="text",
            metavar="FORMAT",
        ),
        Option(["--strict"], Bilingual("警告也算问题", "warnings count as problems"), is_flag=True),
        Option(
            ["--as-of"],
            Bilingual("按哪一天检查；不写就是今天", "the day to check for; else today"),
            type=Day(),
            default=today,
            metavar="DATE",
        ),
    ),
)
