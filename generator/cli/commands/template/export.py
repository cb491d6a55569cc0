"""`presales template export`: the built-in templates, labels and Word base document as files to change."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.completion import complete_folder
from generator.cli.help import Argument, Command
from generator.cli.outcome import exit_code, tell_files
from generator.cli.session import Session
from generator.errors import Bilingual

_FOLDER = "templates"


@click.pass_obj
def _export(session: Session, /, *, folder: str | None) -> int:
    from generator.output import write_file
    from generator.workspace.builtin import builtin_files

    target = Path(folder) if folder is not None else (session.root() or Path()) / _FOLDER
    written = tuple(write_file(target / name, data, parents=True) for name, data in builtin_files().items())
    tell_files(session, written)
    session.tell(
        session.word(
            Bilingual(
                f"都在 {target}。只留下要改的：留下的会一直取代内置的。",
                f"They are in {target}. Keep those that you change: a file that stays takes the place of the built-in one.",
            )
        )
    )
    return exit_code((), written)


COMMAND = Command(
    "export",
    _export,
    Bilingual(
        "写出内置的模板、词条和 base.docx，从它们改起。",
        "Writes the built-in templates, labels and base.docx to start from.",
    ),
    more=Bilingual(
        "不写 DIR 就是工作区的 templates/。已有的文件原样保留（退出码 3）。",
        "Without DIR into templates/ of the workspace. Existing files stay as they are (exit code 3).",
    ),
    examples=("presales template export", "presales template export ../our-templates"),
    params=(
        Argument(
            "folder",
            Bilingual("写到这个文件夹", "the folder to write to"),
            metavar="[DIR]",
            required=False,
            shell_complete=complete_folder,
        ),
    ),
)
