"""What became of one file, told to whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.errors import Bilingual


class Fate(StrEnum):
    """STALE is only told where nothing may be written; KEPT asks for exit code 3, FAILED and STALE for 1."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    STALE = "stale"
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Written:
    """path is relative to output/ with `/`, or for write_file as it was given.

    beside is the other file that now stands next to it: the new version of a kept one, the edited one after a
    forced write. message is there for what a person has to know.
    """

    path: str
    fate: Fate
    message: Bilingual | None = None
    beside: str = ""


class RefusedError(Exception):
    """A file that is not touched, and why."""

    def __init__(self, message: Bilingual) -> None:
        super().__init__(message)
        self.message = message
