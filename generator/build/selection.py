"""Which notes were asked for, by id or by path."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath

from generator.errors import Bilingual
from generator.notes.reader import Note


class UnknownNoteError(LookupError):
    """Somebody asked for a note that the workspace does not have; near are ids like it."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


def select(notes: tuple[Note, ...], asked: tuple[str, ...]) -> tuple[Note, ...]:
    """The notes that were asked for by id or path, all where nothing was asked for. Raises UnknownNoteError."""
    if not asked:
        return notes
    by_name = {note.file.stem: note for note in notes} | {note.file.path: note for note in notes}
    wanted = set()
    for name in asked:
        path = PurePosixPath(name.replace("\\", "/")).as_posix()
        if path not in by_name:
            stems = [note.file.stem for note in notes]
            raise UnknownNoteError(name, tuple(get_close_matches(PurePosixPath(path).stem, stems, 3, 0.5)))
        wanted.add(by_name[path].file.path)
    return tuple(note for note in notes if note.file.path in wanted)


def unknown_note_message(error: UnknownNoteError) -> Bilingual:
    near = "、".join(error.near)
    zh = f"没有记录 {error.name}" + (f"；是不是 {near}？" if near else "")
    en = f"there is no note {error.name}" + (f"; did you mean {near.replace('、', ', ')}?" if near else "")
    return Bilingual(zh, en)
