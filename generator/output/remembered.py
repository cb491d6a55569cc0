"""What the program worked out before and may ask for again: texts by space and key, in output/.presales.

Nothing but time is lost with it: what is damaged, foreign or of another program is forgotten, what cannot be written is
not. Texts are kept, never code; whoever asks checks what a text says.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path

from generator.output.database import connect, connect_to_read, delete_database, is_damaged, transaction
from generator.output.fates import RefusedError
from generator.output.names import MEMORY
from generator.output.whole_files import refuse_outside
from generator.output.workshop import Workshop

_FILE = "remembered.db"
_VERSION = 1
_TABLES = (
    "CREATE TABLE program (fingerprint TEXT)",
    "CREATE TABLE memory (space TEXT, key TEXT, value, PRIMARY KEY (space, key))",
)
_READ = "SELECT key, value FROM memory WHERE space = ?"
_READ_BYTES = "SELECT key, CAST(value AS BLOB) FROM memory WHERE space = ?"
_PACK_LEVEL = 1
_AT_ONCE = 500  # parameters of one statement; old builds of SQLite take 999

Row = tuple[str, str, str | bytes]
"""Space, key and text; made by `plain` or `packed`."""


_Read = tuple[str, str | bytes]


def plain(space: str, key: str, text: str) -> Row:
    """For a text that is looked through."""
    return space, key, text


def packed(space: str, key: str, text: str) -> Row:
    """For a text that is only asked for by its key; it takes a quarter of the room."""
    return space, key, zlib.compress(text.encode(), _PACK_LEVEL)


def unpacked(value: str | bytes) -> str:
    """The text of a row. zlib.error or ValueError where it is damaged."""
    return value if isinstance(value, str) else zlib.decompress(value).decode()


class Remembered:
    """The texts that the program with this fingerprint kept. root is output/; where it is read only nothing is put."""

    def __init__(self, root: Path, fingerprint: str, *, read_only: bool = False) -> None:
        self._read_only = read_only
        root = root.absolute()
        self._folder = root / MEMORY
        self._workspace = root.parent
        self._file = self._folder / _FILE
        self._fingerprint = fingerprint

    def all_in(self, space: str) -> dict[str, str]:
        return self._texts(_READ, (space,))

    def keys_in(self, space: str) -> frozenset[str]:
        rows = self._rows("SELECT key, '' FROM memory WHERE space = ?", (space,))
        return frozenset(key for key, _ in rows)

    def holding(self, space: str, required: Iterable[tuple[str, ...]]) -> dict[str, str]:
        """The plain texts that hold one of each group of alternatives; letters are compared as they are.

        Bytes are looked through here, not in SQLite: a fifth of the time for sixty megabytes and three alternatives.
        """
        groups = [[text.encode() for text in group] for group in required]

        def holds(row: _Read) -> bool:
            value = row[1]
            return isinstance(value, bytes) and all(any(text in value for text in group) for group in groups)

        with suppress(UnicodeDecodeError):
            return {key: bytes(value).decode() for key, value in self._rows(_READ_BYTES, (space,), holds)}  # type: ignore[arg-type]
        return {}

    def get(self, space: str, keys: Iterable[str]) -> dict[str, str]:
        wanted = tuple(keys)
        found: dict[str, str] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            found |= self._texts(f"{_READ} AND key IN ({', '.join('?' * len(part))})", (space, *part))
        return found

    def change(self, put: Iterable[Row], drop: Iterable[tuple[str, str]] = ()) -> bool:
        """All at once or, where it cannot be written, not at all, which is False. drop are spaces and keys."""
        if self._read_only:
            return False
        rows, old = tuple(put), tuple(drop)
        with suppress(sqlite3.Error, OSError, RefusedError):
            self._check_place()
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                self._change(rows, old)
            except sqlite3.Error as error:
                if not is_damaged(error):
                    raise
                delete_database(self._file)
                self._change(rows, old)
            return True
        return False

    def now_ns(self) -> int | None:
        """The time by the clock that stamps files in output/, None where nothing can be written there."""
        if self._read_only:
            return None
        with suppress(OSError, RefusedError):
            self._check_place()
            workshop = Workshop(self._folder)
            try:
                return workshop.now_ns()
            finally:
                workshop.close()
        return None

    def _change(self, put: tuple[Row, ...], drop: tuple[tuple[str, str], ...]) -> None:
        with closing(connect(self._file)) as connection:
            connection.execute("PRAGMA synchronous = OFF")  # killed processes need no more
            with transaction(connection):
                self._make_own(connection)
                connection.executemany("DELETE FROM memory WHERE space = ? AND key = ?", drop)
                connection.executemany("REPLACE INTO memory VALUES (?, ?, ?)", put)

    def _make_own(self, connection: sqlite3.Connection) -> None:
        """Empties the file where another program filled it."""
        if self._is_own(connection):
            return
        named = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
        for kind, name in connection.execute(named).fetchall():
            quoted = name.replace('"', '""')
            connection.execute(f'DROP {kind} "{quoted}"')
        for table in _TABLES:
            connection.execute(table)
        connection.execute("INSERT INTO program VALUES (?)", (self._fingerprint,))
        connection.execute(f"PRAGMA user_version = {_VERSION}")

    def _is_own(self, connection: sqlite3.Connection) -> bool:
        if connection.execute("PRAGMA user_version").fetchone() != (_VERSION,):
            return False
        try:
            rows = connection.execute("SELECT fingerprint FROM program").fetchall()
            connection.execute("SELECT space, key, value FROM memory LIMIT 0")
        except sqlite3.OperationalError:  # there is no such table
            return False
        return rows == [(self._fingerprint,)]

    def _texts(self, statement: str, values: tuple[str, ...]) -> dict[str, str]:
        try:
            return {key: unpacked(value) for key, value in self._rows(statement, values)}
        except (zlib.error, ValueError, TypeError):
            return {}

    def _rows(
        self, statement: str, values: tuple[str, ...], wanted: Callable[[_Read], bool] | None = None
    ) -> list[_Read]:
        """Nothing where they cannot be read, for whatever reason. Those that are not wanted take no room."""
        with suppress(sqlite3.Error, OSError, RefusedError):
            self._check_place()
            with closing(connect_to_read(self._file)) as connection:
                if self._is_own(connection):
                    return list(filter(wanted, connection.execute(statement, values)))
        return []

    def _check_place(self) -> None:
        refuse_outside(self._folder, self._workspace)
