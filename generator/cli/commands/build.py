"""`presales build`: the documents of notes."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.help import Command, Option
from generator.cli.notes import note_name, notes_argument
from generator.cli.outcome import (
    PROBLEMS,
    exit_code,
    tell_files,
    tell_notices,
    tell_problems,
    tell_summary,
)
from generator.cli.refusals import NO_HISTORY, RefusedError
from generator.cli.session import Session
from generator.cli.values import Day, Listed, flat, today
from generator.errors import LANGUAGES, Bilingual, Language, Severity

if TYPE_CHECKING:
    from generator.build.run import Request

# The names of build.kinds and workspace.codes, said here so that help and completion import neither.
DOCUMENTS = ("retrospective", "risk-memo", "customer-memo")
FORMATS = ("md", "docx", "html", "pdf")


@click.pass_obj
def _build(session: Session, /, *, force: bool, check: bool, toc_pages: bool, **asked: Any) -> int:
    from generator.build.press import Press
    from generator.build.run import build
    from generator.build.selection import UnknownNoteError, unknown_note_message
    from generator.history import UnknownRevisionError, unknown_revision_message
    from generator.output import Output
    from generator.output import RefusedError as RefusedOutputError
    from generator.pdf import HOW_TO_INSTALL, find_office

    workspace = session.workspace()
    request = _request(session, workspace.root, **asked)
    office = find_office(os.environ, workspace.root)
    if toc_pages and office is None:
        raise RefusedError(HOW_TO_INSTALL)
    try:
        with Output(workspace.output, force=force, check=check) as output, session.bar() as bar:
            press = Press(output, office, numbers_pages=toc_pages)
            report = press.finish(build(workspace, request, press, bar))
    except UnknownNoteError as error:
        raise RefusedError(unknown_note_message(error)) from error
    except UnknownRevisionError as error:
        raise RefusedError(unknown_revision_message(error)) from error
    except RefusedOutputError as error:
        session.tell_error(error.message)
        return PROBLEMS
    tell_problems(session, (problem for problem in report.problems if problem.severity is not Severity.HINT))
    tell_notices(session, report.notices)
    tell_files(session, report.files, "output/")
    tell_summary(session, report.counts, (file for file in report.files if file.path in report.documents))
    return exit_code(report.problems, report.files)


def _request(
    session: Session,
    root: Path,
    *,
    notes: tuple[str, ...],
    document: tuple[str, ...],
    formats: tuple[str, ...],
    lang: tuple[Language, ...],
    as_of: date,
    names: bool,
    since: str | None,
) -> Request:
    from generator.build.kinds import KINDS
    from generator.build.run import Request
    from generator.history import find_repository
    from generator.workspace.codes import Format

    repository = find_repository(root, os.environ)
    if since is not None and repository is None:
        raise RefusedError(NO_HISTORY)
    return Request(
        day=as_of,
        notes=tuple(note_name(session, root, note) for note in notes),
        kinds=tuple(kind for kind in KINDS if kind.name in document),
        formats=tuple(member for member in Format if member in formats),
        languages=lang,
        show_names=names,
        repository=repository,
        since=since or "",
    )


COMMAND = Command(
    "build",
    _build,
    Bilingual("由记录生成文档，写到 output/。", "Makes the documents of notes and writes them to output/."),
    more=Bilingual(
        "不写 NOTE 就是全部记录。被人改过的文件原样保留，新版本放在它旁边。",
        "Without NOTE it is all notes. A file that somebody edited is kept; the new version is put beside it.",
    ),
    examples=(
        "presales build",
        "presales build 2026-03-jinghe-tender --format docx,html --lang zh,en",
        "presales build --since origin/main",
        "presales build --as-of 2026-11-25 --check",
    ),
    params=(
        notes_argument(),
        Option(
            ["--document"],
            Bilingual(
                f"哪些文档：{'、'.join(DOCUMENTS)}；不写就是适合这条记录的",
                f"which documents: {', '.join(DOCUMENTS)}; else those that fit the note",
            ),
            type=Listed(*DOCUMENTS),
            multiple=True,
            callback=flat,
            metavar="NAME,...",
        ),
        Option(
            ["--format", "formats"],
            Bilingual(
                "哪些格式：md、docx、html、pdf（由 LibreOffice 转换）；不写就按 presales.yaml",
                "which formats: md, docx, html, pdf (by LibreOffice); else those of presales.yaml",
            ),
            type=Listed(*FORMATS),
            multiple=True,
            callback=flat,
            metavar="FORMAT,...",
        ),
        Option(
            ["--lang"],
            Bilingual(
                "文档的语言：zh、en；不写就按记录", "languages of the documents: zh, en; else the note's"
            ),
            type=Listed(*LANGUAGES),
            multiple=True,
            callback=flat,
            metavar="LANG,...",
        ),
        Option(
            ["--as-of"],
            Bilingual("文档说的是哪一天；不写就是今天", "the day that the documents speak for; else today"),
            type=Day(),
            default=today,
            metavar="DATE",
        ),
        Option(
            ["--since"],
            Bilingual(
                "只做从这个 git 版本以来改过的记录，没提交的也算",
                "only notes changed since this revision of git, committed or not",
            ),
            metavar="REV",
        ),
        Option(
            ["--names"],
            Bilingual("内部文档里写出客户人员的姓名", "show names of customer staff in internal documents"),
            is_flag=True,
        ),
        Option(
            ["--toc-pages"],
            Bilingual(
                "Word 和 PDF 的目录带页码，页码由 LibreOffice 排版得出",
                "page numbers in the contents of Word and PDF, from a layout by LibreOffice",
            ),
            is_flag=True,
        ),
        Option(
            ["--force"],
            Bilingual("被人改过的文件移到一边，写新的", "move files edited by hand aside and write new ones"),
            is_flag=True,
        ),
        Option(
            ["--check"],
            Bilingual("什么都不写，有过期的就失败", "write nothing; fail where something is out of date"),
            is_flag=True,
        ),
    ),
)
