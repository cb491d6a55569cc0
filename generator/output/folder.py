"""output/ with its memory: files looked at, put, moved aside and removed, each so that no other run is harmed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from generator.output.fates import RefusedError
from generator.output.manifest import Entry, Manifest
from generator.output.names import MEMORY, backup_name
from generator.output.whole_files import (
    Found,
    Stamp,
    digest_of,
    look,
    open_folder,
    read_found,
    refuse_outside,
    replace_if_unchanged,
    write_new,
)
from generator.output.workshop import Workshop

_FRESH_NS = 2_000_000_000  # FAT tells times of change to two seconds; nothing coarser is in use


class Folder:
    """Paths are relative to root, with `/`. Raises RefusedError where links lead out, for root at once."""

    def __init__(self, root: Path, *, read_only: bool) -> None:
        root = root.absolute()
        memory = root / MEMORY
        refuse_outside(root, root.parent)
        refuse_outside(memory, root)
        self.manifest = Manifest(memory, read_only=read_only)
        self._root = root
        self._read_only = read_only
        self._workshop = Workshop(memory)
        self._inside: set[str] = set()
        self._seen: dict[str, Entry] = {}
        if not read_only:
            with suppress(OSError):
                self._workshop.clear_left_over()

    def place(self, path: str) -> str:
        return f"{self._root}{os.sep}{path}"

    def find(self, path: str) -> Found | None:
        parent = path.rpartition("/")[0]
        if parent not in self._inside:
            refuse_outside(self._root / parent, self._root)
            self._inside.add(parent)
        return read_found(self.place(path))

    def put(self, path: str, data: bytes, inputs: str, seen: Stamp | None, older: str) -> bool:
        """False where something else than what was seen stands there by now; older is our own version there.

        The record comes first: whenever the process is killed, whatever stands there is known.
        """
        made = self._workshop.make(data)
        try:
            stamp = look(made) or (0, 0, 0)
            entry = Entry(path, digest_of(data), older, inputs, *stamp, 0)
            self.manifest.record(entry, data)
            done = self._move(made, path, seen)
        except BaseException:
            Path(made).unlink(missing_ok=True)
            raise
        if done:
            self._seen[path] = entry
        else:
            Path(made).unlink(missing_ok=True)
        return done

    def adopt(self, path: str, found: Found, inputs: str) -> None:
        """What stands there is as good as what would be written. Not being able to remember it does no harm."""
        if self._read_only:
            return
        entry = Entry(path, found.digest, "", inputs, *found.stamp, 0)
        with suppress(OSError):
            known = self.manifest.entry(path)
            if known is None or known._replace(older="", settled=0) != entry:
                self.manifest.record(entry, found.data)
            self._seen[path] = entry

    def back_up(self, path: str, found: Found) -> str:
        """The name of the file that now holds what was found, the last backup where that does so already."""
        number, last = 1, ""
        while True:
            name = backup_name(path, number)
            if os.path.lexists(self.place(name)):
                number, last = number + 1, name
            elif last and self._holds(last, found):
                return last
            else:
                with suppress(FileExistsError):
                    self._copy_aside(path, name, found)
                    return name

    def remove(self, path: str, found: Found) -> bool:
        """False where it changed since it was found. The folders that this leaves empty go too."""
        if look(self.place(path)) != found.stamp:
            return False
        Path(self.place(path)).unlink()
        self.manifest.forget(path)
        for folder in Path(path).parents[:-1]:
            with suppress(OSError):
                (self._root / folder).rmdir()
        return True

    def close(self) -> None:
        """Remembers which files a look suffices for from now on."""
        with suppress(OSError):
            if self._seen:
                standing = [e for e in self._seen.values() if look(self.place(e.path)) == e.stamp]
                self.manifest.settle(standing, self._workshop.now_ns() - _FRESH_NS)
        self._workshop.close()
        self.manifest.close()

    def _move(self, made: str, path: str, seen: Stamp | None) -> bool:
        place = self.place(path)
        try:
            return replace_if_unchanged(made, place, seen)
        except FileNotFoundError:
            open_folder(self._root, Path(place).parent)
            return replace_if_unchanged(made, place, seen)

    def _holds(self, path: str, found: Found) -> bool:
        try:
            there = self.find(path)
        except RefusedError:  # a folder or a link of that name
            return False
        return there is not None and there.data == found.data

    def _copy_aside(self, path: str, name: str, found: Found) -> None:
        """A second name for the same file, so that it is never away; a copy on disks that have no such thing."""
        try:
            os.link(self.place(path), self.place(name))
        except FileExistsError:
            raise
        except OSError:
            write_new(self.place(name), found.data, durable=True)
