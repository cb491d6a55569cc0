"""Runs that end at any moment, and runs at the same time."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import pytest

from generator.output import Fate, Output, Written
from generator.output.folder import Folder
from tests.output.builds import PATHS, build, content
from tests.output.workplace import PATH, Workplace

ROOT = Path(__file__).parents[2]


def start(root: Path, version: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.output.builds", str(root), version], cwd=ROOT)


def is_whole(place: Workplace, versions: set[str]) -> bool:
    """Every file is, from its first byte to its last, of the version that its first line names."""
    found = place.files()
    told = {path: data.split(b"\n")[0].decode().removeprefix(f"{path} ") for path, data in found.items()}
    return set(told.values()) <= versions and found == {path: content(path, v) for path, v in told.items()}


def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_one_completes(place: Workplace) -> None:
    """Twelve builds of 500 files, each of a new version, killed at moments spread over the time that one takes."""
    begin = time.monotonic()
    assert start(place.root, "0").wait() == 0
    takes = time.monotonic() - begin
    moments = random.Random(6)
    killed = 0
    for version in range(1, 13):
        process = start(place.root, str(version))
        time.sleep(takes * moments.uniform(0.1, 0.9))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        assert is_whole(place, {str(v) for v in range(version + 1)})
        with Output(place.root, check=True) as output:
            current = [path for path in PATHS if output.is_current(path, str(version))]
        files = place.files()
        assert [files[path] for path in current] == [content(path, str(version)) for path in current]

    assert killed >= 6
    assert set(build(place.root, "last")) <= {Fate.WRITTEN, Fate.UNCHANGED}
    assert place.files() == {path: content(path, "last") for path in PATHS}
    assert not (place.root / ".presales/making").exists()


def test_two_builds_at_once_do_not_harm_each_other(place: Workplace) -> None:
    for _ in range(3):
        processes = [start(place.root, version) for version in ("a", "b")]
        assert [process.wait() for process in processes] == [0, 0]
        assert is_whole(place, {"a", "b"})
        assert place.files().keys() == set(PATHS)

    assert set(build(place.root, "c")) == {Fate.WRITTEN}


def test_what_a_killed_run_left_is_cleared_away(place: Workplace) -> None:
    place.edit(b"half", ".presales/making/123-1")
    place.build(b"one")

    assert not (place.root / ".presales/making").exists()


def test_what_a_living_run_makes_is_not_cleared_away(place: Workplace) -> None:
    with Output(place.root) as living:
        living.write("a.md", b"one")
        place.edit(b"being made", ".presales/making/123-1")
        place.build(b"one")
        assert (place.root / ".presales/making/123-1").exists()

    place.build(b"two")
    assert not (place.root / ".presales/making").exists()


def test_a_run_killed_between_record_and_move_knows_the_old_file(place: Workplace) -> None:
    place.build(b"one")
    record_only(place, b"two")

    assert not place.is_current(b"two")
    assert place.is_current(b"one") is False  # recorded as made from other inputs by now
    assert place.build(b"three") == Written(PATH, Fate.WRITTEN)


def test_a_file_locked_through_many_runs_stays_known(place: Workplace) -> None:
    place.build(b"one")
    for number in range(20):
        record_only(place, b"version %d" % number)

    assert place.build(b"last") == Written(PATH, Fate.WRITTEN)


def test_a_forced_run_killed_before_the_move_does_not_take_the_edit_for_its_own(place: Workplace) -> None:
    place.build(b"one")
    place.edit(b"edited")
    record_only(place, b"two", force=True)

    assert place.build(b"two").fate is Fate.KEPT
    assert place.files()[PATH] == b"edited"


def interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def record_only(place: Workplace, data: bytes, *, force: bool = False) -> None:
    """A run that ends after it recorded what it is about to move into place."""
    with pytest.MonkeyPatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr(Folder, "_move", interrupt)
        place.build(data, force=force)


def test_a_run_killed_while_it_recorded_is_read_by_check_without_writing(place: Workplace) -> None:
    place.build(b"one")
    kill_while_recording(place)
    before = place.looks()

    assert place.is_current(b"one", check=True)
    assert place.build(b"two", check=True) == Written(PATH, Fate.STALE)
    assert place.looks() == before
    assert place.build(b"two") == Written(PATH, Fate.WRITTEN)


def kill_while_recording(place: Workplace) -> None:
    """A process that ends in the middle of a transaction whose pages are partly in the file already."""
    program = f"""
import os, sqlite3
c = sqlite3.connect({str(place.root / ".presales/written.db")!r}, isolation_level=None)
c.execute("PRAGMA synchronous = OFF")
c.execute("PRAGMA journal_mode = PERSIST")
c.execute("PRAGMA cache_size = 1")
c.execute("BEGIN IMMEDIATE")
c.execute("DELETE FROM written")
for n in range(500):
    c.execute("INSERT INTO written VALUES (?, '', '', '', 0, 0, 0, 1)", (f"{{n:0300}}",))
os.kill(os.getpid(), 9)
"""
    process = subprocess.run([sys.executable, "-c", program], check=False)
    assert process.returncode == -signal.SIGKILL
