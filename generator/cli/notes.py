"""Notes as the command line names them: by id, or by path from the current folder or the workspace."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from generator.cli.help import Argument
from generator.cli.session import Session
from generator.errors import Bilingual

_ENDINGS = (".yaml", ".yml")


def notes_argument() -> Argument:
    return Argument(
        "notes",
        Bilingual("记录的编号或路径", "id or path of a note"),
        metavar="[NOTE]...",
        nargs=-1,
        shell_complete=complete_note,
    )


def note_name(session: Session, root: Path, typed: str) -> str:
    """An id as typed; a file relative to the workspace."""
    is_file = typed.lower().endswith(_ENDINGS)
    return (session.workspace_path(root, typed) or typed) if is_file else typed


def complete_note(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Ids, and paths by the shell itself where a path was begun."""
    session: Session = ctx.obj
    root = session.root()
    if root is None or "/" in incomplete:
        return [CompletionItem(incomplete, type="file")]
    paths = (root / "engagements").rglob("*.y*ml")
    return [
        CompletionItem(name) for name in sorted(path.stem for path in paths) if name.startswith(incomplete)
    ]
