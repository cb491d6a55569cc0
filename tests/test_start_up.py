"""Help, version and completion answer at once: they import nothing that reads notes or makes documents."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "pydantic",
    "jinja2",
    "yaml",
    "markdown",
    "pymdownx",
    "sqlite3",
    "docx",
    "zipfile",
    "generator.notes",
    "generator.build",
    "generator.output",
)
PROGRAM = "import sys; from generator.cli import main\ntry: main()\nfinally: print(*sorted(sys.modules), sep='\\n', file=sys.stderr)"
COMPLETE = {"_PRESALES_COMPLETE": "zsh_complete", "COMP_WORDS": "presales check --str", "COMP_CWORD": "2"}


def modules_of(*args: str, cwd: Path, **environment: str) -> set[str]:
    """What a process of its own has imported by its end."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *args],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "args",
    [
        ("--help",),
        ("--version",),
        ("build", "--help"),
        ("check", "--help"),
        ("schema", "--help"),
        ("explain", "--help"),
        ("redact", "--help"),
        ("digest", "--help"),
        ("template", "--help"),
        ("template", "fields", "--help"),
    ],
)
def test_help_and_version_import_nothing_heavy(args: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "presales.yaml").write_text("language: zh\n", "utf-8")

    modules = modules_of(*args, cwd=tmp_path)

    assert "generator.cli.program" in modules
    assert modules.isdisjoint(HEAVY)


def test_completion_imports_nothing_heavy(tmp_path: Path) -> None:
    modules = modules_of(cwd=tmp_path, **COMPLETE)

    assert "click.shell_completion" in modules
    assert modules.isdisjoint(HEAVY)


def test_a_command_that_works_does_import_them(tmp_path: Path) -> None:
    modules = modules_of("explain", "fit", cwd=tmp_path)

    assert {"pydantic", "generator.notes"} <= modules
