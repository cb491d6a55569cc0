from __future__ import annotations

from pathlib import Path

from generator.history import Past, find_repository
from generator.notes.reader import NoteFile
from tests.history.repositories import ENVIRONMENT, NOTE, commit, git, new_repository, note, repository


def before(root: Path, path: str = NOTE) -> NoteFile | None:
    with Past(repository(root)) as past:
        return past.previous(NoteFile(path, (root / path).read_bytes()))


def test_before_a_change_that_is_not_committed_stands_the_last_commit(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "one"})
    commit(root, {NOTE: "two"})
    (root / NOTE).write_text("three", "utf-8")

    assert before(root) == NoteFile(NOTE, b"two")


def test_committing_the_same_text_changes_nothing_about_what_stood_before(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "one"})
    commit(root, {NOTE: "two"})
    commit(root, {"engagements/other.yaml": "other"})

    assert before(root) == NoteFile(NOTE, b"one")


def test_a_note_that_was_only_added_had_nothing_before(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "one"})
    (root / "engagements/new.yaml").write_text("new", "utf-8")

    assert (before(root), before(root, "engagements/new.yaml")) == (None, None)


def test_windows_line_ends_in_the_folder_are_no_change(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "one\n"})
    commit(root, {NOTE: "two\nlines\n"})
    (root / NOTE).write_bytes(b"two\r\nlines\r\n")

    assert before(root) == NoteFile(NOTE, b"one\n")


def test_before_a_rename_stands_the_text_under_the_old_name(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {"engagements/draft.yaml": note(name="draft")})
    git(root, "mv", "engagements/draft.yaml", NOTE)
    commit(root, {NOTE: note()})

    assert before(root) == NoteFile("engagements/draft.yaml", note(name="draft").encode())


def test_a_note_set_back_to_an_older_text_had_the_newer_one_before(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "one"})
    commit(root, {NOTE: "two"})
    commit(root, {NOTE: "one"})

    assert before(root) == NoteFile(NOTE, b"two")


def test_after_a_merge_that_took_one_side_stands_what_that_side_had_before(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "one"})
    git(root, "switch", "--quiet", "--create", "side")
    commit(root, {NOTE: "side"}, "2026-05-30")
    git(root, "switch", "--quiet", "main")
    commit(root, {NOTE: "two"}, "2026-05-21")
    git(root, "merge", "--quiet", "--no-edit", "--strategy=ours", "side", day="2026-06-01")

    assert before(root) == NoteFile(NOTE, b"one")


def test_a_note_that_cannot_be_read_any_more_has_nothing_before(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "one"})
    blob = git(root, "rev-parse", f"HEAD:{NOTE}")
    commit(root, {NOTE: "two"})
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()

    assert before(root) is None


def test_without_history_nothing_stood_before(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    file = NoteFile(NOTE, b"one")

    with Past(find_repository(root, ENVIRONMENT)) as empty, Past(None) as outside:
        found = [(past.is_known, past.previous(file)) for past in (empty, outside, empty)]

    assert found == [(False, None)] * 3
