"""The repository around a workspace, and how git is asked: without hooks, helpers, prompts and network."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# A repository that came from elsewhere brings its own settings: none of them may start a program.
_OPTIONS = (
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor="),
    *("-c", f"core.hooksPath={os.devnull}"),
)
# Objects that a partial clone left out are not fetched: no protocol is allowed, whatever settings say.
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_PROGRAM = "git.exe" if os.name == "nt" else "git"


@dataclass(frozen=True, slots=True)
class Repository:
    """root is the workspace's; prefix is its path below the top of the repository, empty or with a `/` at its end."""

    program: str
    root: Path
    environment: tuple[tuple[str, str], ...]
    prefix: str = ""

    def command(self, *arguments: str) -> list[str]:
        return [self.program, *_OPTIONS, *arguments]

    def ask(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git answers; None where it refuses or cannot be started."""
        try:
            done = subprocess.run(  # noqa: S603 - no shell; what a user typed stands behind --end-of-options
                self.command(*arguments),
                input=given,
                capture_output=True,
                cwd=self.root,
                env=dict(self.environment),
                check=False,
            )
        except OSError:
            return None
        return done.stdout if done.returncode == 0 else None


def find_repository(root: Path, environment: Mapping[str, str]) -> Repository | None:
    """The repository that holds the workspace; None without one, or without git.

    environment is the process's. Variables of git's own are dropped: a hook that runs us sets them for another task.
    """
    program = _find_program(environment, root)
    if program is None:
        return None
    kept = {name: value for name, value in environment.items() if not name.upper().startswith("GIT_")}
    repository = Repository(program, root, tuple(sorted((kept | _ENVIRONMENT).items())))
    prefix = repository.ask("rev-parse", "--show-prefix")
    if prefix is None:
        return None
    return Repository(program, root, repository.environment, path_of(prefix.removesuffix(b"\n")))


def _find_program(environment: Mapping[str, str], root: Path) -> str | None:
    """git in the folders of PATH; never one in the workspace, where Windows would look first."""
    path = next((value for name, value in environment.items() if name.upper() == "PATH"), "")
    for folder in path.split(os.pathsep):
        program = Path(folder) / _PROGRAM
        if program.is_absolute() and not program.is_relative_to(root) and os.access(program, os.X_OK):
            return str(program)
    return None


def path_of(data: bytes) -> str:
    """A path as git writes it behind -z: bytes of UTF-8, which any other bytes survive."""
    return data.decode("utf-8", "surrogateescape")
