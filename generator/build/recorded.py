"""What stands beside the notes and counts in figures: what git remembers of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.build.library import Library
from generator.history import Blobs, find_repository, first_commits, proofs, read_history
from generator.insights.portfolio.figures import Recorded
from generator.insights.win_scores import ScoringRule


def read_recorded(
    library: Library, rule: ScoringRule, environment: Mapping[str, str]
) -> tuple[Recorded, bool]:
    """And whether there is history: full, and of these notes. environment is the process's, for finding git."""
    repository = find_repository(library.workspace.root, environment)
    history = read_history(repository)
    if repository is None or history is None:
        return Recorded(), False
    known: dict[str, date | None] = {**first_commits(history, (note.file.path for note in library.notes))}
    with Blobs(repository) as blobs:
        proven = proofs(history, blobs, library.notes, rule)
    return Recorded(first_commits=known, proofs=proven), True
