from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history import (
    UnknownRevisionError,
    changed_paths,
    read_revision,
    unchanged_paths,
    unknown_revision_message,
)
from generator.history.blobs import is_content
from generator.notes.reader import NoteFile
from tests.history.repositories import LINES, NOTE, commit, git, new_repository, repository


def test_a_revision_holds_the_notes_as_they_were(tmp_path: Path) -> None:
    root = new_repository(
        tmp_path,
        {
            NOTE: "one",
            "engagements/公司/青屿.YML": "青",
            "engagements/.shown/2026.yaml": "hidden",
            "engagements/plan.png": "picture",
            "presales.yaml": "language: en",
        },
    )
    first = git(root, "rev-parse", "HEAD")
    commit(root, {NOTE: "two"})

    found = read_revision(repository(root), "HEAD~1")

    assert found.commit == first
    assert found.files == (NoteFile(NOTE, b"one"), NoteFile("engagements/公司/青屿.YML", "青".encode()))
    assert found.problems == ()


def test_paths_that_nobody_needs_are_listed_and_not_read(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "one", "engagements/other.yaml": "other"})

    found = read_revision(repository(root), "HEAD", frozenset({NOTE}))

    assert [file.path for file in found.files] == ["engagements/other.yaml"]
    assert found.paths == (NOTE, "engagements/other.yaml")


def test_the_same_in_two_revisions_are_paths_with_one_content(tmp_path: Path) -> None:
    root = new_repository(
        tmp_path, {NOTE: "one", "engagements/other.yaml": "other", "engagements/old.yaml": "old"}
    )
    (root / "engagements/old.yaml").rename(root / "engagements/new.yaml")
    commit(root, {NOTE: "two"})

    assert unchanged_paths(repository(root), "HEAD~1", "HEAD") == {"engagements/other.yaml"}


def test_a_content_that_the_clone_does_not_hold_is_told(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: "one"})
    blob = git(root, "rev-parse", f"HEAD:{NOTE}")
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()

    found = read_revision(repository(root), "HEAD")

    assert (found.files, [problem.path for problem in found.problems]) == ((), [NOTE])


@pytest.mark.parametrize(
    "name", ["", "nothing", "--all", "-h", "HEAD~9", "HEAD:engagements", "a\nb", "main..main"]
)
def test_what_names_no_commit_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    root = new_repository(tmp_path, {NOTE: "one"})

    with pytest.raises(UnknownRevisionError) as refused:
        read_revision(repository(root), name)

    assert refused.value.name == name
    assert name in unknown_revision_message(refused.value).en


def test_changed_are_notes_edited_added_or_moved_since_committed_or_not(tmp_path: Path) -> None:
    names = {
        name: f"engagements/{name}.yaml" for name in ("same", "committed", "dirty", "old", "new", "windows")
    }
    root = new_repository(
        tmp_path, {names[name]: name + LINES for name in ("same", "committed", "dirty", "old", "windows")}
    )
    git(root, "tag", "start")
    git(root, "mv", names["old"], "engagements/moved.yaml")
    commit(root, {names["committed"]: "other"})
    texts = {
        "same": "same" + LINES,
        "committed": "other",
        "dirty": "dirtier",
        "new": "new",
        "moved": "old" + LINES,
    }
    files = [NoteFile(f"engagements/{name}.yaml", text.encode()) for name, text in texts.items()]
    files.append(NoteFile(names["windows"], ("windows" + LINES).replace("\n", "\r\n").encode()))

    found = changed_paths(repository(root), "start", tuple(files))

    assert found == {names["committed"], names["dirty"], names["new"], "engagements/moved.yaml"}


@given(st.text("a\r\n"))
def test_an_id_is_that_of_the_bytes_or_of_the_bytes_with_lf(text: str) -> None:
    data = text.encode()

    def blob(form: bytes, kind: str) -> str:
        return hashlib.new(kind, b"blob %d\x00" % len(form) + form).hexdigest()

    for kind in ("sha1", "sha256"):
        assert is_content(data, blob(data, kind))
        assert is_content(data, blob(data.replace(b"\r\n", b"\n"), kind))
        assert not is_content(data, blob(data + b"b", kind))
    assert not is_content(data, "")
