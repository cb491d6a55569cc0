"""The engagements of a workspace as of a day, for what is made from all notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.build.library import Library
from generator.build.report import Counts
from generator.insights.portfolio.selection import Selection, select
from generator.notes.hints import is_unfinished


@dataclass(frozen=True, slots=True)
class Portfolio:
    """unfinished are the ids of notes with text left over from a scaffold or an import."""

    selection: Selection
    unfinished: frozenset[str]


def read_portfolio(library: Library, day: date, *, restricted: bool, with_unfinished: bool) -> Portfolio:
    """with_unfinished: for lists that should name such notes instead of leaving them out."""
    engagements = [note.engagement for note in library.notes if note.engagement is not None]
    unfinished = frozenset(engagement.id for engagement in engagements if is_unfinished(engagement))
    problems = [note.file.stem for note in library.notes if note.engagement is None]
    selection = select(
        engagements,
        day,
        problems=problems,
        unfinished=frozenset() if with_unfinished else unfinished,
        include_restricted=restricted,
    )
    return Portfolio(selection, unfinished)


def portfolio_counts(library: Library, used: int) -> Counts:
    """What the last line of a run tells; notes that are left out are skipped."""
    read = len(library.notes) + library.unreadable
    bad = library.unreadable + sum(note.engagement is None for note in library.notes)
    return Counts(read, used, bad, read - bad - used)
