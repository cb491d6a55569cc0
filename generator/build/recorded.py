"""What stands beside the notes and counts in figures: records of briefs, and what git remembers of the notes."""

from __future__ import annotations

from datetime import date

from generator.build.library import Library
from generator.history import Blobs, Repository, first_commits, proofs, read_history
from generator.insights.portfolio.figures import Recorded
from generator.insights.win_scores import ScoringRule


def read_recorded(
    library: Library, rule: ScoringRule, repository: Repository | None
) -> tuple[Recorded, bool]:
    """And whether there is history, in full and of these notes."""
    history = read_history(repository)
    if repository is None or history is None:
        return Recorded(shown=library.shown), False
    days: dict[str, date | None] = {**first_commits(history, (note.file for note in library.notes))}
    with Blobs(repository) as blobs:
        proven = proofs(history, blobs, library.notes, rule)
    return Recorded(shown=library.shown, first_commits=days, proofs=proven), True
