"""Files that the command line names itself, anywhere: `schema -o`, `export -o`."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from generator.output import wording
from generator.output.failures import CHANGING, explain_failure
from generator.output.fates import Fate, RefusedError, Written
from generator.output.whole_files import read_found, replace_if_unchanged, write_new


def write_file(path: Path, data: bytes, *, force: bool = False, parents: bool = False) -> Written:
    """Whole or not at all, and on the disk when it returns. An existing file with something in it needs force.

    parents: missing folders are made.
    """
    place = os.path.realpath(path)
    try:
        found = read_found(place)
        if found is not None and found.data == data:
            return Written(str(path), Fate.UNCHANGED)
        if found is not None and found.data and not force:
            return Written(str(path), Fate.KEPT, wording.EXISTS)
        if parents:
            Path(place).parent.mkdir(parents=True, exist_ok=True)
        made = _make_beside(place, data)
        try:
            if not replace_if_unchanged(made, place, found.stamp if found else None):
                raise RefusedError(CHANGING)
        finally:
            Path(made).unlink(missing_ok=True)
    except RefusedError as error:
        return Written(str(path), Fate.FAILED, error.message)
    except OSError as error:
        return Written(str(path), Fate.FAILED, explain_failure(error))
    return Written(str(path), Fate.WRITTEN)


def _make_beside(place: str, data: bytes) -> str:
    numbers = count(1)
    while True:
        made = f"{Path(place).parent}{os.sep}.presales-{os.getpid()}-{next(numbers)}.tmp"
        with suppress(FileExistsError):
            write_new(made, data, durable=True)
            return made
