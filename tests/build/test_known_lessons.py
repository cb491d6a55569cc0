from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.build.known_lessons import known_lesson_problems
from generator.notes.reader import Note, NoteFile, read_notes
from tests.cli.workspaces import ID, NOTE

LATER = NOTE.replace(ID, "2026-05-later").replace("date: 2026-05-20", "date: 2026-05-27")
DAY = date(2026, 6, 1)


def notes() -> tuple[Note, ...]:
    texts = {ID: NOTE, "2026-05-later": LATER}
    files = (NoteFile(f"engagements/{name}.yaml", text.encode()) for name, text in texts.items())
    return read_notes(tuple(files), DAY)


def test_a_note_later_than_the_day_is_not_told() -> None:
    assert [problem.key for problem in known_lesson_problems(notes(), DAY)] == ["lessons[0].text"]
    assert known_lesson_problems(notes(), date(2026, 5, 26)) == ()


def test_where_no_place_is_known_nothing_is_told() -> None:
    assert known_lesson_problems((replace(note, located=None) for note in notes()), DAY) == ()
