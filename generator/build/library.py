"""Everything that a run reads of a workspace but templates and labels: notes, their pictures, their problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.build.attachments import Attachments, read_attachments
from generator.build.kit import unknown_templates
from generator.build.report import in_reading_order
from generator.errors import Problem, Severity
from generator.notes.reader import Note, read_notes
from generator.workspace.places import Workspace, read_note_files


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read of a workspace as of a day. problems holds those of notes and settings together.

    unreadable is the number of notes that could not be opened.
    """

    workspace: Workspace
    notes: tuple[Note, ...]
    unreadable: int
    attachments: dict[str, Attachments]
    problems: tuple[Problem, ...]


def read_library(workspace: Workspace, day: date) -> Library:
    files, unreadable = read_note_files(workspace)
    notes = read_notes(files, day, workspace.config.all_themes())
    attachments = {note.file.path: read_attachments(workspace, note) for note in notes if note.engagement}
    problems = [*workspace.problems, *unreadable, *unknown_templates(workspace)]
    problems += (problem for note in notes for problem in note.problems)
    problems += (problem for found in attachments.values() for problem in found.problems)
    return Library(workspace, notes, sum(map(_is_error, unreadable)), attachments, in_reading_order(problems))


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR
