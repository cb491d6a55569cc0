"""Files of documents that are no longer made."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.output import Fate, Output, Written
from generator.output.failures import explain_failure
from generator.output.wording import NOT_REMOVED
from tests.output.workplace import Workplace

GONE = ("gone/figures/1.svg", "gone/report.zh.md")


def build(place: Workplace) -> None:
    with Output(place.root) as output:
        for path in (*GONE, "stays/report.zh.md"):
            output.write(path, path.encode())


def orphans(place: Workplace) -> tuple[str, ...]:
    with Output(place.root) as output:
        return output.orphans(["stays/report.zh.md"])


def prune(place: Workplace, *, check: bool = False) -> tuple[Written, ...]:
    with Output(place.root, check=check) as output:
        return output.prune(["stays/report.zh.md"])


def test_files_that_nothing_makes_any_more_are_orphans(place: Workplace) -> None:
    build(place)
    place.edit(b"a person's own", "gone/notes.txt")

    assert orphans(place) == GONE


def test_orphans_are_removed_with_their_folders_when_asked(place: Workplace) -> None:
    build(place)

    assert prune(place) == tuple(Written(path, Fate.REMOVED) for path in GONE)
    assert sorted(path.name for path in place.root.iterdir()) == [".presales", "stays"]
    assert orphans(place) == ()


def test_an_edited_orphan_stays(place: Workplace) -> None:
    build(place)
    place.edit(b"edited", "gone/report.zh.md")
    written = prune(place)

    assert written == (
        Written("gone/figures/1.svg", Fate.REMOVED),
        Written("gone/report.zh.md", Fate.KEPT, NOT_REMOVED),
    )
    assert place.files()["gone/report.zh.md"] == b"edited"


def test_a_persons_own_file_keeps_its_folder(place: Workplace) -> None:
    build(place)
    place.edit(b"a person's own", "gone/notes.txt")
    prune(place)

    assert sorted(place.files()) == ["gone/notes.txt", "stays/report.zh.md"]


def test_an_orphan_that_somebody_deleted_is_none(place: Workplace) -> None:
    build(place)
    (place.root / "gone/report.zh.md").unlink()

    assert orphans(place) == ("gone/figures/1.svg",)


def test_the_new_version_of_an_edited_file_is_no_orphan_while_its_document_is_made(place: Workplace) -> None:
    build(place)
    place.edit(b"edited", "stays/report.zh.md")
    with Output(place.root) as output:
        output.write("stays/report.zh.md", b"two")

    assert orphans(place) == GONE
    with Output(place.root) as output:
        assert output.orphans([]) == (*GONE, "stays/report.zh.md", "stays/report.zh.new.md")


def test_a_link_in_the_place_of_an_orphan_is_left_alone(place: Workplace, tmp_path: Path) -> None:
    build(place)
    (place.root / "gone/report.zh.md").unlink()
    (place.root / "gone/report.zh.md").symlink_to(tmp_path)

    assert orphans(place) == ("gone/figures/1.svg",)


def test_check_removes_nothing(place: Workplace) -> None:
    build(place)
    before = place.looks()

    assert prune(place, check=True) == tuple(Written(path, Fate.STALE) for path in GONE)
    assert place.looks() == before


def test_an_orphan_that_cannot_be_removed_does_not_keep_the_others(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(place)
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name == "1.svg":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    denied = explain_failure(PermissionError(errno.EACCES, ""))

    assert prune(place) == (Written(GONE[0], Fate.FAILED, denied), Written(GONE[1], Fate.REMOVED))


def test_an_orphan_that_changes_meanwhile_stays(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    build(place)
    with Output(place.root) as output:
        compare = output._manifest.entry

        def save_meanwhile(path: str) -> object:
            place.edit(b"somebody's work", path)
            return compare(path)

        monkeypatch.setattr(output._manifest, "entry", save_meanwhile)
        written = output.prune(["stays/report.zh.md"])

    assert written == tuple(Written(path, Fate.KEPT, NOT_REMOVED) for path in GONE)
    assert {path: place.files()[path] for path in GONE} == dict.fromkeys(GONE, b"somebody's work")
