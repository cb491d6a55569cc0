"""Disks that are full, files that are locked: said in words, and the others are written."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from generator.output import Fate, Output, Written, database
from generator.output.failures import CHANGING, explain_failure
from generator.output.folder import Folder
from tests.output.workplace import BACKUP, BESIDE, PATH, Workplace

LOCKED = (
    "it could not be written: if it is open in Word or WPS, close it there and run again; otherwise see whether the "
    "folder may be written"
)


def error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def fail_to_move(patch: pytest.MonkeyPatch, number: int, name: str) -> None:
    """os.replace as it is for a file that is locked, or on a disk that is full."""
    replace = os.replace

    def refuse(source: str, target: str) -> None:
        if target.endswith(name):
            raise error(number)
        replace(source, target)

    patch.setattr(os, "replace", refuse)


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "the disk is full: free some space and run it again"),
        (errno.EROFS, "the disk is read-only: use a place that can be written"),
        (errno.EACCES, LOCKED),
        (errno.ENAMETOOLONG, "the path is too long: shorten the file name"),
        (
            errno.EXDEV,
            "this folder is on another disk, where files cannot be put as a whole: move it to the disk of output/",
        ),
        (errno.EIO, "cannot be written: Input/output error"),
    ],
)
def test_a_failure_says_what_to_do_and_the_others_are_written(
    place: Workplace, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    place.build(b"one", "locked.md")
    fail_to_move(monkeypatch, number, "locked.md")
    with Output(place.root) as output:
        written = [output.write(path, b"two") for path in ("locked.md", "other.md")]

    assert written == [
        Written("locked.md", Fate.FAILED, explain_failure(error(number))),
        Written("other.md", Fate.WRITTEN),
    ]
    assert explain_failure(error(number)).en == message
    assert place.files() == {"locked.md": b"one", "other.md": b"two"}
    assert not (place.root / ".presales/making").exists()


def test_a_file_that_was_locked_is_written_when_it_is_closed(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.build(b"one")
    with monkeypatch.context() as patch:
        fail_to_move(patch, errno.EACCES, PATH)
        for number in range(20):
            assert place.build(b"version %d" % number).fate is Fate.FAILED

    assert place.build(b"two") == Written(PATH, Fate.WRITTEN)


def test_an_edited_file_that_is_locked_gets_one_backup(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.edit(b"edited")
    with monkeypatch.context() as patch:
        fail_to_move(patch, errno.EACCES, PATH)
        for number in range(3):
            assert place.build(b"version %d" % number, force=True).fate is Fate.FAILED
    written = place.build(b"two", force=True)

    assert (written.fate, written.beside) == (Fate.WRITTEN, BACKUP)
    assert place.files() == {PATH: b"two", BACKUP: b"edited"}


def test_a_new_version_that_cannot_be_written_is_a_failure(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.edit(b"edited")
    fail_to_move(monkeypatch, errno.ENOSPC, BESIDE)

    assert place.build(b"two") == Written(PATH, Fate.FAILED, explain_failure(error(errno.ENOSPC)))
    assert place.files() == {PATH: b"edited"}


def test_a_disk_that_fills_while_a_file_is_made_leaves_nothing(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.build(b"one")

    class Full:
        def __init__(self, handle: int) -> None:
            os.close(handle)

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None: ...

        def write(self, data: bytes) -> None:
            raise error(errno.ENOSPC)

    monkeypatch.setattr(os, "fdopen", lambda handle, _: Full(handle))

    assert place.build(b"two") == Written(PATH, Fate.FAILED, explain_failure(error(errno.ENOSPC)))
    assert place.files() == {PATH: b"one"}
    assert not (place.root / ".presales/making").exists()


def test_a_file_saved_while_it_is_written_is_kept(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    place.build(b"one")
    saves = iter([b"somebody's work"])
    make = Folder.put

    def save_meanwhile(folder: Folder, path: str, *arguments: object) -> bool:
        for data in saves:
            place.edit(data)
        return make(folder, path, *arguments)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(Folder, "put", save_meanwhile)
    written = place.build(b"two")

    assert (written.fate, written.beside) == (Fate.KEPT, BESIDE)
    assert place.files() == {PATH: b"somebody's work", BESIDE: b"two"}


def test_a_file_that_never_rests_is_a_failure(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    place.build(b"one")
    monkeypatch.setattr(Folder, "put", lambda *_, **__: False)

    assert place.build(b"two") == Written(PATH, Fate.FAILED, CHANGING)
    place.edit(b"edited")
    assert place.build(b"two") == Written(PATH, Fate.FAILED, CHANGING)
    assert place.build(b"two", force=True) == Written(PATH, Fate.FAILED, CHANGING)


def test_a_file_deleted_between_a_look_and_reading_it_is_absent(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.build(b"one")
    read = Path.read_bytes

    def delete_first(path: Path) -> bytes:
        path.unlink()
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", delete_first)
    written = place.build(b"two")

    assert written == Written(PATH, Fate.WRITTEN)


def test_a_memory_that_cannot_be_written_is_a_failure_but_no_harm_where_nothing_changes(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.build(b"one")
    place.age()
    monkeypatch.setattr("generator.output.manifest.transaction", refuse_to_write)

    assert place.is_current(b"one")
    assert place.build(b"one") == Written(PATH, Fate.UNCHANGED)
    assert place.build(b"two") == Written(PATH, Fate.FAILED, explain_failure(error(errno.EACCES)))
    assert place.files() == {PATH: b"one"}


def test_a_lock_that_cannot_be_had_is_a_failure(place: Workplace) -> None:
    (place.root / ".presales/running.lock").mkdir(parents=True)

    assert place.build(b"one") == Written(PATH, Fate.FAILED, explain_failure(error(errno.EACCES)))
    assert place.files() == {}


def test_a_file_of_another_run_with_the_same_number_is_left_alone(place: Workplace) -> None:
    with Output(place.root) as output:
        output.write("a.md", b"one")
        place.edit(b"being made", f".presales/making/{os.getpid()}-2")
        written = output.write("b.md", b"two")

    assert written == Written("b.md", Fate.WRITTEN)
    assert place.everything()[f".presales/making/{os.getpid()}-2"] == b"being made"


def refuse_to_write(_: sqlite3.Connection) -> None:
    """As SQLite does in a folder that is read-only."""
    reader = sqlite3.connect("file::memory:?mode=ro", uri=True)
    reader.execute("PRAGMA query_only = ON")
    try:
        reader.execute("CREATE TABLE t (c)")
    finally:
        reader.close()


@pytest.mark.parametrize(
    ("code", "number"),
    [
        (sqlite3.SQLITE_FULL, errno.ENOSPC),
        (sqlite3.SQLITE_BUSY, errno.EBUSY),
        (sqlite3.SQLITE_IOERR_WRITE, errno.EIO),
        (sqlite3.SQLITE_READONLY_DIRECTORY, errno.EACCES),
        (None, errno.EIO),
    ],
)
def test_what_sqlite_cannot_do_is_an_error_of_the_file_system(code: int | None, number: int) -> None:
    failure = sqlite3.OperationalError("no")
    if code is not None:
        failure.sqlite_errorcode = code
    with pytest.raises(OSError, match="no") as raised, database.as_os_error():
        raise failure

    assert raised.value.errno == number
