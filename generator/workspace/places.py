"""The folders and files of a workspace, and reading what lies there. Nothing outside it is ever opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Bilingual, Problem, Severity
from generator.notes.reader import NoteFile
from generator.workspace.config import Config, Holidays
from generator.workspace.files import outside, read_file, unreadable
from generator.workspace.settings import read_settings

NOTES = "engagements"
Stamp = tuple[int, int, int, int]
"""Size, inode, and in ns the times of the last change of content and of anything; nobody can set the last one."""

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
        return self.root / NOTES

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def read_workspace(root: Path) -> Workspace:
    """The workspace in a folder. Where presales.yaml has problems the defaults stand in and the problems tell."""
    root = root.resolve()
    config, holidays, problems = read_settings(root)
    return Workspace(root, config, holidays, problems)


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Where a note lies, relative to the workspace. stamp is None for a link, which tells nothing of its file."""

    path: str
    stamp: Stamp | None


def find_notes(workspace: Workspace) -> tuple[tuple[NotePlace, ...], tuple[Problem, ...]]:
    """Every note under engagements/ in the order of its path, unopened, and what cannot be a note there."""
    if not workspace.engagements.resolve().is_relative_to(workspace.root):
        return (), (outside(workspace.relative(workspace.engagements)),)
    places: list[NotePlace] = []
    problems: list[Problem] = []
    for found in _walk(str(workspace.engagements), NOTES):
        if isinstance(found, Problem):
            problems.append(found)
        elif found.path.lower().endswith(_SAVED_AS_TEXT):
            problems.append(_saved_as_text(found.path))
        elif found.path.lower().endswith(_NOTE_ENDINGS):
            places.append(found)
    return tuple(places), tuple(problems)


def read_note_file(workspace: Workspace, path: str) -> NoteFile | Problem:
    data = read_file(workspace.root, workspace.root / path)
    return data if isinstance(data, Problem) else NoteFile(path, data)


def read_note_files(workspace: Workspace) -> tuple[tuple[NoteFile, ...], tuple[Problem, ...]]:
    """Every note in the order of its path, and what cannot be read there."""
    places, problems = find_notes(workspace)
    read = [read_note_file(workspace, place.path) for place in places]
    unread = (found for found in read if isinstance(found, Problem))
    return tuple(found for found in read if isinstance(found, NoteFile)), (*problems, *unread)


def _walk(folder: str, name: str) -> Iterator[NotePlace | Problem]:
    """Files below a folder in a fixed order, without hidden ones; links to folders are told, not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        yield unreadable(name, error)
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if _is_hidden(entry.name):
            continue
        if not _is_text(entry.name):
            yield _bad_file_name(path)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, path)
        elif entry.is_symlink():
            yield _folder_link(path) if Path(entry.path).is_dir() else NotePlace(path, None)
        else:
            yield NotePlace(path, _stamp(entry))


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    """None for a file that is gone since."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return (found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns)


def _is_hidden(name: str) -> bool:
    """Hidden files, and those that Word keeps beside a document it has open."""
    return name.startswith((".", "~$"))


def is_note(path: str) -> bool:
    """Whether a path relative to the workspace, with `/`, is where a note lies; for files that are not on the disk."""
    folder, *names = path.split("/")
    visible = folder == NOTES and not any(map(_is_hidden, names)) and _is_text(path)
    return visible and path.lower().endswith(_NOTE_ENDINGS)


def _is_text(name: str) -> bool:
    """Whether a file name can be printed; on Linux it may be any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _saved_as_text(name: str) -> Problem:
    return _left_out(
        name,
        "not_a_note",
        Bilingual("文件名不是 .yaml 结尾，没有读", "the name does not end in .yaml, so it was not read"),
        Bilingual("改名为 .yaml", "rename it to .yaml"),
    )


def _folder_link(name: str) -> Problem:
    return _left_out(
        name,
        "folder_link",
        Bilingual("这是文件夹的链接，里面的记录没有读", "this links to a folder, whose notes were not read"),
        Bilingual("把记录放进 engagements/ 里的文件夹", "put the notes into a folder of engagements/"),
    )


def _bad_file_name(name: str) -> Problem:
    return _left_out(
        name.encode(errors="replace").decode(),
        "bad_file_name",
        Bilingual("文件名不是 UTF-8，没有读", "the file name is not in UTF-8, so it was not read"),
        Bilingual("给文件改名", "rename the file"),
    )


def _left_out(name: str, code: str, message: Bilingual, suggestion: Bilingual) -> Problem:
    return Problem(name, 1, 1, code, message, suggestion, severity=Severity.WARNING)
