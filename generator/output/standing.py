"""Whose file it is that stands where one is to be written."""

from __future__ import annotations

from enum import Enum, auto

from generator.output.edits import same_content
from generator.output.manifest import Manifest
from generator.output.names import suffix_of
from generator.output.whole_files import Found


class Standing(Enum):
    """SAME needs nothing, ABSENT and OURS may be written over, EDITED is somebody's work."""

    ABSENT = auto()
    SAME = auto()
    OURS = auto()
    EDITED = auto()


def compare(path: str, found: Found | None, data: bytes, manifest: Manifest) -> Standing:
    """What stands at a path, for one who wants to put data there."""
    if found is None:
        return Standing.ABSENT
    if found.data == data:
        return Standing.SAME
    if found.blank:
        return Standing.ABSENT
    entry = manifest.entry(path)
    if entry and entry.wrote(found.digest):
        return Standing.OURS
    if same_content(data, found.data, suffix_of(path)):
        return Standing.SAME
    if entry and is_saved_anew(path, found, manifest):
        return Standing.OURS
    return Standing.EDITED


def is_ours(path: str, found: Found, manifest: Manifest) -> bool:
    """Whether nothing of a person's is in it."""
    entry = manifest.entry(path)
    return found.blank or (
        entry is not None and (entry.wrote(found.digest) or is_saved_anew(path, found, manifest))
    )


def is_saved_anew(path: str, found: Found, manifest: Manifest) -> bool:
    copy = manifest.copy(path)
    return copy is not None and same_content(copy, found.data, suffix_of(path))
