"""Small repositories with notes in them, made by git itself."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.history import History, Repository, find_repository, read_history

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ},
}
ID = "2026-05-harbour-iot"
NOTE = f"engagements/{ID}.yaml"


def git(root: Path, *arguments: str, day: str = "2026-05-20") -> str:
    """A day is that of author and committer, at noon in Shanghai."""
    when = f"{day}T12:00:00+08:00"
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    settings = (
        "user.name=Lin",
        "user.email=lin@example.org",
        "init.defaultBranch=main",
        "commit.gpgsign=false",
    )
    options = [part for setting in settings for part in ("-c", setting)]
    done = subprocess.run(
        ["git", *options, *arguments], cwd=root, env=ENVIRONMENT | dates, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode())


def commit(root: Path, files: dict[str, str] | None = None, day: str = "2026-05-20") -> str:
    """Everything as it lies there, after the files were written; the commit's id."""
    for path, text in (files or {}).items():
        write(root, path, text)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "a change", day=day)
    return git(root, "rev-parse", "HEAD")


def new_repository(root: Path, files: dict[str, str] | None = None) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet")
    if files:
        commit(root, files)
    return root


def repository(root: Path) -> Repository:
    found = find_repository(root, ENVIRONMENT)
    assert found is not None
    return found


def history(root: Path) -> History:
    found = read_history(find_repository(root, ENVIRONMENT))
    assert found is not None
    return found


LINES = "".join(f"# line {number} of a note that is long enough to be known again\n" for number in range(20))


def note(
    *scores: tuple[str, int, str],
    outcome: str = "open",
    name: str = ID,
    goal: str = "a visit",
    day: str = "2026-05-20",
) -> str:
    """The text of a note; scores are (side, chance, day)."""
    lines = "".join(f"  - {{by: {by}, p: {p}, on: {on}}}\n" for by, p, on in scores)
    decided = "" if outcome == "open" else ", decided_on: 2026-07-03"
    return (
        f"schema: 1\nid: {name}\nlanguage: en\npresales: Lin\nsales: Zhou\ndate: {day}\nproducts: [gateway]\n"
        f"customer: {{name: Harbour Works, industry: machining}}\ngoal: {goal}\nresult: the visit was agreed\n"
        "needs:\n  - {surface: stops are noticed too late, middle: fewer stops}\ncommitments: []\n"
        "lessons:\n  - {kind: improve, theme: intel_gap, text: ask for the budget first}\n"
        "next_steps:\n  - {what: visit, owner: Lin, due: 2026-06-12}\n"
        + (f"win_scores:\n{lines}" if lines else "")
        + f"outcome: {{status: {outcome}{decided}}}\n"
        + LINES
    )
