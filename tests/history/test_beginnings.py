from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.history import first_commits
from generator.notes.reader import NoteFile
from tests.history.repositories import ID, NOTE, commit, git, history, new_repository, note


def test_the_first_commit_of_a_note_is_the_one_that_added_it_under_its_first_name(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    commit(root, {"engagements/draft.yaml": note(name="draft")}, "2026-05-22")
    commit(root, {"engagements/2026/青屿.yaml": "other"}, "2026-05-25")
    git(root, "mv", "engagements/draft.yaml", NOTE)
    commit(root, {NOTE: note()}, "2026-06-01")
    commit(root, {NOTE: note(outcome="won")}, "2026-07-03")

    paths = (NOTE, "engagements/2026/青屿.yaml", "engagements/new.yaml")

    days = first_commits(history(root), (NoteFile(path, b"") for path in paths))

    assert days == {ID: date(2026, 5, 22), "青屿": date(2026, 5, 25)}


def test_without_history_no_note_has_a_first_commit() -> None:
    assert first_commits(None, (NoteFile(NOTE, b""),)) == {}


def test_accents_taken_apart_in_a_file_name_are_the_same_name(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {"engagements/caf\u00e9.yaml": "one"})

    days = first_commits(history(root), (NoteFile("engagements/cafe\u0301.yaml", b"one"),))

    assert days == {"caf\u00e9": date(2026, 5, 20)}
