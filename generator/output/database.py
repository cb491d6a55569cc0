"""SQLite as this room uses it: files that a killed process cannot spoil, errors as those of the file system."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_WAIT_SECONDS = 30
_MEANINGS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
}


def connect(path: Path, *, wait_seconds: float = _WAIT_SECONDS) -> sqlite3.Connection:
    """Every statement is a transaction of its own unless BEGIN says otherwise."""
    return sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)


def connect_to_read(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, timeout=_WAIT_SECONDS, isolation_level=None, uri=True)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        yield


@contextmanager
def as_os_error() -> Iterator[None]:
    """What SQLite cannot do becomes an OSError; its low byte is the primary code (sqlite.org/rescode.html)."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(_MEANINGS.get(_code(error) & 0xFF, errno.EIO), str(error)) from error


def is_damaged(error: sqlite3.Error) -> bool:
    return _code(error) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_gone(error: sqlite3.Error) -> bool:
    """Somebody deleted or moved the file while it was open."""
    return _code(error) == sqlite3.SQLITE_READONLY_DBMOVED


def delete_database(path: Path) -> None:
    """The journal first: beside a new file it would be played back into it."""
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def _code(error: sqlite3.Error) -> int:
    """0 for what Python's own layer raises."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code
