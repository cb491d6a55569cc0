"""`presales template lint`: what is wrong with templates, labels and base documents, before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.cli.completion import complete_path
from generator.cli.help import Argument, Command, Option
from generator.cli.outcome import PROBLEMS, exit_code
from generator.cli.problems import problem_text, problems_json
from generator.cli.refusals import RefusedError
from generator.cli.session import Session
from generator.cli.values import Day, OneOf, today
from generator.errors import Bilingual, Problem, Severity, has_errors

_FORMATS = ("text", "json")
_WORD = ".docx"
_NEEDED = Bilingual("基准文档要满足：", "What a base document needs:")


@click.pass_obj
def _lint(session: Session, /, *, files: tuple[str, ...], format_name: str, strict: bool, as_of: date) -> int:
    problems = tuple(_problems(session, files, as_of))
    if format_name == "json":
        session.put(problems_json(problems, session.language))
    else:
        for problem in problems:
            session.put(problem_text(problem, session.language))
    _tell_needs(session, problems)
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    return PROBLEMS if strict and warned else exit_code(problems)


def _problems(session: Session, files: tuple[str, ...], as_of: date) -> Iterable[Problem]:
    """A Word file may lie anywhere; everything else is judged as part of its workspace."""
    from generator.build.linting import lint_templates

    if not files:
        yield from lint_templates(session.workspace(), as_of)
        return
    for typed in (typed for typed in files if typed.lower().endswith(_WORD)):
        yield from _word_problems(session, typed)
    others = [typed for typed in files if not typed.lower().endswith(_WORD)]
    if others:
        workspace = session.workspace()
        paths = tuple(_place(session, workspace.root, typed) for typed in others)
        yield from lint_templates(workspace, as_of, paths)


def _place(session: Session, root: Path, typed: str) -> str:
    place = session.workspace_path(root, typed)
    if place is None:
        raise RefusedError(_not_there(typed))
    return place


def _word_problems(session: Session, typed: str) -> tuple[Problem, ...]:
    from generator.build.bases import lint_base_file

    root = session.root()
    candidates = (Path(typed), *((root / typed,) if root else ()))
    path = next((path for path in candidates if path.is_file()), None)
    if path is None:
        raise RefusedError(_not_there(typed))
    return lint_base_file(path.read_bytes(), typed)


def _not_there(typed: str) -> Bilingual:
    return Bilingual(f"没有文件或文件夹 {typed}", f"there is no file or folder {typed}")


def _tell_needs(session: Session, problems: tuple[Problem, ...]) -> None:
    """In plain words, where a base document has an error."""
    from generator.word.linting.needs import NEEDS

    bases = tuple(problem for problem in problems if problem.path.lower().endswith(_WORD))
    if not session.quiet and has_errors(bases):
        session.tell("\n".join((session.word(_NEEDED), *(f"- {session.word(need)}" for need in NEEDS))))


COMMAND = Command(
    "lint",
    _lint,
    Bilingual(
        "检查模板、词条和 Word 基准文档，不写 FILE 就是工作区的全部。",
        "Checks templates, labels and Word base documents; without FILE all of the workspace.",
    ),
    more=Bilingual(
        "基准文档用最少、很长、中文、英文、特殊字符的文档试一遍，再由 python-docx 读回来对照；"
        "记录的模板用工作区的记录试一遍。.docx 可以在工作区之外。",
        "Base documents are tried with minimal, very long, Chinese, English and awkward documents, which python-docx "
        "reads again; templates of notes with the notes of the workspace. A .docx may lie outside a workspace.",
    ),
    examples=(
        "presales template lint",
        "presales template lint templates/base.docx --strict",
        "presales template lint --format json",
    ),
    params=(
        Argument(
            "files",
            Bilingual(
                "基准文档、模板、词条，或它们的文件夹",
                "base documents, templates, labels, or a folder of them",
            ),
            metavar="[FILE]...",
            nargs=-1,
            shell_complete=complete_path,
        ),
        Option(
            ["--format", "format_name"],
            Bilingual("text（缺省）或 json", "text (the default) or json"),
            type=OneOf(*_FORMATS),
            default="text",
            metavar="FORMAT",
        ),
        Option(["--strict"], Bilingual("警告也算问题", "warnings count as problems"), is_flag=True),
        Option(
            ["--as-of"],
            Bilingual("试记录时按哪一天；不写就是今天", "the day to try notes for; else today"),
            type=Day(),
            default=today,
            metavar="DATE",
        ),
    ),
)
