"""The folders and files of a workspace, and reading what lies there. Nothing outside it is ever opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Bilingual, Problem, Severity, has_errors
from generator.notes.reader import NoteFile
from generator.source.findings import problem_at
from generator.source.reading import read_yaml, replace_line
from generator.source.text import MAX_BYTES, decode_source, too_large
from generator.source.validate import Model, validate
from generator.workspace.config import Config, Holidays, is_inside

CONFIG_NAME = "presales.yaml"
_NOTE_ENDINGS = (".yaml", ".yml")
_SAVED_AS_TEXT = (".yaml.txt", ".yml.txt", ".yaml.docx", ".yaml.md")


@dataclass(frozen=True, slots=True)
class Workspace:
    """root is absolute; problems are those of presales.yaml and of the holiday file."""

    root: Path
    config: Config
    holidays: Holidays
    problems: tuple[Problem, ...] = ()

    @property
    def engagements(self) -> Path:
        return self.root / "engagements"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def find_root(start: Path) -> Path | None:
    """The nearest folder upward, start included, that holds presales.yaml."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / CONFIG_NAME).is_file()), None)


def read_workspace(root: Path) -> Workspace:
    """The workspace in a folder. Where presales.yaml has problems the defaults stand in and the problems tell."""
    root = root.resolve()
    config, problems = _read_settings(Config, root, CONFIG_NAME)
    config = config or Config()
    holidays = Holidays()
    if config.working_days.holidays:
        found, more = _read_holidays(root, config.working_days.holidays)
        holidays, problems = found or holidays, (*problems, *more)
    return Workspace(root, config, holidays, problems)


def _read_holidays(root: Path, name: str) -> tuple[Holidays | None, tuple[Problem, ...]]:
    if not is_inside(name) or not (root / name).is_file():
        message = Bilingual(f"没有节假日文件 {name}", f"there is no holiday file {name}")
        return None, (Problem(CONFIG_NAME, 1, 1, "missing_file", message, key="working_days.holidays"),)
    return _read_settings(Holidays, root, name)


def _read_settings(model: type[Model], root: Path, name: str) -> tuple[Model | None, tuple[Problem, ...]]:
    source = decode_source(name, (root / name).read_bytes())
    if isinstance(source, Problem):
        return None, (source,)
    reading = read_yaml(source)
    if reading.root is None:
        return None, reading.problems
    value, findings = validate(model, reading.root)
    found = (replace_line(problem_at(reading.mended, reading.root, finding), source) for finding in findings)
    problems = (*reading.problems, *found)
    return (None if has_errors(problems) else value), problems


def read_note_files(workspace: Workspace) -> tuple[tuple[NoteFile, ...], tuple[Problem, ...]]:
    """Every note under engagements/ in the order of its path, and the files that cannot be opened."""
    files: list[NoteFile] = []
    problems: list[Problem] = []
    for path in _walk(workspace.engagements):
        read = _read_note_file(workspace, path)
        if isinstance(read, NoteFile):
            files.append(read)
        elif read is not None:
            problems.append(read)
    return tuple(files), tuple(problems)


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder in a fixed order; hidden ones and folder links are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith((".", "~")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file() or entry.is_symlink():
            yield Path(entry.path)


def _read_note_file(workspace: Workspace, path: Path) -> NoteFile | Problem | None:
    name = workspace.relative(path)
    lower = path.name.lower()
    if lower.endswith(_SAVED_AS_TEXT):
        return _saved_as_text(name)
    if not lower.endswith(_NOTE_ENDINGS):
        return None
    if not path.resolve().is_relative_to(workspace.root):
        message = Bilingual("链接指向工作区之外", "the link leads out of the workspace")
        return Problem(name, 1, 1, "outside_workspace", message)
    try:
        size = path.stat().st_size
        return NoteFile(name, path.read_bytes()) if size <= MAX_BYTES else too_large(name, size)
    except OSError as error:
        reason = error.strerror or str(error)
        return Problem(
            name, 1, 1, "unreadable_file", Bilingual(f"打不开：{reason}", f"cannot be opened: {reason}")
        )


def _saved_as_text(name: str) -> Problem:
    return Problem(
        name,
        1,
        1,
        "not_a_note",
        Bilingual("文件名不是 .yaml 结尾，没有读", "the name does not end in .yaml, so it was not read"),
        Bilingual("改名为 .yaml", "rename it to .yaml"),
        severity=Severity.WARNING,
    )
