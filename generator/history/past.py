"""The past of notes, read when it is first asked for."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from generator.history.before import previous_version
from generator.history.blobs import Blobs
from generator.history.lineage import Lineages
from generator.history.log import History, read_history
from generator.history.repository import Repository
from generator.notes.reader import NoteFile


class Past:
    """Without a repository there is none. Whatever git process it needs ends with the `with` block."""

    def __init__(self, repository: Repository | None) -> None:
        self._repository = repository
        self._blobs = Blobs(repository) if repository is not None else None
        self._read: tuple[History, Lineages] | None = None
        self._is_read = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._blobs is not None:
            self._blobs.__exit__(kind, error, trace)

    @property
    def is_known(self) -> bool:
        """False is "no history"."""
        return self._history() is not None

    def previous(self, file: NoteFile) -> NoteFile | None:
        """The version before the last change; None for a new note."""
        read = self._history()
        if read is None or self._blobs is None:
            return None
        history, lineages = read
        return previous_version(history, lineages, self._blobs, file)

    def _history(self) -> tuple[History, Lineages] | None:
        if not self._is_read:
            history = read_history(self._repository)
            self._read = (history, Lineages(history)) if history is not None else None
            self._is_read = True
        return self._read
