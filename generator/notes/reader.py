"""Text of notes -> engagements and every problem in them, over all files at once."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from generator.errors import Bilingual, Problem, Severity, has_errors
from generator.notes.codes import THEMES, Theme
from generator.notes.cross_references import Citing, citing, cross_findings
from generator.notes.free_text import free_texts
from generator.notes.hints import hint_findings
from generator.notes.model import Engagement
from generator.notes.prose import prose_findings
from generator.notes.rules import rule_findings
from generator.source.comments import lost_text_problems
from generator.source.fields import is_note_id
from generator.source.findings import Finding
from generator.source.reading import read_yaml, replace_line
from generator.source.text import Source, decode_source, shown
from generator.source.validate import validate


def stem_of(path: str) -> str:
    """The name without its ending; composed, as some systems take accents apart in file names."""
    name = path.rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    return stem if stem.isascii() else unicodedata.normalize("NFC", stem)


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A note as it lies in the workspace; path is relative to it with `/`."""

    path: str
    data: bytes

    @property
    def stem(self) -> str:
        return stem_of(self.path)

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
        return self.problems((finding,))[0]

    def problems(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        reading = read_yaml(self.typed)
        return tuple(reading.problem(finding) for finding in findings)


def read_notes(
    files: tuple[NoteFile, ...], day: date, themes: tuple[Theme, ...] = THEMES
) -> tuple[Note, ...]:
    """All notes in the order of the files; references between them are checked over the whole set."""
    return _with_cross_problems(tuple(read_note(file, day, themes) for file in files))


def read_note(file: NoteFile, day: date, themes: tuple[Theme, ...] = THEMES) -> Note:
    """One note by itself: what it cites is not looked up."""
    source = decode_source(file.path, file.data)
    if isinstance(source, Problem):
        return Note(file, None, (source,))
    reading = read_yaml(source)
    if reading.root is None:
        return Note(file, None, reading.problems)
    engagement, findings = validate(Engagement, reading.root, {"themes": themes})
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
    found = cross_findings(_citing(note) for note in notes)
    return tuple(with_findings(note, found.get(note.file.path, ())) for note in notes)


def _citing(note: Note) -> Citing:
    return citing(note.file.path, note.file.stem, note.engagement)


def with_findings(note: Note, findings: tuple[Finding, ...]) -> Note:
    """The note with what was found by looking at others, which may keep it from being used."""
    if not findings or note.located is None:
        return note
    problems = (*note.problems, *note.located.problems(findings))
    return _note(note.file, note.engagement, problems, note.located)


def severities(problems: tuple[Problem, ...]) -> dict[Severity, int]:
    """How many problems of each severity."""
    return {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
