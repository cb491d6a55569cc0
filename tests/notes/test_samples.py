"""The sample workspace and the shared examples: read without a problem, each hint one that its author left on purpose."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from generator.errors import Severity
from generator.notes.reader import Note, read_notes
from generator.workspace.places import read_note_files, read_workspace
from tests.judges import EXAMPLES, needs

ROOT = Path(__file__).parents[2]
# What a sample may leave open, as real notes do; anything else would be a slip of its author.
LEFT_OPEN = {"shallow_need", "half_triad", "no_evidence", "not_confirmed", "stale_next_step"}


def read_folder(root: Path, day: date) -> tuple[Note, ...]:
    workspace = read_workspace(root)
    files, problems = read_note_files(workspace)
    assert workspace.problems == problems == ()
    return read_notes(files, day, workspace.config.all_themes())


@pytest.fixture(scope="module")
def samples() -> tuple[Note, ...]:
    return read_folder(ROOT, date(2026, 11, 30))


def test_every_sample_can_be_used(samples: tuple[Note, ...]) -> None:
    assert len(samples) > 10
    assert [note.file.path for note in samples if note.engagement is None] == []


def test_samples_give_hints_only_and_of_the_kinds_that_real_notes_leave_open(
    samples: tuple[Note, ...],
) -> None:
    found = Counter((problem.severity, problem.code) for note in samples for problem in note.problems)

    assert {severity for severity, _ in found} == {Severity.HINT}
    assert {code for _, code in found} == LEFT_OPEN


@needs("examples")
@pytest.mark.parametrize("name", ["full-zh", "full-en", "minimal-zh", "minimal-en"])
def test_the_shared_examples_can_be_used(name: str) -> None:
    notes = read_folder(EXAMPLES / name, date(2026, 7, 22))

    assert notes
    assert all(note.engagement for note in notes)
    assert {problem.code for note in notes for problem in note.problems} <= LEFT_OPEN
