"""How a run ends: what is told about problems and files, the last line, the exit code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from generator.cli.problems import problem_text
from generator.cli.session import Session
from generator.errors import Bilingual, Problem, has_errors

if TYPE_CHECKING:
    from generator.build.report import Counts
    from generator.output import Written

DONE, PROBLEMS, PROTECTED = 0, 1, 3
MOST_NOTICES = 8

# By the values of output.Fate, which is not imported for the help of commands.
_WORDS = {
    "written": Bilingual("已写", "written"),
    "unchanged": Bilingual("没变", "unchanged"),
    "kept": Bilingual("保留", "kept"),
    "stale": Bilingual("过期", "out of date"),
    "removed": Bilingual("已删", "removed"),
    "failed": Bilingual("没写成", "not written"),
}
_COLON = Bilingual("：", ": ")
_COLORS = {"kept": "yellow", "stale": "red", "failed": "red"}


def tell_problems(session: Session, problems: Iterable[Problem]) -> None:
    for problem in problems:
        session.tell(problem_text(problem, session.language))


def tell_notices(session: Session, notices: tuple[Bilingual, ...]) -> None:
    """What was kept back from customer files; over many notes only how much, unless much is to be said."""
    if session.quiet or not notices:
        return
    if len(notices) > MOST_NOTICES and not session.verbose:
        notices = (
            Bilingual(
                f"客户版有 {len(notices)} 处没有写入的内容；--verbose 逐条列出",
                f"withheld from customer memos in {len(notices)} places; --verbose lists them",
            ),
        )
    for notice in notices:
        session.tell(session.word(notice))


def tell_files(session: Session, files: Iterable[Written], folder: str = "") -> None:
    """Those that somebody has to know about, all where much is to be said; paths begin with the folder."""
    for file in files:
        if session.verbose or file.message is not None or file.fate in _COLORS:
            word = click.style(session.word(_WORDS[file.fate]), fg=_COLORS.get(file.fate))
            message = f"{_COLON.in_(session.language)}{session.word(file.message)}" if file.message else ""
            session.tell(f"{word} {session.word(Bilingual(folder + file.path, folder + file.path))}{message}")


def tell_summary(session: Session, counts: Counts, documents: Iterable[Written] = ()) -> None:
    """The last line of every run that reads notes; programs read it, so it is the same in both languages."""
    fates = [document.fate.value for document in documents]
    written, unchanged, kept = (fates.count(fate) for fate in ("written", "unchanged", "kept"))
    if not session.quiet:
        session.tell(
            f"notes: {counts.read} read, {counts.used} used, {counts.with_problems} with problems, "
            f"{counts.skipped} skipped; documents: {written} written, {unchanged} unchanged, {kept} kept"
        )


def exit_code(problems: tuple[Problem, ...], files: Iterable[Written] = ()) -> int:
    """What went wrong counts more than what was protected."""
    fates = {file.fate.value for file in files}
    if has_errors(problems) or fates & {"failed", "stale"}:
        return PROBLEMS
    return PROTECTED if "kept" in fates else DONE
