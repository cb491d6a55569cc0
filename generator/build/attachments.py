"""Pictures of notes: found beside the note, inside the workspace, and named by their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import Bilingual, Problem
from generator.notes.reader import Note
from generator.pictures import Picture, PictureError, read_picture
from generator.source.findings import Finding
from generator.views.subject import PictureFile
from generator.workspace.places import Workspace


@dataclass(frozen=True, slots=True)
class Attachments:
    """pictures are keyed by their path beside the document, `figures/<12 digits>.<ext>`."""

    files: tuple[PictureFile, ...]
    pictures: dict[str, Picture]
    problems: tuple[Problem, ...]


def read_attachments(workspace: Workspace, note: Note) -> Attachments:
    """The attached pictures in the order of the note; a missing or unfit one is a problem of the note."""
    files: list[PictureFile] = []
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    for place, attachment in enumerate(note.engagement.attachments if note.engagement else ()):
        try:
            picture = read_picture(_read(workspace, note, attachment.file))
        except PictureError as error:
            finding = Finding(("attachments", place, "file"), "bad_picture", error.message)
            problems += _located(note, finding)
            continue
        path = f"figures/{picture.name}"
        pictures[path] = picture
        files.append(PictureFile(path, attachment.caption, bool(attachment.shareable)))
    return Attachments(tuple(files), pictures, tuple(problems))


def _located(note: Note, finding: Finding) -> Iterator[Problem]:
    if note.located is not None:
        yield note.located.problem(finding)


def _read(workspace: Workspace, note: Note, name: str) -> bytes:
    path = workspace.root / PurePosixPath(note.file.path).parent / name.replace("\\", "/")
    if not _is_inside(path, workspace.root):
        raise PictureError(
            Bilingual(
                f"图片 {name} 在工作区之外：放到记录旁边",
                f"{name} is outside the workspace: put it beside the note",
            )
        )
    try:
        return path.read_bytes()
    except OSError:
        raise PictureError(
            Bilingual(
                f"没有图片 {name}：路径相对于这条记录",
                f"there is no picture {name}: paths are relative to the note",
            )
        ) from None


def _is_inside(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root)
