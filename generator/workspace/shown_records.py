"""The records of what briefs showed: `engagements/.shown/<date>-<slug>.json`, one file a brief.

They lie in git beside the notes, and no two briefs share one, so that merging branches never conflicts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.errors import Problem, Severity
from generator.notes.model.kinds import FormatVersion
from generator.notes.shown import ShownRecord
from generator.source.fields import Block, Day, LessonRef, Line, NoteId, key, required
from generator.source.reading import read_yaml
from generator.source.text import decode_source
from generator.source.validate import validate
from generator.workspace.files import outside, read_file, unreadable
from generator.workspace.places import Workspace

FOLDER = ".shown"
_ENDING = ".json"


class RecordFile(Block):
    """A record as it is written; JSON is read as the YAML that it is, so that a slip is told with its line."""

    format_version: FormatVersion = required("结构版本", "version of the format", "1", alias="schema")
    date: Day = required("会面的日期", "the day of the meeting", "2026-11-26")
    note: NoteId | None = key("为哪条记录准备", "the note that was prepared", "2026-08-lanqiao-bank")
    customer: Line | None = key("客户名称", "the customer's name", "澜桥银行")
    goal: Line = required("会前想达成什么", "what was intended", "拿到复测机会")
    shown: tuple[LessonRef, ...] = required(
        "简报里给出的经验", "the lessons that the brief showed", "[2025-12-lanqiao-bank/L1]"
    )


def record_path(workspace: Workspace, day: date, slug: str) -> Path | Problem:
    """Where the record of a brief lies; a problem where a link leads out of the workspace."""
    path = workspace.engagements / FOLDER / f"{day}-{slug}{_ENDING}"
    is_inside = path.resolve().is_relative_to(workspace.root)
    return path if is_inside else outside(workspace.relative(path))


def render_record(record: ShownRecord) -> bytes:
    """A key a line and sorted, so that a difference in git is one that a person can read."""
    data = {
        "schema": 1,
        "date": str(record.date),
        "note": record.note,
        "customer": record.customer or None,
        "goal": record.goal,
        "shown": list(record.shown),
    }
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def read_shown_records(workspace: Workspace) -> tuple[tuple[ShownRecord, ...], tuple[Problem, ...]]:
    """Every record that can be read, in the order of the file names, and a warning for each that cannot."""
    read = tuple(_read_all(workspace))
    records = (record for record in read if isinstance(record, ShownRecord))
    problems = (problem for problem in read if isinstance(problem, Problem))
    return tuple(records), tuple(replace(problem, severity=Severity.WARNING) for problem in problems)


def _read_all(workspace: Workspace) -> Iterator[ShownRecord | Problem]:
    folder = workspace.engagements / FOLDER
    if not folder.resolve().is_relative_to(workspace.root):
        yield outside(workspace.relative(folder))
        return
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == _ENDING)
    except FileNotFoundError:
        return
    except OSError as error:
        yield unreadable(workspace.relative(folder), error)
        return
    for path in paths:
        yield from _read(workspace, path)


def _read(workspace: Workspace, path: Path) -> Iterator[ShownRecord | Problem]:
    data = read_file(workspace.root, path)
    source = data if isinstance(data, Problem) else decode_source(workspace.relative(path), data)
    if isinstance(source, Problem):
        yield source
        return
    reading = read_yaml(source)
    if reading.root is None or reading.problems:
        yield from reading.problems
        return
    found, findings = validate(RecordFile, reading.root)
    yield from (reading.problem(finding) for finding in findings)
    if found is not None:
        yield ShownRecord(found.date, found.note, found.customer or "", found.goal, found.shown)
