"""Everything that a run reads of a workspace but templates and labels: notes, pictures, records of briefs, problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.build.attachments import Attachments, read_attachments
from generator.build.kit import unknown_templates
from generator.build.remembering import open_memory, recall
from generator.build.report import in_reading_order
from generator.errors import Problem, Severity
from generator.notes.reader import Note, read_notes
from generator.notes.shown import ShownRecord
from generator.workspace.places import Workspace, read_note_file, read_note_files
from generator.workspace.shown_records import read_shown_records


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read of a workspace as of a day. problems holds those of notes and settings together.

    unreadable is the number of notes that could not be opened; shown are the records of earlier briefs.
    """

    workspace: Workspace
    notes: tuple[Note, ...]
    unreadable: int
    attachments: dict[str, Attachments]
    problems: tuple[Problem, ...]
    shown: tuple[ShownRecord, ...] = ()


def read_library(workspace: Workspace, day: date) -> Library:
    files, unreadable = read_note_files(workspace)
    notes = read_notes(files, day, workspace.config.all_themes())
    attachments = {note.file.path: read_attachments(workspace, note) for note in notes if note.engagement}
    shown, unusable = read_shown_records(workspace)
    problems = [*workspace.problems, *unreadable, *unusable, *unknown_templates(workspace)]
    problems += (problem for note in notes for problem in note.problems)
    problems += (problem for found in attachments.values() for problem in found.problems)
    return Library(
        workspace,
        notes,
        sum(map(_is_error, unreadable)),
        attachments,
        in_reading_order(problems),
        shown,
    )


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def remembered_library(workspace: Workspace, day: date, *, read_only: bool = False) -> Library:
    """The same without reading again what did not change: errors and warnings, no hints, which depend on the day.

    For what is made from all notes: no pictures, and no places in notes that are known already. read_only: what had to
    be read is not remembered.
    """
    recalled = recall(workspace, day, open_memory(workspace, read_only=read_only))
    engagements = {note.path: engagement for note, engagement in recalled.engagements(recalled.notes)}
    notes: list[Note] = []
    gone: list[Problem] = []
    for known in recalled.notes:
        file = read_note_file(workspace, known.path)
        if isinstance(file, Problem):
            gone.append(file)
        else:
            notes.append(Note(file, engagements.get(known.path), known.problems))
    shown, unusable = read_shown_records(workspace)
    problems = [*recalled.problems, *gone, *unusable, *unknown_templates(workspace)]
    unreadable = recalled.unreadable + sum(map(_is_error, gone))
    return Library(workspace, tuple(notes), unreadable, {}, in_reading_order(problems), shown)
