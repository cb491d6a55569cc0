"""The notes of a workspace without opening those that are known already.

A file whose size, times and inode are those that were seen is not opened, if the times were well past when it was read: a
later change has another one then, as git reasons. Any other file is read; one of the same content is not parsed again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import generator
from generator.build.attachments import read_attachments
from generator.build.known_notes import KnownNote, known_note, read_known, write_known
from generator.build.recalled import ENGAGEMENTS, PAGES, Recalled
from generator.errors import Problem, Severity
from generator.insights.search import page_of
from generator.notes.codes import Theme
from generator.notes.cross_references import cross_findings
from generator.notes.freezing import freeze
from generator.notes.reader import Note, NoteFile, read_note, with_findings
from generator.output import Remembered, Row, packed, plain
from generator.source.findings import Finding
from generator.workspace.places import NotePlace, Workspace, find_notes, read_note_file

_NOTES = "notes"
_FRESH_NS = 2_000_000_000  # FAT tells times of change to two seconds; nothing coarser is in use
_BATCH = 500
# Whose code decides what is kept: where it has changed, everything is read anew.
_DECIDING = ("errors.py", "prose.py", "source", "notes", "insights/search", "insights/item_ids.py", "build/known_notes.py")  # fmt: skip


def open_memory(workspace: Workspace, *, read_only: bool = False) -> Remembered:
    """What this program keeps of the workspace with its themes, in output/.presales."""
    return Remembered(workspace.output, _fingerprint(workspace.config.all_themes()), read_only=read_only)


def _fingerprint(themes: tuple[Theme, ...]) -> str:
    home = Path(generator.__file__).parent
    states = [(str(path.relative_to(home)), path.stat()) for path in sorted(_deciding_files(home))]
    seen = [(name, state.st_size, state.st_mtime_ns) for name, state in states]
    told = repr((generator.__version__, themes, seen))
    return hashlib.sha256(told.encode()).hexdigest()


def _deciding_files(home: Path) -> Iterator[Path]:
    for name in _DECIDING:
        path = home / name
        yield from path.rglob("*.py") if path.is_dir() else (path,) if path.is_file() else ()


def recall(workspace: Workspace, day: date, memory: Remembered) -> Recalled:
    """All notes as they are now; what had to be read is remembered for the next time."""
    places, problems = find_notes(workspace)
    shelf = _Shelf(workspace, day, memory, kept=read_known(memory.all_in(_NOTES)))
    shelf.stored = memory.keys_in(ENGAGEMENTS) & memory.keys_in(PAGES)
    for place in places:
        shelf.take(place)
    shelf.store()
    shelf.forget()
    findings = cross_findings(note.citing for note in shelf.notes)
    notes, reread = _looked_into(shelf, findings)
    told = (*workspace.problems, *problems, *shelf.problems)
    unreadable = sum(problem.severity is Severity.ERROR for problem in (*problems, *shelf.problems))
    return Recalled(workspace, day, memory, notes, unreadable, told, reread, shelf.unstored)


@dataclass(slots=True)
class _Shelf:
    """Notes on their way: taken one by one, those that had to be read put into the memory in batches.

    stored are the digests whose engagement and page are in the memory; unstored are rows that it did not take.
    """

    workspace: Workspace
    day: date
    memory: Remembered
    kept: dict[str, KnownNote]
    stored: frozenset[str] = frozenset()
    notes: list[KnownNote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unstored: dict[tuple[str, str], Row] = field(default_factory=dict)
    _changed: list[KnownNote] = field(default_factory=list)
    _rows: list[Row] = field(default_factory=list)
    _made: set[str] = field(default_factory=set)
    _now_ns: int | None = None
    _asked: bool = False

    def take(self, place: NotePlace) -> None:
        known = self.kept.get(place.path)
        if known is None or not known.sure or known.stamp != place.stamp or not self._holds(known):
            known = self._read(place, known)
        if known is not None:
            self.notes.append(known)

    def store(self) -> None:
        """Everything that is not in the memory yet."""
        if not self._changed:
            return
        rows = [*self._rows, *(plain(_NOTES, note.path, write_known(note)) for note in self._changed)]
        if not self.memory.change(rows):
            self.unstored |= {row[:2]: row for row in self._rows}
        self._changed, self._rows = [], []

    def forget(self) -> None:
        """What the memory holds of notes that are gone, or are others by now."""
        paths = {note.path for note in self.notes}
        digests = {note.digest for note in self.notes}
        gone = [(_NOTES, path) for path in self.kept if path not in paths]
        gone += ((space, digest) for digest in self.stored - digests for space in (ENGAGEMENTS, PAGES))
        if gone:
            self.memory.change((), gone)

    def _holds(self, known: KnownNote) -> bool:
        return not known.usable or known.digest in self.stored or known.digest in self._made

    def _read(self, place: NotePlace, known: KnownNote | None) -> KnownNote | None:
        sure = self._is_past(place)
        file = read_note_file(self.workspace, place.path)
        if isinstance(file, Problem):
            self.problems.append(file)
            return None
        digest = hashlib.sha256(file.data).hexdigest()[:32]
        if known is not None and known.digest == digest and self._holds(known):
            note = known._replace(stamp=place.stamp, sure=sure)
        else:
            note = self._parse(file, digest, place, sure=sure)
        if note != known:
            self._changed.append(note)
        if len(self._changed) >= _BATCH:
            self.store()
        return note

    def _is_past(self, place: NotePlace) -> bool:
        """Whether any change from now on has another time. The time is asked for before the first file is read."""
        if not self._asked:
            self._now_ns, self._asked = self.memory.now_ns(), True
        if place.stamp is None or self._now_ns is None:
            return False
        return max(place.stamp[2:]) <= self._now_ns - _FRESH_NS

    def _parse(self, file: NoteFile, digest: str, place: NotePlace, *, sure: bool) -> KnownNote:
        themes = self.workspace.config.all_themes()
        note = read_note(file, self.day, themes)
        if note.engagement is not None and digest not in self.stored:
            frozen = json.dumps(freeze(note.engagement), ensure_ascii=False, separators=(",", ":"))
            self._rows.append(packed(ENGAGEMENTS, digest, frozen))
            self._rows.append(plain(PAGES, digest, page_of(note.engagement, themes).write()))
            self._made.add(digest)
        attached = read_attachments(self.workspace, note)
        pictures = bool(attached.pictures or attached.problems)
        return known_note(note, digest, place.stamp, sure=sure, pictures=pictures)


def _looked_into(
    shelf: _Shelf, findings: dict[str, tuple[Finding, ...]]
) -> tuple[tuple[KnownNote, ...], dict[str, Note]]:
    """The notes with what is found between them and in their pictures; those with any are read whole for it."""
    notes: list[KnownNote] = []
    whole: dict[str, Note] = {}
    for known in shelf.notes:
        if not known.pictures and known.path not in findings:
            notes.append(known)
            continue
        file = read_note_file(shelf.workspace, known.path)
        if isinstance(file, Problem):  # gone since
            shelf.problems.append(file)
            continue
        note = read_note(file, shelf.day, shelf.workspace.config.all_themes())
        note = with_findings(note, findings.get(known.path, ()))
        whole[known.path] = note
        attached = read_attachments(shelf.workspace, note)
        told = known_note(note, known.digest, None, sure=False, pictures=known.pictures).problems
        usable = note.engagement is not None
        notes.append(known._replace(usable=usable, problems=(*told, *attached.problems)))
    return tuple(notes), whole
