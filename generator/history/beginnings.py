"""When notes were first written down (INSIGHTS.md, section 9, "Write-up delay")."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.history.lineage import Lineages
from generator.history.log import History
from generator.notes.reader import NoteFile


def first_commits(history: History | None, files: Iterable[NoteFile]) -> dict[str, date]:
    """The day of the commit that added each note, by id; renames are followed. Notes without a commit are absent."""
    if history is None:
        return {}
    lineages = Lineages(history)
    days = {}
    for file in files:
        added = (edit for edit in lineages.of(file.path) if edit.blob and not edit.before)
        known = [day for edit in added if (day := history.commits[edit.commit].day) is not None]
        if known:
            days[file.stem] = min(known)
    return days
