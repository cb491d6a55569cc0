"""Pictures of notes: found beside the note, inside the workspace, and named by their content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.errors import Bilingual, Problem
from generator.markup import picture_paths, with_picture_paths
from generator.notes.free_text import free_texts
from generator.notes.model import Engagement
from generator.notes.reader import Note
from generator.pictures import Picture, PictureError, read_picture
from generator.prose import Prose
from generator.source.fields import Block
from generator.source.findings import Finding, Loc
from generator.views.subject import PictureFile
from generator.workspace.places import Workspace


@dataclass(frozen=True, slots=True)
class Attachments:
    """pictures are keyed by their path beside the document, `figures/<12 digits>.<ext>`.

    renamed: that path by the one that prose of the note writes.
    """

    files: tuple[PictureFile, ...]
    pictures: dict[str, Picture]
    renamed: dict[str, str]
    problems: tuple[Problem, ...]


def read_attachments(workspace: Workspace, note: Note) -> Attachments:
    """The attached pictures in the order of the note; a missing or unfit one is a problem of the note."""
    if note.engagement is None:
        return Attachments((), {}, {}, ())
    album = _Album(workspace, note)
    files = []
    for place, attachment in enumerate(note.engagement.attachments):
        path = album.take(attachment.file, ("attachments", place, "file"))
        if path:
            files.append(PictureFile(path, attachment.caption, bool(attachment.shareable)))
    for loc, text in free_texts(note.engagement):
        for name in picture_paths(text) if isinstance(text, Prose) else ():
            path = album.take(name, loc)
            if path:
                album.renamed[name] = path
    return Attachments(tuple(files), album.pictures, album.renamed, tuple(album.problems))


@dataclass(slots=True)
class _Album:
    """The pictures of one note on their way."""

    workspace: Workspace
    note: Note
    pictures: dict[str, Picture] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, name: str, loc: Loc) -> str:
        """The path beside the document of the picture that the note names at a place; empty with a problem."""
        try:
            picture = read_picture(_read(self.workspace, self.note, name))
        except PictureError as error:
            self.problems += _located(self.note, Finding(loc, "bad_picture", error.message))
            return ""
        path = f"figures/{picture.name}"
        self.pictures[path] = picture
        return path


def with_pictures(engagement: Engagement, renamed: Mapping[str, str]) -> Engagement:
    """The engagement with its prose showing the pictures as they lie beside a document."""
    return _renamed(engagement, renamed) if renamed else engagement


def _renamed(value: Any, renamed: Mapping[str, str]) -> Any:
    match value:
        case Prose():
            return Prose(with_picture_paths(value, renamed))
        case tuple():
            return tuple(_renamed(item, renamed) for item in value)
        case Block():
            names = type(value).model_fields
            held = {name: getattr(value, name) for name in names if name != "x"}
            return value.model_copy(update={name: _renamed(item, renamed) for name, item in held.items()})
        case _:
            return value


def _located(note: Note, finding: Finding) -> Iterator[Problem]:
    if note.located is not None:
        yield note.located.problem(finding)


def _read(workspace: Workspace, note: Note, name: str) -> bytes:
    folder = (workspace.root / note.file.path).parent
    try:
        path = (folder / name.replace("\\", "/")).resolve()
        if not path.is_relative_to(workspace.root):
            raise PictureError(
                Bilingual(
                    f"图片 {name} 在工作区之外：放到记录旁边",
                    f"{name} is outside the workspace: put it beside the note",
                )
            )
        # Anything else that has a name, such as a pipe, is not waited for.
        data = path.read_bytes() if path.is_file() else None
    except (OSError, RuntimeError):  # Python 3.11 and 3.12 raise RuntimeError for links in a circle.
        data = None
    if data is None:
        raise PictureError(
            Bilingual(
                f"没有图片 {name}：路径相对于这条记录",
                f"there is no picture {name}: paths are relative to the note",
            )
        )
    return data
