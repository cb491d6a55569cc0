"""Notes for measuring read without an error, are about as long as they should be, and are always the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from statistics import mean

from generator.notes.reader import NoteFile, read_notes
from tools.many_notes import note_text, write_workspace
from tools.many_notes_phrases import AWKWARD

NOTES = [note_text(number) for number in range(60)]


def test_every_note_can_be_used() -> None:
    files = tuple(NoteFile(f"engagements/{name}.yaml", text.encode()) for name, text in NOTES)

    notes = read_notes(files, date(2026, 11, 25))

    assert [note.problems for note in notes if note.engagement is None] == []


def test_notes_are_as_long_as_those_that_people_write() -> None:
    assert 230 < mean(text.count("\n") for _, text in NOTES) < 260
    assert 13_500 < mean(len(text.encode()) for _, text in NOTES) < 15_500


def test_half_are_chinese_and_a_few_texts_end_awkwardly() -> None:
    files = tuple(NoteFile(f"engagements/{name}.yaml", text.encode()) for name, text in NOTES)
    lessons = [
        lesson.text
        for note in read_notes(files, date(2026, 11, 25))
        if note.engagement is not None
        for lesson in note.engagement.lessons
    ]
    awkward = [text for text in lessons if text.endswith(tuple(mark.rstrip() for mark in AWKWARD))]

    assert [name for name, text in NOTES if "language: zh" in text] == [name for name, _ in NOTES[::2]]
    assert 0 < len(awkward) < 0.12 * len(lessons)


def test_a_note_does_not_depend_on_how_many_there_are(tmp_path: Path) -> None:
    write_workspace(tmp_path / "two", 2)
    write_workspace(tmp_path / "three", 3)
    texts = {path.name: path.read_bytes() for path in (tmp_path / "two").rglob("*.yaml")}

    assert len(texts) == 3
    assert (
        texts.items()
        <= {path.name: path.read_bytes() for path in (tmp_path / "three").rglob("*.yaml")}.items()
    )
