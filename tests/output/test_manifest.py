"""The memory: forgotten where it is damaged, never wrong."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from generator.output import Fate, Output, Written
from generator.output import manifest as manifest_module
from generator.output.manifest import Entry, Manifest
from tests.output.workplace import PATH, Workplace


def memory(place: Workplace) -> Path:
    return place.root / ".presales/written.db"


def change(place: Workplace, statement: str) -> None:
    with closing(sqlite3.connect(memory(place))) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_memory_is_made_anew(place: Workplace, damage: bytes) -> None:
    place.build(b"one")
    memory(place).write_bytes(damage)

    assert not place.is_current(b"one")
    assert place.build(b"one", check=True) == Written(PATH, Fate.UNCHANGED)
    assert place.build(b"one") == Written(PATH, Fate.UNCHANGED)
    assert place.is_current(b"one")


def test_a_memory_damaged_where_only_writing_looks_is_made_anew(place: Workplace) -> None:
    place.build(b"one")
    data = bytearray(memory(place).read_bytes())
    data[4096 * 2 :] = b"\xff" * (len(data) - 4096 * 2)  # the table of copies and its index
    memory(place).write_bytes(bytes(data))

    assert place.build(b"two").fate is Fate.WRITTEN
    assert place.build(b"three") == Written(PATH, Fate.WRITTEN)


def test_a_damaged_file_with_edits_is_not_written_over(place: Workplace) -> None:
    place.build(b"one")
    memory(place).write_bytes(b"not a database")
    place.edit(b"edited")

    assert place.build(b"two").fate is Fate.KEPT


def test_the_memory_of_another_version_of_the_program_is_forgotten(place: Workplace) -> None:
    place.build(b"one")
    change(place, "PRAGMA user_version = 99")

    assert not place.is_current(b"one")
    assert place.build(b"one") == Written(PATH, Fate.UNCHANGED)
    assert place.is_current(b"one")


def test_a_damaged_copy_is_no_copy(place: Workplace) -> None:
    place.build(b"one\n")
    change(place, "UPDATE copies SET data = x'00'")
    place.edit(b"one\r\n")

    assert place.build(b"two\n").fate is Fate.KEPT  # whether it was edited cannot be told


def test_large_files_are_not_copied(place: Workplace) -> None:
    large = b"x\n" * (1 << 20)
    place.build(large)
    place.build(b"small", "small.md")
    place.build(b"picture", "picture.png")

    with closing(sqlite3.connect(memory(place))) as connection:
        rows = connection.execute("SELECT path, data FROM copies").fetchall()
    assert [(path, zlib.decompress(data)) for path, data in rows] == [("small.md", b"small")]


def test_a_memory_that_cannot_be_read_is_empty_and_says_so_when_asked(tmp_path: Path) -> None:
    (tmp_path / "written.db").mkdir()
    manifest = Manifest(tmp_path, read_only=False)

    assert manifest.entries == {}
    with pytest.raises(OSError, match="unable to open"):
        manifest.entry("a.md")


def test_a_file_that_cannot_be_asked_about_is_a_failure_not_an_edit(place: Workplace) -> None:
    place.edit(b"one")
    memory(place).mkdir(parents=True)
    written = place.build(b"two")

    assert written.fate is Fate.FAILED
    assert place.files() == {PATH: b"one"}


def test_what_another_run_wrote_meanwhile_is_known(place: Workplace) -> None:
    with Output(place.root) as early:
        place.build(b"one")
        written = early.write(PATH, b"two")

    assert written == Written(PATH, Fate.WRITTEN)


def test_two_runs_may_make_the_memory_at_the_same_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = manifest_module._create_tables

    def create_late(connection: sqlite3.Connection) -> None:
        create(connection)  # as the other run did just before
        connection.execute("INSERT INTO written VALUES ('a.md', 'd', '', '', 1, 1, 1, 0)")
        create(connection)

    monkeypatch.setattr(manifest_module, "_create_tables", create_late)
    manifest = Manifest(tmp_path, read_only=False)
    manifest.forget("b.md")
    found = manifest.entry("a.md")
    manifest.close()

    assert found == Entry("a.md", "d", "", "", 1, 1, 1, 0)


def test_older_versions_are_past_when_the_run_ends(place: Workplace) -> None:
    place.build(b"one")
    place.build(b"two")
    place.edit(b"one")  # by hand, on purpose

    assert place.build(b"three").fate is Fate.KEPT


def test_versions_of_runs_that_overlap_are_all_known(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path, read_only=False)
    digests = [f"{number:032x}" for number in range(12)]
    for digest in digests:
        manifest.record(Entry("a.md", digest, digests[0], "", 1, 1, 1, 0), b"")
    entry = manifest.entry("a.md")
    manifest.close()

    assert entry is not None
    assert [entry.wrote(digest) for digest in digests] == [True, *[False] * 3, *[True] * 8]


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path, read_only=False)
    manifest.record(Entry("a.md", "0" * 32, "", "", 1, 1, 1, 0), b"text")
    manifest.forget("a.md")
    found = (manifest.entry("a.md"), manifest.copy("a.md"), manifest.entries)
    manifest.close()

    assert found == (None, None, {})
