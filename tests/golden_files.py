"""Golden files: every file and every part of a package is compared, one too many and one too few included."""

from __future__ import annotations

import difflib
import io
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"
SHOWN_LINES = 60


@dataclass(frozen=True, slots=True)
class Golden:
    """What a test made last time somebody read it, below one folder."""

    folder: Path
    update: bool

    def check(self, name: str, made: Mapping[str, bytes]) -> None:
        """made: path below folder/name -> content. Packages are best given as their parts (`parts_of`)."""
        assert made, "nothing was made"
        folder = self.folder / name
        if self.update:
            _replace(folder, made)
        kept = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        differences = [
            *(f"only in {folder}: {path}" for path in sorted(kept.keys() - made.keys())),
            *(f"not in {folder}: {path}" for path in sorted(made.keys() - kept.keys())),
            *(_difference(path, kept[path], made[path]) for path in sorted(kept.keys() & made.keys())
              if kept[path] != made[path]),
        ]  # fmt: skip
        if differences:
            pytest.fail("\n".join([*differences, "if this is meant: make golden"]), pytrace=False)


def _replace(folder: Path, made: Mapping[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _difference(path: str, kept: bytes, made: bytes) -> str:
    try:
        before, after = kept.decode().splitlines(), made.decode().splitlines()
    except UnicodeDecodeError:
        return f"other bytes: {path}"
    lines = list(difflib.unified_diff(before, after, f"golden {path}", f"made {path}", lineterm="", n=1))
    rest = [f"… {len(lines) - SHOWN_LINES} more lines"] if len(lines) > SHOWN_LINES else []
    return "\n".join([*lines[:SHOWN_LINES], *rest]) or f"other line endings: {path}"


def parts_of(name: str, package: bytes) -> dict[str, bytes]:
    """The parts of a .docx as files below its name, XML with a line for each element so that a diff can be read."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {f"{name}/{part}": _by_line(part, archive.read(part)) for part in archive.namelist()}


def _by_line(part: str, content: bytes) -> bytes:
    return content.replace(b"><", b">\n<") if part.endswith((".xml", ".rels")) else content
