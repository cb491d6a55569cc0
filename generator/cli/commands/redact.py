"""`presales redact`: a copy of the workspace under other names."""

from __future__ import annotations

import os
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from generator.cli.help import Argument, Command, Option
from generator.cli.outcome import PROBLEMS, exit_code, tell_files, tell_problems, tell_summary
from generator.cli.refusals import RefusedError
from generator.cli.session import Session
from generator.cli.values import today
from generator.errors import Bilingual, Severity

_LEFT_OUT = Bilingual(
    "副本里没有：注释、x- 键、图片、templates/、战前简报的记录、git 历史",
    "not in the copy: comments, x- keys, pictures, templates/, the records of briefs, git history",
)
_READ_IT = Bilingual(
    "化名只换得掉记录里写明的名字；行业、地区、日期和说的话照旧，发出去之前请读一遍",
    "only names that a key of a note holds are known; industries, regions, dates and what was said stay: read the copy "
    "before you hand it on",
)


@click.pass_obj
def _redact(session: Session, *, folder: str, force: bool) -> int:
    from generator.build.report import Counts
    from generator.errors import ProblemsError
    from generator.notes.reader import read_notes
    from generator.output import RefusedError as RefusedOutputError
    from generator.output import write_folder
    from generator.redaction import make_copy
    from generator.workspace.places import read_note_files

    workspace = session.workspace()
    _refuse_overlap(folder, workspace.root)
    files, unread = read_note_files(workspace)
    notes = read_notes(files, today(), workspace.config.all_themes())
    try:
        copy = make_copy(workspace, notes, today())
        written = write_folder(Path(folder), copy.files, force=force) if copy.files else ()
    except ProblemsError as error:
        tell_problems(session, error.problems)
        return PROBLEMS
    except RefusedOutputError as error:
        session.tell_error(Bilingual(f"{folder}：{error.message.zh}", f"{folder}: {error.message.en}"))
        return PROBLEMS
    problems = (*unread, *copy.problems)
    tell_problems(session, (problem for problem in problems if problem.severity is not Severity.HINT))
    tell_files(session, written, f"{folder.rstrip(os.sep)}/")
    _tell_rest(session, bool(copy.files))
    read = len(notes) + sum(problem.severity is Severity.ERROR for problem in unread)
    tell_summary(session, Counts(read, copy.copied, read - copy.copied, 0))
    return exit_code(problems, written)


def _refuse_overlap(folder: str, root: Path) -> None:
    """A copy in the workspace would be read with it, and one around it would hold it."""
    place = Path(os.path.realpath(folder))
    if place.is_relative_to(root) or root.is_relative_to(place):
        raise RefusedError(
            Bilingual(
                f"{folder} 和工作区 {root} 重叠：副本要放在工作区之外",
                f"{folder} overlaps the workspace {root}: a copy goes outside of it",
            )
        )


def _tell_rest(session: Session, is_written: bool) -> None:
    if is_written and not session.quiet:
        session.tell(session.word(_LEFT_OUT))
        session.tell(session.word(_READ_IT))


def _complete_folder(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(incomplete, type="dir")]


COMMAND = Command(
    "redact",
    _redact,
    Bilingual(
        "把工作区复制到 DIR，公司、人、产品、案例都换成化名，金额按同一个比例改。",
        "Copies the workspace to DIR with pseudonyms for companies, people, products and references; amounts are scaled "
        "by one factor.",
    ),
    more=Bilingual(
        "同一个名字在所有记录里换成同一个化名，正文里的也换。副本能照样检查和生成文档，用于演示和报告问题。"
        "写之前整份查一遍，还有原来的名字或金额就什么都不写。",
        "A name gets the same pseudonym in all notes, in free text as well. The copy checks and builds as before, for demos "
        "and bug reports. It is searched before it is written: if a name or an amount were left, nothing is written.",
    ),
    examples=("presales redact ../demo", "presales redact ../report --force"),
    params=(
        Argument(
            "folder",
            Bilingual(
                "副本放在哪里，工作区之外的新文件夹",
                "where the copy goes, a new folder outside the workspace",
            ),
            metavar="DIR",
            shell_complete=_complete_folder,
        ),
        Option(
            ["--force"],
            Bilingual("文件夹不是空的也写进去", "write into a folder that is not empty"),
            is_flag=True,
        ),
    ),
)
