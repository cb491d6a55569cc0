"""What only the reader refuses: rules between keys, between notes, and inside text. Each code with a note that shows it."""

from __future__ import annotations

import pytest

from generator.errors import Severity
from generator.notes.model import Engagement
from generator.notes.reader import NoteFile, read_notes
from generator.notes.schema import note_schema
from tests.agreement import Judges
from tests.notes.reading import DAY, NOTE, note_with, read

JUDGES = Judges(Engagement, note_schema(), frozenset())
OPEN = "outcome: {status: 进行中}"

# code of the reader -> the note with one thing wrong
BEYOND = {
    "id_is_not_file_name": note_with("id: 2026-05-harbour-iot", "id: other"),
    "duplicate_id": NOTE + "assumptions: [{id: A1, text: a}, {id: A1, text: b}]\n",
    "unknown_reference": NOTE + "fit: [{capability: a, level: gap, need: N7}]\n",
    "missing_condition": note_with(
        "commitments: []", "commitments: [{said: a, class: conditional, made_by: b, made_on: 2026-05-20}]"
    ),
    "date_order": NOTE + "milestones: [{id: M1, name: a, start: 2026-07-02, end: 2026-07-01}]\n",
    "cycle": NOTE + "milestones: [{id: M1, name: a, start: 2026-07-01, end: 2026-07-02, after: [M1]}]\n",
    "missing_decided_on": note_with(OPEN, "outcome: {status: won}"),
    "decided_but_open": note_with(OPEN, "outcome: {status: open, decided_on: 2026-05-21}"),
    "score_after_outcome": note_with(
        OPEN,
        "outcome: {status: won, decided_on: 2026-05-21}\nwin_scores: [{by: sales, p: 40, on: 2026-05-22}]",
    ),
    "missing_next_step": note_with("next_steps:\n  - {what: 勘查, owner: 林岚, due: 2026-07-25}\n", ""),
    "own_lesson": NOTE + "repeats: [2026-05-harbour-iot/L1]\n",
    "unknown_note": NOTE + "repeats: [2026-04-other/L1]\n",
    "heading": NOTE + 'background: "# Heading"\n',
}


@pytest.mark.parametrize("code", BEYOND)
def test_a_rule_between_keys_is_seen_by_the_reader_alone(code: str) -> None:
    errors = {problem.code for problem in read(BEYOND[code]).problems if problem.severity is Severity.ERROR}

    assert errors == {code}
    assert JUDGES.taken(BEYOND[code])


def test_a_lesson_that_another_note_does_not_have_is_seen_by_the_reader_alone() -> None:
    other = NOTE.replace("2026-05-harbour-iot", "2026-04-other")
    text = NOTE + "repeats: [2026-04-other/L9]\n"
    files = (
        NoteFile("engagements/2026-04-other.yaml", other.encode()),
        NoteFile("engagements/2026-05-harbour-iot.yaml", text.encode()),
    )
    notes = read_notes(files, DAY)

    assert [problem.code for problem in notes[1].problems] == ["unknown_lesson"]
    assert JUDGES.taken(text)


def test_an_id_that_two_notes_have_is_seen_by_the_reader_alone() -> None:
    files = tuple(
        NoteFile(f"engagements/{folder}/2026-05-harbour-iot.yaml", NOTE.encode()) for folder in ("a", "b")
    )
    notes = read_notes(files, DAY)

    assert [problem.code for problem in notes[1].problems] == ["id_used_twice"]
