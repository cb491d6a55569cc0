"""Small workspaces, and the command line run in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli.program import PROGRAM

ID = "2026-05-harbour-iot"
DAY = "2026-06-01"
NOTE = f"""\
schema: 1
id: {ID}
language: en
customer: {{name: Harbour Works, industry: machining}}
presales: Lin
sales: Zhou
date: 2026-05-20
products: [gateway]
goal: a visit to the pilot line
result: the visit was agreed
needs:
  - {{surface: stops are noticed too late, middle: fewer stops}}
commitments: []
lessons:
  - {{kind: improve, theme: intel_gap, text: ask for the budget first}}
next_steps:
  - {{what: visit, owner: Lin, due: 2026-06-12}}
outcome: {{status: open}}
"""
BROKEN_ID = "2026-05-quay-bank"
BROKEN = NOTE.replace(ID, BROKEN_ID).replace("date: 2026-05-20", "date: 2026-05-32")
SUMMARY = (
    "notes: {} read, {} used, {} with problems, {} skipped; documents: {} written, {} unchanged, {} kept"
)


def summary(*numbers: int) -> str:
    return SUMMARY.format(*numbers)


def make_workspace(
    root: Path, files: Mapping[str, str] | None = None, config: str = "language: en\n"
) -> Path:
    """One good note, unless files say otherwise. Paths are relative to the workspace."""
    every = {"presales.yaml": config, f"engagements/{ID}.yaml": NOTE, **(files or {})}
    for name, text in every.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def add_broken_note(root: Path) -> None:
    (root / "engagements" / f"{BROKEN_ID}.yaml").write_text(BROKEN, "utf-8")


def run(*args: str | Path, color: bool = False, **environment: str | None) -> Result:
    """The command line in this process; a bug raises. With color the streams take it as a terminal does."""
    environment = {"LANG": "en_GB.UTF-8", "LC_ALL": None, "LC_MESSAGES": None, "NO_COLOR": None} | environment
    return CliRunner().invoke(
        PROGRAM, [str(arg) for arg in args], env=environment, color=color, catch_exceptions=False
    )


def run_in(root: Path, *args: str | Path, color: bool = False, **environment: str | None) -> Result:
    return run("-C", root, *args, color=color, **environment)
