"""Where files are made before they are moved into place, cleaned of what killed runs left."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from generator.output.database import as_os_error, connect
from generator.output.whole_files import write_new

_RUNNING = "running.lock"
_MAKING = "making"


class Workshop:
    """A folder of output/.presales, so that moving from it is one step on the same disk.

    Every run holds a shared lock on an empty SQLite file while it makes things; whoever gets the exclusive one knows
    that no other run is alive and clears away. The system drops the lock of a killed process, on Windows too.
    """

    def __init__(self, memory: Path) -> None:
        self._lock_file = memory / _RUNNING
        self._folder = memory / _MAKING
        self._lock: sqlite3.Connection | None = None
        self._numbers = count(1)

    def make(self, data: bytes) -> str:
        """The path of a new file with these bytes. It is not waited for: what is generated can be made again."""
        self._open()
        while True:
            path = f"{self._folder}{os.sep}{os.getpid()}-{next(self._numbers)}"
            try:
                write_new(path, data, durable=False)
            except FileNotFoundError:  # somebody deleted output/ meanwhile
                self._folder.mkdir(parents=True, exist_ok=True)
            except (
                FileExistsError
            ):  # of another Output, here or on another machine where this number runs too
                continue
            else:
                return path

    def clear_left_over(self) -> None:
        """Removes what killed runs left, if there is anything and no other run is alive."""
        if self._folder.exists():
            self._open()

    def now_ns(self) -> int:
        """The time by the clock that stamps files here, which on a network drive is not this machine's."""
        self._open()
        os.utime(self._lock_file)
        return self._lock_file.stat().st_mtime_ns

    def close(self) -> None:
        if self._lock is not None:
            with suppress(OSError):  # another run makes things
                self._folder.rmdir()
            self._lock.close()
            self._lock = None

    def _open(self) -> None:
        if self._lock is not None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        with as_os_error():
            self._clear_if_alone()
            self._lock = connect(self._lock_file)
            self._lock.execute("BEGIN")
            self._lock.execute("SELECT 1 FROM sqlite_master").fetchall()  # takes the shared lock

    def _clear_if_alone(self) -> None:
        """Any other error than that the lock is taken comes up again when it is shared."""
        lock = connect(self._lock_file, wait_seconds=0)
        with closing(lock), suppress(sqlite3.OperationalError):
            lock.execute("BEGIN EXCLUSIVE")
            for path in self._folder.iterdir():
                path.unlink()
