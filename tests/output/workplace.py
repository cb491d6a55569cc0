"""output/ of a workspace as a person sees it: what is there, and hands that change it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.output import Output, Written

PATH = "2026-05-yunpu/report.zh.md"
BESIDE = "2026-05-yunpu/report.zh.new.md"
BACKUP = "2026-05-yunpu/report.zh.bak-1.md"


@dataclass(frozen=True, slots=True)
class Workplace:
    root: Path

    def build(self, data: bytes, path: str = PATH, *, force: bool = False, check: bool = False) -> Written:
        """One run that writes one file; its inputs are its bytes."""
        with Output(self.root, force=force, check=check) as output:
            return output.write(path, data, inputs=data.hex())

    def is_current(self, data: bytes, path: str = PATH, *, check: bool = False) -> bool:
        with Output(self.root, check=check) as output:
            return output.is_current(path, data.hex())

    def edit(self, data: bytes, path: str = PATH) -> None:
        """As a program that saves in place, which keeps the inode."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as file:
            file.write(data)

    def files(self) -> dict[str, bytes]:
        """Everything but the memory."""
        return {name: data for name, data in self.everything().items() if not name.startswith(".presales/")}

    def everything(self) -> dict[str, bytes]:
        found = (path for path in sorted(self.root.rglob("*")) if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}

    def looks(self) -> dict[str, tuple[int, ...]]:
        """Everything, folders too, with what writing changes and reading does not."""
        found = {path: path.stat() for path in sorted(self.root.rglob("*"))}
        return {str(p): (s.st_ino, s.st_size, s.st_mtime_ns) for p, s in found.items()}

    def age(self, path: str = PATH, seconds: int = 60) -> None:
        """Makes a file look as if it had been written a while ago."""
        found = (self.root / path).stat()
        past = found.st_mtime_ns - seconds * 1_000_000_000
        os.utime(self.root / path, ns=(past, past))
