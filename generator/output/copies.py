"""A folder that the command line names, for files that belong together: all of them or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from generator.output import wording
from generator.output.explicit import write_file
from generator.output.failures import explain_failure
from generator.output.fates import Fate, RefusedError, Written
from generator.output.whole_files import open_folder, write_new


def write_folder(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> tuple[Written, ...]:
    """files are keyed by their paths in the folder.

    A folder that is not there, or empty, comes into being with all files in it. One with something in it needs force:
    then files of these names are replaced one by one, and the others, which stay, are told as kept. Raises RefusedError.
    """
    place = Path(os.path.realpath(folder))
    try:
        if not _is_vacant(place):
            return _write_into(place, files, force=force)
        _make_whole(place, files)
    except OSError as error:
        raise RefusedError(explain_failure(error)) from error
    return tuple(Written(path, Fate.WRITTEN) for path in sorted(files))


def _is_vacant(place: Path) -> bool:
    if not os.path.lexists(place):
        return True
    if not place.is_dir():
        raise RefusedError(wording.NO_FOLDER)
    return not any(place.iterdir())


def _make_whole(place: Path, files: Mapping[str, bytes]) -> None:
    """Beside the place first: a process that is killed leaves no half of a copy there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    made = _new_folder(place)
    try:
        for path in sorted(files):
            target = made / path
            target.parent.mkdir(parents=True, exist_ok=True)
            write_new(str(target), files[path], durable=True)
        if place.exists():
            place.rmdir()
        made.rename(place)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _new_folder(place: Path) -> Path:
    numbers = count(1)
    while True:
        made = place.parent / f".presales-{os.getpid()}-{next(numbers)}.tmp"
        with suppress(FileExistsError):
            made.mkdir()
            return made


def _write_into(place: Path, files: Mapping[str, bytes], *, force: bool) -> tuple[Written, ...]:
    if not force:
        raise RefusedError(wording.NOT_EMPTY)
    written = []
    for path in sorted(files):
        open_folder(place, (place / path).parent)
        written.append(write_file(place / path, files[path], force=True))
    told = [Written(path, done.fate, done.message) for path, done in zip(sorted(files), written, strict=True)]
    return (*told, *_strangers(place, files))


def _strangers(place: Path, files: Mapping[str, bytes]) -> tuple[Written, ...]:
    """What was there before, by the first part of its path: a history of git has thousands of files."""
    ours = {path.split("/")[0] for path in files}
    found = {entry.name for entry in place.iterdir()} - ours
    for name in sorted(ours):
        below = (path for path in (place / name).rglob("*") if (place / name).is_dir() and path.is_file())
        found |= {path.relative_to(place).as_posix() for path in below} - set(files)
    return tuple(Written(name, Fate.KEPT, wording.NOT_OURS) for name in sorted(found))
