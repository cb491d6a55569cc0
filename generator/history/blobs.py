"""Contents by their ids, from one git process for as many as are asked for."""

from __future__ import annotations

import hashlib
import subprocess
from types import TracebackType
from typing import IO, Self, cast

from generator.history.repository import Repository

_SHA1_DIGITS = 40


class Blobs:
    """Git is started when a content is first asked for, and ended with the `with` block."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def read(self, blob: str) -> bytes | None:
        """None where the repository does not hold it, as a partial clone may not, or where git fails."""
        try:
            return self._read(self._process or self._start(), blob)
        except OSError:
            return None

    def _start(self) -> subprocess.Popen[bytes]:
        repository = self._repository
        self._process = subprocess.Popen(  # noqa: S603 - no shell, and ids only on its input
            repository.command("cat-file", "--batch"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=repository.root,
            env=dict(repository.environment),
        )
        return self._process

    def _read(self, process: subprocess.Popen[bytes], blob: str) -> bytes | None:
        given, answered = cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout)
        given.write(f"{blob}\n".encode())
        given.flush()
        header = answered.readline().split()
        if len(header) != 3:
            return None
        data = answered.read(int(header[2]))
        answered.read(1)
        return data if header[1] == b"blob" else None


def is_content(data: bytes, blob: str) -> bool:
    """Whether an id is that of the bytes, as they are or with LF line ends, which git may keep in their place."""
    return blob == _id(data, blob) or (b"\r\n" in data and blob == _id(data.replace(b"\r\n", b"\n"), blob))


def _id(data: bytes, like: str) -> str:
    """The id of the bytes in the kind of repository that the other id comes from: SHA-256 where it is longer."""
    hashing = hashlib.sha1 if len(like) == _SHA1_DIGITS else hashlib.sha256
    return hashing(b"blob %d\x00" % len(data) + data, usedforsecurity=False).hexdigest()
