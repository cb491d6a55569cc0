"""What the program wrote into output/ and from what, so that it knows its own files from edited ones."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from generator.output.database import (
    as_os_error,
    connect,
    connect_to_read,
    delete_database,
    is_damaged,
    is_gone,
    transaction,
)
from generator.output.names import suffix_of
from generator.output.whole_files import DIGEST_CHARACTERS, Stamp

_FILE = "written.db"
_VERSION = 1
_OLDER_DIGESTS = 8
_COPIED = {".docx": 0, ".html": 1, ".md": 1}  # with how hard to compress; a .docx is compressed already
_COPY_MAX_BYTES = 1 << 20
_TABLES = (
    """CREATE TABLE written (path TEXT PRIMARY KEY, digest TEXT, older TEXT, inputs TEXT, size INTEGER,
    mtime_ns INTEGER, inode INTEGER, settled INTEGER) WITHOUT ROWID""",
    "CREATE TABLE copies (path TEXT PRIMARY KEY, data BLOB)",
)
_READ = "SELECT path, digest, older, inputs, size, mtime_ns, inode, settled FROM written"
_RECORD = "REPLACE INTO written VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_SETTLE = """
UPDATE written SET older = '', settled = (mtime_ns <= ?)
WHERE path = ? AND size = ? AND mtime_ns = ? AND inode = ?
"""


class Entry(NamedTuple):
    """The last version written. A tuple, not a dataclass: 20,000 of them are read at the start of a build.

    older are the digests that may stand on disk while runs overlap or after one was killed, newest first, one after
    the other. settled tells that the stamp alone says that nothing changed: the file was seen when its time of
    change was well past, so that a later change has another one.
    """

    path: str
    digest: str
    older: str
    inputs: str
    size: int
    mtime_ns: int
    inode: int
    settled: int

    @property
    def stamp(self) -> Stamp:
        return self[4:7]

    @property
    def digests(self) -> tuple[str, ...]:
        starts = range(0, len(self.older), DIGEST_CHARACTERS)
        return (self.digest, *(self.older[start : start + DIGEST_CHARACTERS] for start in starts))

    def wrote(self, digest: str) -> bool:
        return digest in self.digests

    def after(self, before: Entry) -> Entry:
        """This one, with the versions that others may have put in place meanwhile."""
        older = dict.fromkeys((*self.digests, *before.digests))
        return self._replace(older="".join([*older][1 : _OLDER_DIGESTS + 1]))


class Manifest:
    """A SQLite file in output/.presales. Whatever is wrong with it, it is forgotten: nothing but memory is lost.

    entries are as they were at the start, with what this run recorded; entry() asks again, as other runs may have
    written. A record is made before its file is moved into place, so that a file of a killed run is known.

    SQLite does not wait for the disk (synchronous = OFF): killed processes need no more, and 1,000 records take
    0.12 s instead of 2.5 s. A power cut may cost the memory. WAL is out: it does not work on network drives, and
    reading it writes.
    """

    def __init__(self, memory: Path, *, read_only: bool) -> None:
        self._file = memory / _FILE
        self._read_only = read_only
        self._connection: sqlite3.Connection | None = None
        self.entries = _read_entries(self._file)

    def entry(self, path: str) -> Entry | None:
        if self._read_only or not self._file.exists():
            return self.entries.get(path)
        with as_os_error():
            try:
                return _select_entry(self._writer(), path)
            except sqlite3.Error as error:
                self._start_over(error)
                return None

    def copy(self, path: str) -> bytes | None:
        """The bytes last written, for kinds of files whose edits are told in words."""
        try:
            row = self._reader().execute("SELECT data FROM copies WHERE path = ?", (path,)).fetchone()
            return zlib.decompress(row[0]) if row else None
        except (sqlite3.Error, zlib.error):
            return None

    def record(self, entry: Entry, data: bytes) -> None:
        """The version that stands at its path from now on; older is what the program had put there before."""
        level = _COPIED.get(suffix_of(entry.path))

        def write(connection: sqlite3.Connection) -> None:
            before = _select_entry(connection, entry.path)
            connection.execute(_RECORD, entry.after(before) if before else entry)
            if level is not None and len(data) <= _COPY_MAX_BYTES:
                packed = zlib.compress(data, level)
                connection.execute("REPLACE INTO copies VALUES (?, ?)", (entry.path, packed))

        self._write(write)
        self.entries[entry.path] = entry

    def settle(self, entries: Iterable[Entry], past_ns: int) -> None:
        """These stand as recorded and older versions are past; what changed by past_ns needs one look from now on."""
        rows = [(past_ns, entry.path, *entry.stamp) for entry in entries]
        self._write(lambda connection: connection.executemany(_SETTLE, rows))

    def forget(self, path: str) -> None:
        def write(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM written WHERE path = ?", (path,))
            connection.execute("DELETE FROM copies WHERE path = ?", (path,))

        self._write(write)
        self.entries.pop(path, None)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _write(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """In one transaction; anew where the file is damaged or somebody deleted it meanwhile."""
        with as_os_error():
            try:
                self._change(change)
            except sqlite3.Error as error:
                self._start_over(error)
                self._change(change)

    def _start_over(self, error: sqlite3.Error) -> None:
        """Without the file if that is damaged; any other error is raised, unless the file is gone already."""
        if not is_damaged(error) and not is_gone(error):
            raise error
        self.close()
        if is_damaged(error):
            delete_database(self._file)

    def _change(self, change: Callable[[sqlite3.Connection], object]) -> None:
        connection = self._writer()
        with transaction(connection):
            change(connection)

    def _reader(self) -> sqlite3.Connection:
        if not self._read_only:
            return self._writer()
        if self._connection is None:
            self._connection = connect_to_read(self._file)
        return self._connection

    def _writer(self) -> sqlite3.Connection:
        if self._connection is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _connect_with_tables(self._file)
        return self._connection


def _read_entries(file: Path) -> dict[str, Entry]:
    """Nothing where they cannot be read: then every file is looked into, and asking for one of them tells why."""
    if not file.exists():
        return {}
    try:
        return _select_entries(file)
    except sqlite3.Error as error:
        if is_damaged(error):
            return {}
    try:
        return _select_entries_of_a_copy(file)
    except (sqlite3.Error, OSError):
        return {}


def _select_entries(file: Path) -> dict[str, Entry]:
    connection = connect_to_read(file)
    try:
        if connection.execute("PRAGMA user_version").fetchone() != (_VERSION,):
            return {}
        return {row[0]: Entry._make(row) for row in connection.execute(_READ)}
    finally:
        connection.close()


def _select_entries_of_a_copy(file: Path) -> dict[str, Entry]:
    """Where a run was killed while it recorded something: that has to be taken back, and nothing is written here."""
    with tempfile.TemporaryDirectory() as folder:
        for part in file.parent.glob(f"{file.name}*"):
            shutil.copy(part, folder)
        copied = Path(folder) / file.name
        _connect_with_tables(copied).close()
        return _select_entries(copied)


def _select_entry(connection: sqlite3.Connection, path: str) -> Entry | None:
    row = connection.execute(f"{_READ} WHERE path = ?", (path,)).fetchone()
    return Entry._make(row) if row else None


def _connect_with_tables(file: Path) -> sqlite3.Connection:
    connection = connect(file)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = PERSIST")
        if connection.execute("PRAGMA user_version").fetchone() != (_VERSION,):
            with transaction(connection):
                _create_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _create_tables(connection: sqlite3.Connection) -> None:
    """Another run may just have done it; tables of another version of the program are forgotten."""
    if connection.execute("PRAGMA user_version").fetchone() == (_VERSION,):
        return
    connection.execute("DROP TABLE IF EXISTS written")
    connection.execute("DROP TABLE IF EXISTS copies")
    for table in _TABLES:
        connection.execute(table)
    connection.execute(f"PRAGMA user_version = {_VERSION}")
