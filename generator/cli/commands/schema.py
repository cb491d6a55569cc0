"""`presales schema`: JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from generator.cli.help import Command, Option
from generator.cli.outcome import exit_code, tell_files, tell_problems
from generator.cli.refusals import RefusedError
from generator.cli.session import Session
from generator.errors import Bilingual, Problem, has_errors


@click.pass_obj
def _schema(session: Session, *, config: bool, digest: bool, file: str | None, force: bool) -> int:
    if config and digest:
        raise RefusedError(
            Bilingual("--config 和 --digest 只能写一个", "write --config or --digest, not both")
        )
    text, problems = _config_schema() if config else _digest_schema() if digest else _note_schema(session)
    tell_problems(session, problems)
    if has_errors(problems):
        return exit_code(problems)
    if file is None:
        session.put(text.removesuffix("\n"))
        return exit_code(problems)
    from generator.output import write_file

    written = write_file(Path(file), text.encode(), force=force)
    tell_files(session, (written,))
    return exit_code(problems, (written,))


def _config_schema() -> tuple[str, tuple[Problem, ...]]:
    from generator.workspace.schema import render_config_schema

    return render_config_schema(), ()


def _digest_schema() -> tuple[str, tuple[Problem, ...]]:
    from generator.dashboard import render_digest_schema

    return render_digest_schema(), ()


def _note_schema(session: Session) -> tuple[str, tuple[Problem, ...]]:
    """With the workspace's own themes. Outside a workspace, as editors may run it, the built-in ones are all."""
    from generator.notes.schema import render_schema

    if session.root() is None:
        return render_schema(), ()
    workspace = session.workspace()
    return render_schema(workspace.config.all_themes()), workspace.problems


def _complete_file(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(incomplete, type="file")]


COMMAND = Command(
    "schema",
    _schema,
    Bilingual("打印记录格式的 JSON Schema，给编辑器用。", "Prints the JSON Schema of the note, for editors."),
    more=Bilingual(
        "在工作区里运行时包括团队自己的主题。VS Code 的 YAML 扩展用它补全和检查。",
        "In a workspace it holds the team's own themes. The YAML extension of VS Code completes and checks with it.",
    ),
    examples=("presales schema -o .vscode/note.schema.json", "presales schema --config"),
    params=(
        Option(
            ["--config"],
            Bilingual("presales.yaml 的，而不是记录的", "that of presales.yaml, not of notes"),
            is_flag=True,
        ),
        Option(
            ["--digest"],
            Bilingual("digest --format json 的", "that of what digest --format json prints"),
            is_flag=True,
        ),
        Option(
            ["-o", "--output", "file"],
            Bilingual("写到这个文件", "write it to this file"),
            metavar="FILE",
            shell_complete=_complete_file,
        ),
        Option(["--force"], Bilingual("覆盖已有的文件", "write over an existing file"), is_flag=True),
    ),
)
