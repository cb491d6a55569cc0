"""Files that the command line names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.output import Fate, Written, write_file
from generator.output.failures import CHANGING, NOT_A_FILE, explain_failure
from generator.output.wording import EXISTS


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("before", [None, b""])
def test_a_new_or_empty_file_is_written(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "schema.json"
    if before is not None:
        path.write_bytes(before)
    written = write_file(path, b"{}")

    assert written == Written(str(path), Fate.WRITTEN)
    assert path.read_bytes() == b"{}"
    assert names(tmp_path) == ["schema.json"]


def test_an_existing_file_is_kept_without_force(tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    path.write_bytes(b"mine")
    written = [write_file(path, b"{}"), write_file(path, b"{}", force=True), write_file(path, b"{}")]

    assert written == [
        Written(str(path), Fate.KEPT, EXISTS),
        Written(str(path), Fate.WRITTEN),
        Written(str(path), Fate.UNCHANGED),
    ]
    assert path.read_bytes() == b"{}"


def test_a_link_that_the_command_line_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_file(tmp_path / "link", b"{}")

    assert (tmp_path / "real").read_bytes() == b"{}"
    assert (tmp_path / "link").is_symlink()


def test_a_folder_is_left_alone(tmp_path: Path) -> None:
    written = write_file(tmp_path, b"{}", force=True)

    assert written == Written(str(tmp_path), Fate.FAILED, NOT_A_FILE)


def test_a_folder_that_is_missing_is_named_as_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "a.json"
    written = write_file(path, b"{}")

    assert written == Written(str(path), Fate.FAILED, explain_failure(FileNotFoundError(2, "")))


def test_a_temporary_file_of_a_killed_run_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / f".presales-{os.getpid()}-1.tmp").write_bytes(b"half")
    written = write_file(tmp_path / "a.json", b"{}")

    assert written.fate is Fate.WRITTEN
    assert names(tmp_path) == [f".presales-{os.getpid()}-1.tmp", "a.json"]


def test_a_file_that_changes_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    wait = os.fsync

    def save_meanwhile(handle: int) -> None:
        path.write_bytes(b"somebody's")
        wait(handle)

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    written = write_file(path, b"{}", force=True)

    assert written == Written(str(path), Fate.FAILED, CHANGING)
    assert path.read_bytes() == b"somebody's"
    assert names(tmp_path) == ["a.json"]
