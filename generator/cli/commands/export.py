"""`presales export`: registers over all notes for spreadsheets and programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.help import Command, Option
from generator.cli.outcome import exit_code, tell_files, tell_problems, tell_summary
from generator.cli.session import Session
from generator.cli.values import Day, Listed, OneOf, flat, today
from generator.errors import LANGUAGES, Bilingual, Language, Severity

if TYPE_CHECKING:
    from generator.output import Written
    from generator.workspace.places import Workspace

# The names of registers.REGISTERS, said here so that help imports none.
NAMES = ("risks", "commitments", "requirements", "lessons", "scores")
_FORMATS = ("xlsx", "csv", "json")
_FOLDER = "registers"


@click.pass_obj
def _export(
    session: Session,
    /,
    *,
    format_name: str,
    registers: tuple[str, ...],
    target: str | None,
    as_of: date,
    restricted: bool,
    force: bool,
    lang: Language | None,
) -> int:
    from generator.build.exporting import render_registers
    from generator.build.library import remembered_library

    workspace = session.workspace()
    library = remembered_library(workspace, as_of)
    language = lang or ("zh" if workspace.config.language.value == "zh" else "en")
    export = render_registers(
        library, as_of, format_name, registers or NAMES, language=language, restricted=restricted
    )
    written = _write(workspace, export.files, target, force=force)
    tell_problems(session, (problem for problem in library.problems if problem.severity is Severity.ERROR))
    tell_files(session, written)
    tell_summary(session, export.counts, written)
    return exit_code(library.problems, written)


def _write(
    workspace: Workspace, files: dict[str, bytes], target: str | None, *, force: bool
) -> tuple[Written, ...]:
    """Below output/registers/, or where -o says: a file for one, a folder for several."""
    from generator.output import Output, write_file

    if target is None:
        with Output(workspace.output, force=force) as output:
            return tuple(output.write(f"{_FOLDER}/{name}", data) for name, data in files.items())
    if len(files) == 1:
        return tuple(write_file(Path(target), data, force=force) for data in files.values())
    return tuple(
        write_file(Path(target) / name, data, force=force, parents=True) for name, data in files.items()
    )


COMMAND = Command(
    "export",
    _export,
    Bilingual(
        "把风险、承诺、落地要点、经验、评分导出成登记表。",
        "Exports registers of risks, commitments, requirements, lessons and scores.",
    ),
    more=Bilingual(
        "写到 output/registers/，或 -o 指定的地方。里面有客户名称和内部内容，只供内部使用。",
        "To output/registers/, or where -o says. They hold customers' names and internal matter: for internal use.",
    ),
    examples=(
        "presales export",
        "presales export --format csv --register risks,commitments",
        "presales export --format json -o registers.json",
    ),
    params=(
        Option(
            ["--format", "format_name"],
            Bilingual("xlsx（缺省）、csv、json", "xlsx (the default), csv, json"),
            type=OneOf(*_FORMATS),
            default="xlsx",
            metavar="FORMAT",
        ),
        Option(
            ["--register", "registers"],
            Bilingual(
                f"哪些登记表：{'、'.join(NAMES)}；不写就是全部", f"which: {', '.join(NAMES)}; else all"
            ),
            type=Listed(*NAMES),
            multiple=True,
            callback=flat,
            metavar="NAME,...",
        ),
        Option(
            ["-o", "--output", "target"],
            Bilingual(
                "写到这里：一个文件；csv 有几张表时是文件夹",
                "write here: a file; a folder for several csv files",
            ),
            metavar="PATH",
        ),
        Option(
            ["--as-of"],
            Bilingual("说的是哪一天；不写就是今天", "the day that they speak for; else today"),
            type=Day(),
            default=today,
            metavar="DATE",
        ),
        Option(
            ["--include-restricted", "restricted"],
            Bilingual("包括受限的记录", "restricted notes too"),
            is_flag=True,
        ),
        Option(["--force"], Bilingual("覆盖已有的文件", "write over existing files"), is_flag=True),
        Option(
            ["--lang"],
            Bilingual("表头的语言；不写就是工作区的", "language of the heads; else the workspace's"),
            type=OneOf(*LANGUAGES),
            metavar="LANG",
        ),
    ),
)
