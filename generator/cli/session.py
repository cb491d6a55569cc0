"""What every command is handed: the language of messages, where to look, how much to say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.refusals import RefusedError
from generator.cli.terminal import Bar, harmless
from generator.errors import SEVERITY_WORDS, Bilingual, Language, Severity
from generator.workspace.root import CONFIG_NAME, find_root

if TYPE_CHECKING:
    from generator.workspace.places import Workspace


@dataclass(frozen=True, slots=True)
class Session:
    """start is the folder that -C names, None for the nearest workspace; color is None where the stream decides."""

    language: Language
    start: Path | None = None
    quiet: bool = False
    verbose: bool = False
    color: bool | None = None

    def put(self, text: str) -> None:
        """Data, to standard output."""
        click.echo(text, color=self.color)

    def tell(self, text: str) -> None:
        """A message, to standard error."""
        click.echo(text, err=True, color=self.color)

    def tell_error(self, words: Bilingual) -> None:
        error = SEVERITY_WORDS[Severity.ERROR]
        self.tell(self.word(Bilingual(f"{error.zh}：{words.zh}", f"{error.en}: {words.en}")))

    def word(self, words: Bilingual) -> str:
        return harmless(words.in_(self.language))

    def bar(self) -> Bar:
        return Bar(shown=not self.quiet)

    def root(self) -> Path | None:
        return self.start.resolve() if self.start else find_root(Path.cwd())

    def workspace(self) -> Workspace:
        """Raises RefusedError where there is none."""
        from generator.workspace.places import read_workspace

        root = self.root()
        if root is None:
            raise RefusedError(_no_workspace(Path.cwd()))
        return read_workspace(root)

    def workspace_path(self, root: Path, typed: str) -> str | None:
        """A path as typed, read from the current folder and else from the workspace, relative to the workspace.

        None where nothing is there; RefusedError where it lies outside.
        """
        path = next((path for path in (Path(typed), root / typed) if path.exists()), None)
        if path is None:
            return None
        place = path.resolve()
        if not place.is_relative_to(root):
            raise RefusedError(
                Bilingual(f"{typed} 在工作区 {root} 之外", f"{typed} is outside the workspace {root}")
            )
        return place.relative_to(root).as_posix()


def _no_workspace(folder: Path) -> Bilingual:
    return Bilingual(
        f"{folder} 和它的上级文件夹里都没有 {CONFIG_NAME}：到工作区里运行，或用 -C 指明它",
        f"no {CONFIG_NAME} in {folder} or above it: run in a workspace, or name one with -C",
    )
