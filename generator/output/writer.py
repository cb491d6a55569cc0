"""The only way into output/."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.errors import Bilingual
from generator.output import wording
from generator.output.edits import describe_edit
from generator.output.failures import CHANGING, explain_failure
from generator.output.fates import Fate, RefusedError, Written
from generator.output.folder import Folder
from generator.output.manifest import Entry
from generator.output.names import beside_name, fold, kept_name, refuse_name, suffix_of
from generator.output.standing import Standing, compare, is_ours, is_saved_anew
from generator.output.whole_files import Found, digest_of, look

_ATTEMPTS = 3


class Output:
    """Writes below a folder, keeps what somebody edited there, and remembers what it wrote and from what.

    Paths are relative to the folder, with `/`. force moves an edited file aside and writes; check writes nothing at
    all and looks into every file. Raises RefusedError where the folder itself is a link that leads out; everything
    else is told file by file. One process holds one; several processes may work in the same folder. A process that
    was forked needs its own.
    """

    def __init__(self, folder: Path, *, force: bool = False, check: bool = False) -> None:
        self._folder = Folder(folder, read_only=check)
        self._manifest = self._folder.manifest
        self._force = force
        self._checking = check
        self._claims: dict[str, tuple[str, str]] = {}
        self._kept = {kept for path in self._manifest.entries if (kept := kept_name(path))}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._folder.close()

    @property
    def is_checking(self) -> bool:
        return self._checking

    def is_current(self, path: str, inputs: str) -> bool:
        """Whether the file stands as it was written from the same inputs: a look at size, time and inode suffices.

        Files that differ or are too fresh are read, as git does; under check all are. A program that changes a file
        within the tick of the clock in which it was written, or gives it its old time back, is not noticed here, but
        is under check and whenever the file is about to be written.
        """
        entry = self._manifest.entries.get(path)
        if entry is None or entry.inputs != inputs or path in self._kept:
            return False
        claimed = fold(path) in self._claims
        try:
            self._claim(path, entry.digest)
            untouched = not self._checking and look(self._folder.place(path)) == entry.stamp and entry.settled
            current = bool(untouched) or self._is_same_inside(entry)
        except (RefusedError, OSError):
            return False
        if not current and not claimed:
            del self._claims[fold(path)]  # what is written there now may be something else
        return current

    def beside(self, path: str, inputs: str) -> bytes | None:
        """The version that stands beside an edited file already and was made from the same inputs."""
        name = beside_name(path)
        entry = self._manifest.entries.get(name)
        if path not in self._kept or entry is None or entry.inputs != inputs:
            return None
        try:
            found = self._folder.find(name)
        except (RefusedError, OSError):
            return None
        return found.data if found and found.digest == entry.digest else None

    def write(self, path: str, data: bytes, *, inputs: str = "") -> Written:
        """inputs is a digest of everything that data was made from, for is_current."""
        try:
            if problem := refuse_name(path):
                return Written(path, Fate.FAILED, problem)
            self._claim(path, digest_of(data))
            return self._look_and_write(path, data, inputs)
        except RefusedError as error:
            return Written(path, Fate.FAILED, error.message)
        except OSError as error:
            return Written(path, Fate.FAILED, explain_failure(error))

    def orphans(self, expected: Collection[str]) -> tuple[str, ...]:
        """Files written earlier that are none of the expected and still there, in the order of their paths."""
        wanted = frozenset(expected)
        unwanted = (
            path for path in self._manifest.entries if path not in wanted and kept_name(path) not in wanted
        )
        return tuple(sorted(path for path in unwanted if self._is_there(path)))

    def prune(self, expected: Collection[str]) -> tuple[Written, ...]:
        """Removes the orphans that nobody edited, and folders that this leaves empty; under check they are stale."""
        return tuple(self._prune(path) for path in self.orphans(expected))

    def _claim(self, path: str, digest: str) -> None:
        other, other_digest = self._claims.setdefault(fold(path), (path, digest))
        if (other, other_digest) != (path, digest):
            raise RefusedError(wording.same_name(other))

    def _is_same_inside(self, entry: Entry) -> bool:
        found = self._folder.find(entry.path)
        if found is None:
            return False
        same = found.digest == entry.digest or is_saved_anew(entry.path, found, self._manifest)
        if same:
            self._folder.adopt(entry.path, found, entry.inputs)
        return same

    def _look_and_write(self, path: str, data: bytes, inputs: str) -> Written:
        for _ in range(_ATTEMPTS):
            found = self._folder.find(path)
            standing = compare(path, found, data, self._manifest)
            if self._checking:
                return self._tell(path, found, data, standing)
            written = self._act(path, found, data, inputs, standing)
            if written is not None:
                return written
        raise RefusedError(CHANGING)

    def _tell(self, path: str, found: Found | None, data: bytes, standing: Standing) -> Written:
        if standing is Standing.SAME:
            return Written(path, Fate.UNCHANGED)
        if found is not None and standing is Standing.EDITED:
            return Written(path, Fate.KEPT, wording.edited(self._describe(path, found, data)))
        return Written(path, Fate.STALE)

    def _act(
        self, path: str, found: Found | None, data: bytes, inputs: str, standing: Standing
    ) -> Written | None:
        """None where the file changed meanwhile."""
        if found is not None and standing is Standing.EDITED:
            return (
                self._replace_edited(path, found, data, inputs)
                if self._force
                else self._keep(path, found, data, inputs)
            )
        if found is not None and standing is Standing.SAME:
            self._folder.adopt(path, found, inputs)
            self._drop_beside(path)
            return Written(path, Fate.UNCHANGED)
        if not self._put(path, found, data, inputs):
            return None
        self._drop_beside(path)
        return Written(path, Fate.WRITTEN)

    def _put(self, path: str, found: Found | None, data: bytes, inputs: str) -> bool:
        """Over our own version, which stays known until the new one stands."""
        seen, older = (found.stamp, found.digest) if found else (None, "")
        return self._folder.put(path, data, inputs, seen, older)

    def _replace_edited(self, path: str, found: Found, data: bytes, inputs: str) -> Written | None:
        backup = self._folder.back_up(path, found)
        if not self._folder.put(path, data, inputs, found.stamp, older=""):
            return None
        self._drop_beside(path)
        return Written(path, Fate.WRITTEN, wording.backed_up(backup), backup)

    def _keep(self, path: str, found: Found, data: bytes, inputs: str) -> Written | None:
        edit = self._describe(path, found, data)
        beside = beside_name(path)
        other = self._folder.find(beside)
        standing = compare(beside, other, data, self._manifest)
        if standing is Standing.EDITED:
            return Written(path, Fate.KEPT, wording.both_edited(edit, beside))
        if other is not None and standing is Standing.SAME:
            self._folder.adopt(beside, other, inputs)
        elif not self._put(beside, other, data, inputs):
            return None
        return Written(path, Fate.KEPT, wording.kept(edit, beside), beside)

    def _describe(self, path: str, found: Found, data: bytes) -> Bilingual:
        """Against what was last written, so that changes of the note are not told as the person's."""
        ours = self._manifest.copy(path)
        return describe_edit(data if ours is None else ours, found.data, suffix_of(path))

    def _drop_beside(self, path: str) -> None:
        """The edit is gone, so its new version is of no use, unless somebody worked on that."""
        beside = beside_name(path)
        if beside in self._manifest.entries:
            other = self._folder.find(beside)
            if other is not None and is_ours(beside, other, self._manifest):
                self._folder.remove(beside, other)
            self._kept.discard(path)

    def _is_there(self, path: str) -> bool:
        try:
            return self._folder.find(path) is not None
        except (RefusedError, OSError):
            return False

    def _prune(self, path: str) -> Written:
        try:
            found = self._folder.find(path)
            ours = found if found and is_ours(path, found, self._manifest) else None
            if ours and self._checking:
                return Written(path, Fate.STALE)
            if ours and self._folder.remove(path, ours):
                return Written(path, Fate.REMOVED)
            return Written(path, Fate.KEPT, wording.NOT_REMOVED)
        except OSError as error:
            return Written(path, Fate.FAILED, explain_failure(error))
