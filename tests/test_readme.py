"""The README's first note is a good one, its commands exist, its links lead somewhere."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from generator.cli.program import COMMANDS
from generator.notes.reader import NoteFile, read_notes

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_note_reads_without_an_error() -> None:
    block = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert block is not None
    text = re.sub(r"^ {3}", "", block[1], flags=re.MULTILINE)
    (note,) = read_notes(
        (NoteFile("engagements/2026-05-harbour-iot.yaml", text.encode()),), date(2026, 5, 21)
    )

    assert note.engagement is not None
    assert {problem.code for problem in note.problems} == {"shallow_need"}


def test_every_command_is_listed_and_every_listed_one_exists() -> None:
    listed = set(re.findall(r"^\| `presales (\w+)", README, re.MULTILINE))

    assert listed == set(COMMANDS)


def test_links_and_pictures_lead_to_files() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)|src=\"([^\"]+)\"", README)
    paths = [left or right for left, right in targets]

    assert len(paths) > 5
    assert [path for path in paths if not (ROOT / path).is_file()] == []


def test_make_targets_that_are_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`make (\w+)`|^make (\w+)", README, re.MULTILINE))

    assert named
    assert [name for pair in named for name in pair if name and f"\n{name}:" not in makefile] == []
