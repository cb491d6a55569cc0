"""A whole run: every note of the workspace read, the wanted documents rendered and written, all problems together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from generator.build.attachments import with_pictures
from generator.build.earlier import last_changes
from generator.build.guarding import leak_problems, unreadable_notices, withheld_notices
from generator.build.jobs import Job
from generator.build.kinds import KINDS, Kind
from generator.build.kit import Kit, read_kit
from generator.build.library import Library, read_library
from generator.build.rendering import File, figure_path, render_files
from generator.build.report import Counts, Report, in_reading_order
from generator.build.selection import select
from generator.build.subjects import (
    Rules,
    briefs_by_note,
    build_subject,
    default_language,
    rules_of,
    with_briefs,
)
from generator.errors import Bilingual, Language, Problem, ProblemsError, has_errors
from generator.history import Past, Repository, changed_paths
from generator.leaks import Names, collect_names
from generator.notes.reader import Note
from generator.notes.shown import ShownRecord
from generator.output import Written
from generator.workspace.codes import Format
from generator.workspace.places import Workspace


@dataclass(frozen=True, slots=True)
class Request:
    """What to build. Empty notes are all, empty kinds those that fit each note; empty formats and languages are the
    workspace's and each note's own.

    notes are ids or paths; show_names puts the names of customer staff into internal documents; repository is the
    one around the workspace, None for "no history". since is a revision: of the notes asked for only those that differ
    from it; it needs the repository.
    """

    day: date
    notes: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    formats: tuple[Format, ...] = ()
    languages: tuple[Language, ...] = ()
    show_names: bool = False
    repository: Repository | None = None
    since: str = ""


Progress = Callable[[int, int], None]


class Writes(Protocol):
    """Where files go."""

    def write(self, path: str, data: bytes, /) -> Written: ...


def build(workspace: Workspace, request: Request, output: Writes, progress: Progress) -> Report:
    """Raises UnknownNoteError and UnknownRevisionError before anything is written."""
    return build_library(read_library(workspace, request.day), request, output, progress)


def build_library(library: Library, request: Request, output: Writes, progress: Progress) -> Report:
    """Problems are those of the notes that were asked for and of what all notes share. Raises UnknownNoteError
    and UnknownRevisionError."""
    asked = _asked(library, request)
    others = {note.file.path for note in library.notes} - {note.file.path for note in asked}
    problems = [problem for problem in library.problems if problem.path not in others]
    kit, found = read_kit(library.workspace)
    # With defaults in the place of broken settings, documents would land under other names.
    if kit is None or has_errors(library.workspace.problems):
        return Report(_counts(library, asked, 0, 0), in_reading_order((*problems, *found)), (), frozenset())
    by_id = {note.file.stem: note for note in library.notes}
    with Past(request.repository) as past:
        briefs = briefs_by_note(library, request.day)
        run = _Run(library, kit, request, output, rules_of(library.workspace), by_id, past, briefs)
        usable = tuple(note for note in asked if run.is_usable(note))
        used = 0
        for place, note in enumerate(usable):
            used += run.build_note(note)
            progress(place + 1, len(usable))
    counts = _counts(library, asked, used, len(usable) - used)
    problems += dict.fromkeys((*kit.problems, *run.problems))
    notices = tuple(dict.fromkeys((*run.notices, *unreadable_notices(run.names or ()))))
    return Report(counts, in_reading_order(problems), tuple(run.files), frozenset(run.documents), notices)


def _asked(library: Library, request: Request) -> tuple[Note, ...]:
    notes = select(library.notes, request.notes)
    if not request.since or request.repository is None:
        return notes
    changed = changed_paths(request.repository, request.since, tuple(note.file for note in notes))
    return tuple(note for note in notes if note.file.path in changed)


def _counts(library: Library, asked: tuple[Note, ...], used: int, failed: int) -> Counts:
    """failed are notes without a problem of their own that gave no document."""
    read = len(library.notes) + library.unreadable
    bad = library.unreadable + sum(note.engagement is None for note in asked) + failed
    return Counts(read, used, bad, read - bad - used)


@dataclass(slots=True)
class _Run:
    """One run on its way; what it found grows."""

    library: Library
    kit: Kit
    request: Request
    output: Writes
    rules: Rules
    by_id: dict[str, Note]
    past: Past
    briefs: Mapping[str, tuple[ShownRecord, ...]]
    problems: list[Problem] = field(default_factory=list)
    files: list[Written] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    notices: list[Bilingual] = field(default_factory=list)
    names: tuple[Names, ...] | None = None

    def is_usable(self, note: Note) -> bool:
        return note.engagement is not None and note.engagement.date <= self.request.day

    def build_note(self, note: Note) -> bool:
        """Whether the note gave a document. A bug tells which note it was working on."""
        try:
            made = [self._build_job(job, note) for job in self._jobs(note)]
        except Exception as error:
            error.add_note(f"while working on {note.file.path}")
            raise
        return any(made)

    def _jobs(self, note: Note) -> Iterator[Job]:
        config = self.library.workspace.config
        attached = self.library.attachments[note.file.path]
        if note.engagement is None or has_errors(attached.problems):
            return
        languages = self.request.languages or (default_language(note.engagement, config),)
        for kind in self.request.kinds or KINDS:
            for language in languages:
                stem = config.names.note.format(id=note.file.stem, document=kind.name, lang=language)
                subject = build_subject(
                    note,
                    self.request.day,
                    self.rules,
                    self.kit.labels[language],
                    notes=self.by_id,
                    figures={name: figure_path(stem, name) for name in kind.figures},
                    pictures=attached.files,
                    show_names=self.request.show_names,
                )
                if subject is not None:
                    shown = with_pictures(subject.engagement, attached.renamed)
                    subject = replace(subject, engagement=shown)
                    subject = with_briefs(subject, self.briefs.get(note.file.stem, ()), self.by_id)
                if subject is not None and (self.request.kinds or kind.fits(subject.engagement)):
                    if kind.tells_changes:
                        subject = replace(subject, changes=last_changes(self.past, note, subject))
                    yield Job(kind, subject, stem, attached.pictures)

    def _build_job(self, job: Job, note: Note) -> bool:
        formats = self.request.formats or self.library.workspace.config.formats
        try:
            files = render_files(self.kit, job.paper(), formats)
        except ProblemsError as error:
            self.problems += error.problems
            return False
        if job.kind.for_customer and not self._may_leave(job, note, files):
            return False
        for file in files:
            self.files.append(self.output.write(file.path, file.data))
        self.documents += (f"{job.stem}.{wanted}" for wanted in formats)
        return True

    def _may_leave(self, job: Job, note: Note, files: tuple[File, ...]) -> bool:
        """Whether nothing internal stands in a customer's files; the names of the workspace are gathered once."""
        if self.names is None:
            self.names = collect_names(self.library.notes)
        leaks = leak_problems(job, note, self.names, files)
        self.problems += leaks
        self.notices += withheld_notices(job)
        return not leaks
