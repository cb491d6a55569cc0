"""Text of notes -> engagements and every problem in them, over all files at once."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from generator.errors import Bilingual, Problem, Severity, has_errors
from generator.notes.codes import THEMES, Theme
from generator.notes.free_text import free_texts
from generator.notes.hints import hint_findings
from generator.notes.model import Engagement
from generator.notes.prose import prose_findings
from generator.notes.references import lesson_ids, lesson_references
from generator.notes.rules import rule_findings
from generator.source.comments import lost_text_problems
from generator.source.fields import is_note_id
from generator.source.findings import Finding
from generator.source.reading import read_yaml, replace_line
from generator.source.text import Source, decode_source, shown
from generator.source.validate import validate


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A note as it lies in the workspace; path is relative to it with `/`."""

    path: str
    data: bytes

    @property
    def stem(self) -> str:
        """The name without its ending; composed, as some systems take accents apart in file names."""
        return unicodedata.normalize("NFC", PurePosixPath(self.path).stem)

    @property
    def blob_id(self) -> str:
        """The id that git gives the file with LF line ends (SHA-1 of its header and bytes)."""
        data = self.data.replace(b"\r\n", b"\n")
        return hashlib.sha1(b"blob %d\x00" % len(data) + data, usedforsecurity=False).hexdigest()


@dataclass(frozen=True, slots=True)
class Note:
    """One read file. engagement is None where problems keep it from being used; located finds places in it."""

    file: NoteFile
    engagement: Engagement | None
    problems: tuple[Problem, ...]
    located: Located | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Located:
    """A file that can be parsed: gives findings their place. It is parsed again: trees of all notes fill the memory."""

    typed: Source

    def problem(self, finding: Finding) -> Problem:
        return read_yaml(self.typed).problem(finding)


def read_notes(
    files: tuple[NoteFile, ...], day: date, themes: tuple[Theme, ...] = THEMES
) -> tuple[Note, ...]:
    """All notes in the order of the files; references between them are checked over the whole set."""
    notes = tuple(_read_note(file, day, {"themes": themes}) for file in files)
    return _with_cross_problems(notes)


def read_note(file: NoteFile, day: date, themes: tuple[Theme, ...] = THEMES) -> Note:
    """One note without its workspace, such as an earlier version: references to other notes are not checked."""
    return _read_note(file, day, {"themes": themes})


def _read_note(file: NoteFile, day: date, context: Mapping[str, Any]) -> Note:
    source = decode_source(file.path, file.data)
    if isinstance(source, Problem):
        return Note(file, None, (source,))
    reading = read_yaml(source)
    if reading.root is None:
        return Note(file, None, reading.problems)
    engagement, findings = validate(Engagement, reading.root, dict(context))
    if engagement is not None:
        texts = free_texts(engagement)
        findings = (
            *_stem_findings(engagement, file),
            *rule_findings(engagement),
            *prose_findings(texts),
            *hint_findings(engagement, texts, day),
        )
    lost = (replace_line(problem, source) for problem in lost_text_problems(reading.mended, reading.root))
    problems = (*reading.problems, *(reading.problem(finding) for finding in findings), *lost)
    return _note(file, engagement, problems, Located(source))


def _note(
    file: NoteFile, engagement: Engagement | None, problems: tuple[Problem, ...], located: Located | None
) -> Note:
    ordered = tuple(sorted(problems, key=lambda problem: problem.sort_key))
    return Note(file, None if has_errors(ordered) else engagement, ordered, located)


def _stem_findings(engagement: Engagement, file: NoteFile) -> tuple[Finding, ...]:
    if engagement.id == file.stem:
        return ()
    if not is_note_id(file.stem):
        return (_unfit_file_name(engagement, file),)
    return (
        Finding(
            ("id",),
            "id_is_not_file_name",
            Bilingual(
                f"编号 {engagement.id} 与文件名 {file.stem} 不同",
                f"the id {engagement.id} is not the file name {file.stem}",
            ),
            Bilingual(f"写 id: {file.stem}，或改文件名", f"write id: {file.stem}, or rename the file"),
        ),
    )


def _unfit_file_name(engagement: Engagement, file: NoteFile) -> Finding:
    return Finding(
        ("id",),
        "id_is_not_file_name",
        Bilingual(
            f"文件名 {shown(file.stem)} 不能作记录编号",
            f"the file name {shown(file.stem)} cannot be the id of a note",
        ),
        Bilingual(f"把文件改名为 {engagement.id}.yaml", f"rename the file to {engagement.id}.yaml"),
    )


def _with_cross_problems(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    by_stem: dict[str, Note] = {}
    twins: dict[str, str] = {}
    for note in notes:
        folded = note.file.stem.casefold()
        if folded in by_stem:
            twins[note.file.path] = by_stem[folded].file.path
        by_stem.setdefault(folded, note)
    known = {note.file.stem: note for note in notes}
    return tuple(_crossed(note, known, twins.get(note.file.path)) for note in notes)


def _crossed(note: Note, known: Mapping[str, Note], twin: str | None) -> Note:
    if note.engagement is None or note.located is None:
        return note
    findings = list(_reference_findings(note.engagement, known))
    if twin is not None:
        findings.append(_twin_finding(twin))
    if not findings:
        return note
    problems = (*note.problems, *(note.located.problem(finding) for finding in findings))
    return _note(note.file, note.engagement, problems, note.located)


def _twin_finding(twin: str) -> Finding:
    return Finding(
        ("id",),
        "id_used_twice",
        Bilingual(f"编号已被 {twin} 使用", f"the id is already used by {twin}"),
        Bilingual("改 id 和文件名", "change the id and the file name"),
    )


def _reference_findings(engagement: Engagement, known: Mapping[str, Note]) -> list[Finding]:
    found = []
    for loc, reference in lesson_references(engagement):
        note_id, _, lesson = reference.partition("/")
        target = known.get(note_id)
        if note_id == engagement.id:
            message = Bilingual("这里要引用别的记录的经验", "a lesson of another note is expected here")
            leave = Bilingual("删掉它；本记录的经验不用引用", "leave it out; the lesson stands in this note")
            found.append(Finding(loc, "own_lesson", message, leave))
        elif target is None:
            found.append(_unknown_note(loc, note_id, known))
        elif target.engagement is not None and lesson not in lesson_ids(target.engagement):
            ids = sorted(lesson_ids(target.engagement))
            message = Bilingual(f"{note_id} 里没有经验 {lesson}", f"{note_id} has no lesson {lesson}")
            listed = Bilingual(
                f"那里有：{'、'.join(ids) or '没有写编号的经验'}",
                f"it has: {', '.join(ids) or 'no lesson with an id'}",
            )
            found.append(Finding(loc, "unknown_lesson", message, listed))
    return found


def _unknown_note(loc: tuple[str | int, ...], note_id: str, known: Mapping[str, Note]) -> Finding:
    near = get_close_matches(note_id, sorted(known), 1, 0.6)
    return Finding(
        loc,
        "unknown_note",
        Bilingual(f"没有记录 {note_id}", f"there is no note {note_id}"),
        Bilingual(f"是不是 {near[0]}？", f"did you mean {near[0]}?") if near else None,
    )


def severities(problems: tuple[Problem, ...]) -> dict[Severity, int]:
    """How many problems of each severity."""
    return {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
