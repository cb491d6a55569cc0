"""`presales diff`: what changed between two revisions, in a reader's words."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.help import Argument, Command, Option
from generator.cli.notes import note_name, notes_argument
from generator.cli.outcome import PROBLEMS, exit_code, tell_files, tell_problems, tell_summary
from generator.cli.refusals import NO_HISTORY, RefusedError
from generator.cli.session import Session
from generator.cli.terminal import harmless
from generator.cli.values import Day, OneOf, today
from generator.errors import LANGUAGES, Bilingual, Language, ProblemsError

if TYPE_CHECKING:
    from generator.build.comparing import Comparison
    from generator.build.kit import Kit
    from generator.output import Written
    from generator.workspace.places import Workspace

_FORMATS = ("text", "md", "docx")
_NEEDS_A_FILE = Bilingual("--format docx 要用 -o 指明写到哪个文件", "--format docx needs -o and a file")


@click.pass_obj
def _diff(session: Session, /, *, target: str | None, force: bool, format_name: str, **asked: Any) -> int:
    from generator.build.kit import read_kit

    if format_name == "docx" and target is None:
        raise RefusedError(_NEEDS_A_FILE)
    workspace = session.workspace()
    lang, names = asked.pop("lang"), asked.pop("names")
    comparison = _compare(session, workspace, **asked)
    language: Language = lang or ("zh" if workspace.config.language.value == "zh" else "en")
    kit, problems = read_kit(workspace)
    if kit is None:
        tell_problems(session, problems)
        return PROBLEMS
    try:
        data = _render(comparison, workspace, kit, language, format_name, names=names)
    except ProblemsError as error:
        tell_problems(session, error.problems)
        return PROBLEMS
    written = _put(session, data, target, force=force)
    tell_problems(session, comparison.problems)
    tell_files(session, written)
    tell_summary(session, comparison.counts, written)
    return exit_code(comparison.problems, written)


def _compare(
    session: Session, workspace: Workspace, *, revisions: str, notes: tuple[str, ...], as_of: date
) -> Comparison:
    from generator.build.comparing import compare
    from generator.build.selection import UnknownNoteError, unknown_note_message
    from generator.history import UnknownRevisionError, find_repository, unknown_revision_message

    repository = find_repository(workspace.root, os.environ)
    if repository is None:
        raise RefusedError(NO_HISTORY)
    asked = tuple(note_name(session, workspace.root, note) for note in notes)
    try:
        return compare(workspace, repository, _names(revisions), asked, as_of)
    except UnknownRevisionError as error:
        raise RefusedError(unknown_revision_message(error)) from error
    except UnknownNoteError as error:
        raise RefusedError(unknown_note_message(error)) from error


def _names(revisions: str) -> tuple[str, str]:
    """`A..B` is from A to B, where a side left out is HEAD, as for git; `A` alone is from A to the workspace."""
    first, dots, second = revisions.partition("..")
    return (first or "HEAD", second or "HEAD") if dots else (first, "")


def _render(
    comparison: Comparison,
    workspace: Workspace,
    kit: Kit,
    language: Language,
    format_name: str,
    *,
    names: bool,
) -> bytes:
    from generator.build.comparing import difference_text, render_difference
    from generator.workspace.codes import Format

    if format_name == "text":
        text = difference_text(comparison, workspace, kit, language, show_names=names)
        return f"{text}\n".encode()
    wanted = Format.MD if format_name == "md" else Format.DOCX
    return render_difference(comparison, workspace, kit, language, wanted, show_names=names)


def _put(session: Session, data: bytes, target: str | None, *, force: bool) -> tuple[Written, ...]:
    """To the file that -o names, else to standard output."""
    from generator.output import write_file

    if target is None:
        session.put(harmless(data.decode()).removesuffix("\n"))
        return ()
    return (write_file(Path(target), data, force=force),)


COMMAND = Command(
    "diff",
    _diff,
    Bilingual(
        "用读者的话说出记录在两个版本之间的变化。", "Says in a reader's words what changed in the notes."
    ),
    more=Bilingual(
        "REV 是 git 的版本：提交号、分支、标签或 HEAD~3。只写一个，就和工作区里现在的记录比。text 和 md 打印出来，"
        "-o 写到文件；docx 要用 -o。没有内容变化的记录不列出。",
        "REV is a revision of git: a commit, a branch, a tag, or HEAD~3. One alone is compared with the notes as they "
        "lie in the workspace. text and md are printed, or go to a file with -o; docx needs -o. Notes without a change "
        "of content are not listed.",
    ),
    examples=(
        "presales diff HEAD",
        "presales diff HEAD~3..HEAD 2026-03-jinghe-tender",
        "presales diff v1.2 --format docx -o changes.docx",
    ),
    params=(
        Argument(
            "revisions",
            Bilingual("一个版本，或 A..B 两个版本", "a revision, or two as A..B"),
            metavar="REV[..REV]",
        ),
        notes_argument(),
        Option(
            ["--format", "format_name"],
            Bilingual("text（缺省）、md、docx", "text (the default), md, docx"),
            type=OneOf(*_FORMATS),
            default="text",
            metavar="FORMAT",
        ),
        Option(
            ["-o", "--output", "target"],
            Bilingual("写到这个文件", "write to this file"),
            metavar="FILE",
        ),
        Option(
            ["--lang"],
            Bilingual("用哪种语言说：zh、en；不写就按工作区", "the language: zh or en; else the workspace's"),
            type=OneOf(*LANGUAGES),
            metavar="LANG",
        ),
        Option(
            ["--as-of"],
            Bilingual(
                "两个版本都按哪一天看；不写就是今天", "the day that both versions speak for; else today"
            ),
            type=Day(),
            default=today,
            metavar="DATE",
        ),
        Option(
            ["--names"],
            Bilingual("写出客户人员的姓名", "show names of customer staff"),
            is_flag=True,
        ),
        Option(
            ["--force"],
            Bilingual("覆盖已有的文件", "overwrite a file that exists"),
            is_flag=True,
        ),
    ),
)
