"""A workspace -> the files of its copy under other names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from generator.errors import Language, Problem, ProblemsError, Severity, has_errors
from generator.notes.free_text import free_texts
from generator.notes.reader import Note, NoteFile, read_notes
from generator.redaction.redactor import Redactor, Workbook
from generator.redaction.remains import MOST_TOLD, Copied, find_remains
from generator.redaction.rewriting import Rewriter
from generator.redaction.settings import HOLIDAYS, holidays_of, settings_of
from generator.redaction.workbook import Plan, make_plan
from generator.source.reading import read_yaml
from generator.source.text import Source, decode_source
from generator.source.tree import Mapping
from generator.source.writing import render_yaml
from generator.workspace.config import Config
from generator.workspace.files import read_file
from generator.workspace.places import Workspace
from generator.workspace.root import CONFIG_NAME


@dataclass(frozen=True, slots=True)
class Copy:
    """files are keyed by their paths in the copy and empty where problems keep it from being made.

    copied counts notes. problems tell why notes are left out as well.
    """

    files: dict[str, bytes]
    copied: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """A file of the copy, and what it was made from."""

    path: str
    text: str
    source: Source


def make_copy(workspace: Workspace, notes: tuple[Note, ...], day: date) -> Copy:
    """Everything is made and searched before anything can be written. day is for the hints of notes alone.

    Notes with errors are left out, but what can be told of the names in them is replaced in the others.
    """
    problems = tuple(problem for note in notes if note.engagement is None for problem in note.problems)
    if has_errors(workspace.problems):
        return Copy({}, 0, (*workspace.problems, *problems))
    plan = make_plan(notes, workspace.config)
    settings = tuple(_settings(workspace, plan.book))
    made = tuple(_notes(notes, plan.book, workspace.config))
    faults = _faults(settings, made, plan, workspace.config, day)
    if faults:
        return Copy({}, 0, (*problems, *faults))
    return Copy({file.path: file.text.encode() for file in (*settings, *made)}, len(made), problems)


def _notes(notes: tuple[Note, ...], book: Workbook, config: Config) -> Iterator[_Made]:
    for note in notes:
        if note.engagement is not None and note.located is not None:
            language = _language((note.engagement.language or config.language).value)
            source = note.located.typed
            redactor = Redactor.of(book, source.text, language)
            tree = Rewriter(redactor, note.file.stem).note_of(_tree(source))
            yield _Made(f"engagements/{book.ids.notes[note.file.stem]}.yaml", render_yaml(tree), source)


def _language(code: str) -> Language:
    return "zh" if code == "zh" else "en"


def _settings(workspace: Workspace, book: Workbook) -> Iterator[_Made]:
    language = _language(workspace.config.language.value)
    source, root = _read(workspace, CONFIG_NAME)
    redactor = Redactor.of(book, source.text, language)
    yield _Made(CONFIG_NAME, render_yaml(settings_of(root, redactor, language)), source)
    name = workspace.config.working_days.holidays
    if name is not None:
        source, root = _read(workspace, name)
        yield _Made(HOLIDAYS, render_yaml(holidays_of(root)), source)


def _read(workspace: Workspace, name: str) -> tuple[Source, Mapping]:
    """A file that the workspace was read from. Raises ProblemsError where it has changed since."""
    data = read_file(workspace.root, workspace.root / name)
    source = data if isinstance(data, Problem) else decode_source(name, data)
    if isinstance(source, Problem):
        raise ProblemsError((source,))
    return source, _tree(source)


def _tree(source: Source) -> Mapping:
    reading = read_yaml(source)
    if not isinstance(reading.root, Mapping):
        raise ProblemsError(reading.problems)
    return reading.root


def _faults(
    settings: tuple[_Made, ...], made: tuple[_Made, ...], plan: Plan, config: Config, day: date
) -> tuple[Problem, ...]:
    """What should not have remained in the copy, and what a check of it would find."""
    notes = read_notes(
        tuple(NoteFile(file.path, file.text.encode()) for file in made), day, config.all_themes()
    )
    copied = [Copied(file.path, file.text, (), file.source) for file in settings]
    copied += (
        Copied(file.path, file.text, _values(note), file.source)
        for file, note in zip(made, notes, strict=True)
    )
    remains = (problem for file in copied for problem in find_remains(file, plan.sought))
    broken = (p for note in notes for p in note.problems if p.severity is Severity.ERROR)
    return tuple(islice(chain(remains, broken), MOST_TOLD))


def _values(note: Note) -> tuple[str, ...]:
    return tuple(text for _, text in free_texts(note.engagement)) if note.engagement else ()
