"""Workspaces in memory, and their copies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.notes.reader import read_notes
from generator.redaction import Copy, make_copy
from generator.workspace.places import read_note_files, read_workspace
from tests.builders import MINIMAL

DAY = date(2026, 11, 25)


def write(root: Path, notes: Mapping[str, Any], config: str = "language: zh\n") -> None:
    """notes are keyed by id; texts are written as they are."""
    (root / "presales.yaml").write_text(config, "utf-8")
    for note_id, note in notes.items():
        path = root / "engagements" / f"{note_id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        typed = (
            note
            if isinstance(note, str)
            else yaml.safe_dump(MINIMAL | {"id": note_id} | note, allow_unicode=True)
        )
        path.write_text(typed, "utf-8")


def copy_of(root: Path) -> Copy:
    workspace = read_workspace(root)
    files, _ = read_note_files(workspace)
    return make_copy(workspace, read_notes(files, DAY, workspace.config.all_themes()), DAY)


def redacted(root: Path, notes: Mapping[str, Any], config: str = "language: zh\n") -> dict[str, Any]:
    """The notes of the copy as data, keyed by their new ids; problems fail."""
    write(root, notes, config)
    copy = copy_of(root)

    assert copy.problems == ()
    texts = {path: data.decode() for path, data in copy.files.items()}
    return {
        Path(path).stem: yaml.load(text, yaml.BaseLoader)
        for path, text in texts.items()
        if path.startswith("engagements/")
    }


def one_note(root: Path, note: Any, config: str = "language: zh\n") -> dict[str, Any]:
    (found,) = redacted(root, {"2026-05-lanqiao-bank": note}, config).values()
    return dict(found)
