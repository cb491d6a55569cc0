"""Programs and files from outside that judge what we write, and what to do where one is missing.

A test names what it needs: `@needs("pandoc")`. On a machine without it the test is skipped and says how to install
it; where PRESALES_REQUIRE_TOOLS is set, as in .ci/run, it fails instead (tests/conftest.py).
"""

from __future__ import annotations

import functools
import importlib.util
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCHEMAS = SHARED / "ooxml-xsd" / "all.xsd"
EXAMPLES = SHARED / "examples"

needs = pytest.mark.needs


@dataclass(frozen=True, slots=True)
class Judge:
    """Something that a machine may lack: find gives its path or None, install says how to get it."""

    find: Callable[[], Path | None]
    install: str


def _program(name: str) -> Callable[[], Path | None]:
    def find() -> Path | None:
        path = shutil.which(name)
        return Path(path) if path else None

    return find


@functools.cache
def _pandoc() -> Path | None:
    try:
        import pypandoc  # the package is what may be missing
    except ImportError:
        return _program("pandoc")()
    try:
        return Path(pypandoc.get_pandoc_path())
    except OSError:
        return None


def _file(path: Path) -> Callable[[], Path | None]:
    return lambda: path if path.exists() else None


def _package(name: str) -> Callable[[], Path | None]:
    def find() -> Path | None:
        found = importlib.util.find_spec(name)
        return Path(found.origin) if found and found.origin else None

    return find


def _commonmark() -> Path | None:
    return next(iter(sorted((ROOT / ".venv" / "judges").glob("markdown_it_py-*.tar.gz"))), None)


JUDGES = {
    "commonmark": Judge(_commonmark, "make check"),
    "mammoth": Judge(_package("mammoth"), "pip install mammoth"),
    "pandoc": Judge(_pandoc, "pip install pypandoc_binary"),
    "soffice": Judge(_program("soffice"), "apt-get install libreoffice-writer-nogui"),
    "pdftoppm": Judge(_program("pdftoppm"), "apt-get install poppler-utils"),
    "pdftotext": Judge(_program("pdftotext"), "apt-get install poppler-utils"),
    "schemas": Judge(_file(SCHEMAS), "put the ISO 29500 schemas at ../shared/ooxml-xsd"),
    "examples": Judge(_file(EXAMPLES), "put the example workspaces at ../shared/examples"),
}


def path_of(name: str) -> Path:
    """Where a judge is; the test that asks has it in its `needs`."""
    path = JUDGES[name].find()
    assert path is not None, f"{name} is missing: {JUDGES[name].install}"
    return path


def missing(*names: str) -> str:
    """Which of these judges the machine lacks and how to get them; empty where it lacks none."""
    lacking = [f"{name} ({JUDGES[name].install})" for name in names if JUDGES[name].find() is None]
    return f"missing: {', '.join(lacking)}" if lacking else ""


def read_with_pandoc(source: Path, kind: str) -> dict[str, Any]:
    """The tree that pandoc finds in a file of its format kind ("docx", "gfm", "html")."""
    command = [str(path_of("pandoc")), "--from", kind, "--to", "json", str(source)]
    tree: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return tree
