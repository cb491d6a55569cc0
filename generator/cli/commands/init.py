"""`presales init`: a new workspace."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.help import Argument, Command, Option
from generator.cli.outcome import exit_code, tell_files
from generator.cli.session import Session
from generator.cli.values import OneOf, today
from generator.errors import LANGUAGES, Bilingual, Language

_SYSTEMS = ("github", "gitlab")


@click.pass_obj
def _init(session: Session, /, *, folder: str, ci: str | None, lang: Language | None) -> int:
    from generator.output import write_file
    from generator.scaffold import CI_SYSTEMS, workspace_files

    root = Path(folder)
    system = next((name for name in CI_SYSTEMS if name == ci), None)
    files = workspace_files(lang or session.language, today(), system)
    written = tuple(write_file(root / path, text.encode(), parents=True) for path, text in files.items())
    tell_files(session, written)
    note = next(path for path in files if path.startswith("engagements/"))
    session.tell(
        session.word(
            Bilingual(
                f"工作区在 {root}。先填 {root / note}，再运行 presales check 和 presales build。",
                f"The workspace is {root}. Fill in {root / note}, then run presales check and presales build.",
            )
        )
    )
    return exit_code((), written)


COMMAND = Command(
    "init",
    _init,
    Bilingual(
        "新建一个工作区，带一条有注释的示例记录。", "Makes a new workspace with one commented sample note."
    ),
    more=Bilingual(
        "已有的文件原样保留（退出码 3）。写好 VS Code 的补全设置和 pre-commit 的配置；不动 .git。",
        "Existing files stay as they are (exit code 3). Settings for completion in VS Code and a configuration for "
        "pre-commit are among the files; .git is not touched.",
    ),
    examples=("presales init", "presales init our-presales --ci github", "presales init notes --lang en"),
    params=(
        Argument(
            "folder",
            Bilingual("文件夹；不写就是这里", "the folder; else this one"),
            metavar="[DIR]",
            default=".",
        ),
        Option(
            ["--ci"],
            Bilingual(
                f"加上持续集成的配置：{'、'.join(_SYSTEMS)}",
                f"add a configuration for {' or '.join(_SYSTEMS)}",
            ),
            type=OneOf(*_SYSTEMS),
            metavar="NAME",
        ),
        Option(
            ["--lang"],
            Bilingual(
                "记录和设置的语言；不写就是消息的语言", "language of note and settings; else that of messages"
            ),
            type=OneOf(*LANGUAGES),
            metavar="LANG",
        ),
    ),
)
