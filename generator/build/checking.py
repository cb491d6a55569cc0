"""Everything that a build would find wrong, without writing: notes, settings, templates, labels, base documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.build.known_lessons import known_lesson_problems
from generator.build.library import Library, read_library
from generator.build.report import Counts, in_reading_order
from generator.build.run import Progress, Request, build_library
from generator.errors import Problem
from generator.output import Fate, Written
from generator.workspace.codes import Format
from generator.workspace.places import Workspace


@dataclass(frozen=True, slots=True)
class Checked:
    """problems are of all severities, in the order of the files."""

    counts: Counts
    problems: tuple[Problem, ...]


def check(workspace: Workspace, day: date, paths: tuple[str, ...], progress: Progress) -> Checked:
    """paths, relative to the workspace, limit what is told to these files and folders; none are everything.

    Notes are rendered in every format, in their own language: a template's mistake may show with one note only.
    """
    library = read_library(workspace, day)
    request = Request(day, notes=_notes_to_render(library, paths), formats=tuple(Format))
    report = build_library(library, request, Nowhere(), progress)
    every = in_reading_order((*report.problems, *known_lesson_problems(library.notes, day)))
    problems = (p for p in every if not paths or any(_covers(path, p.path) for path in paths))
    return Checked(report.counts, tuple(problems))


def _notes_to_render(library: Library, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The notes in the paths; all of them, told as none, where a path holds something that every note needs."""
    names = [note.file.path for note in library.notes]
    inside = [[name for name in names if _covers(path, name)] for path in paths]
    shared = any(not found or path == "." for path, found in zip(paths, inside, strict=True))
    return () if shared else tuple(dict.fromkeys(name for found in inside for name in found))


def _covers(path: str, name: str) -> bool:
    return path in (".", name) or name.startswith(f"{path}/")


class Nowhere:
    """Takes what a build would write, so that a check meets every mistake that a build meets."""

    def write(self, path: str, data: bytes, /) -> Written:
        del data
        return Written(path, Fate.UNCHANGED)
