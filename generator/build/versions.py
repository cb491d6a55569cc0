"""The notes of two revisions, and which note of the one is which of the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.errors import Problem, Severity
from generator.history import Repository, changed_paths, read_revision, unchanged_paths
from generator.notes.codes import Theme
from generator.notes.reader import Note, NoteFile, read_note
from generator.workspace.places import Workspace, read_note_files

# A note under another name is known again by the customer and by this share of its lines.
_SAME_FROM = 0.5

Notes = tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """name is that of the revision as typed, empty for the workspace. paths are of all its notes, notes hold those
    that differ, also the ones that cannot be read."""

    name: str
    commit: str
    paths: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class NotePair:
    """The versions of one note; None where it does not exist."""

    before: Note | None
    after: Note | None

    @property
    def newest(self) -> Note:
        notes = (note for note in (self.after, self.before) if note is not None)
        return next(notes)

    @property
    def was(self) -> str:
        """The id that it had, empty where it had no other."""
        if self.before is None or self.after is None or self.before.file.stem == self.after.file.stem:
            return ""
        return self.before.file.stem


def read_sides(
    workspace: Workspace, repository: Repository, names: tuple[str, str], day: date
) -> tuple[Side, Side]:
    """Of the first revision and of the second, or of the workspace for an empty name; only what differs is read.

    Raises UnknownRevisionError.
    """
    first, second = names
    themes = workspace.config.all_themes()
    if second:
        same = unchanged_paths(repository, first, second)
        return _read(repository, first, same, day, themes), _read(repository, second, same, day, themes)
    files, problems = read_note_files(workspace)
    unreadable = [_without_content(problem) for problem in problems if problem.severity is Severity.ERROR]
    changed = changed_paths(repository, first, files)
    notes = (*(read_note(file, day, themes) for file in files if file.path in changed), *unreadable)
    paths = tuple(file.path for file in files)
    before = _read(repository, first, frozenset(paths) - changed, day, themes)
    return before, Side("", "", (*paths, *(note.file.path for note in unreadable)), notes)


def _read(
    repository: Repository, name: str, without: frozenset[str], day: date, themes: tuple[Theme, ...]
) -> Side:
    found = read_revision(repository, name, without)
    notes = (read_note(file, day, themes) for file in found.files)
    return Side(name, found.commit, found.paths, (*notes, *map(_without_content, found.problems)))


def _without_content(problem: Problem) -> Note:
    return Note(NoteFile(problem.path, b""), None, (problem,))


def pair_notes(before: Side, after: Side) -> tuple[NotePair, ...]:
    """By path, then by id, then by what they hold; in the order of ids."""
    pairs: list[NotePair] = []
    old, new = before.notes, after.notes
    for match in (_with_one_path, _with_one_id, _renamed):
        found = match(old, new)
        pairs += found
        old = tuple(note for note in old if not any(pair.before is note for pair in found))
        new = tuple(note for note in new if not any(pair.after is note for pair in found))
    pairs += (NotePair(None, note) for note in new)
    pairs += (NotePair(note, None) for note in old)
    return tuple(sorted(pairs, key=lambda pair: (pair.newest.file.stem, pair.newest.file.path)))


def _with_one_path(old: Notes, new: Notes) -> list[NotePair]:
    known = {note.file.path: note for note in old}
    return [NotePair(known[note.file.path], note) for note in new if note.file.path in known]


def _with_one_id(old: Notes, new: Notes) -> list[NotePair]:
    """A note that was moved to another folder; of two with one id the first."""
    known = {note.file.stem: note for note in reversed(old)}
    earlier = ((known.pop(note.file.stem, None), note) for note in new)
    return [NotePair(before, note) for before, note in earlier if before is not None]


def _renamed(old: Notes, new: Notes) -> list[NotePair]:
    """The most alike first, each note once."""
    found = [
        (-share, earlier, note)
        for earlier in old
        for note in new
        if _same_customer(earlier, note) and (share := _shared_lines(earlier, note)) >= _SAME_FROM
    ]
    pairs: dict[str, NotePair] = {}
    taken: set[str] = set()
    for _, earlier, note in sorted(found, key=lambda each: (each[0], each[1].file.path, each[2].file.path)):
        if note.file.path not in pairs and earlier.file.path not in taken:
            pairs[note.file.path] = NotePair(earlier, note)
            taken.add(earlier.file.path)
    return list(pairs.values())


def _same_customer(before: Note, after: Note) -> bool:
    if before.engagement is None or after.engagement is None:
        return False
    return before.engagement.customer.name == after.engagement.customer.name


def _shared_lines(before: Note, after: Note) -> float:
    old, new = (Counter(note.file.data.splitlines()) for note in (before, after))
    return (old & new).total() / max(old.total(), new.total())
