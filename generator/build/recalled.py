"""What is known of a workspace's notes: problems at once, engagements and pages when they are asked for."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.build.collecting import no_collecting
from generator.build.known_notes import KnownNote
from generator.errors import Problem
from generator.insights.as_of import engagement_as_of
from generator.insights.search import Page, page_of
from generator.notes.freezing import thaw
from generator.notes.model import Engagement
from generator.notes.reader import Note, read_note
from generator.output import Remembered, Row, unpacked
from generator.workspace.places import Workspace, read_note_file

ENGAGEMENTS, PAGES = "engagements", "pages"


@dataclass(frozen=True, slots=True)
class Recalled:
    """notes are in the order of their paths; unreadable is the number of those that could not be opened.

    general are the problems of no note that was read; whole are notes that had to be read with everything.
    """

    workspace: Workspace
    day: date
    memory: Remembered
    notes: tuple[KnownNote, ...]
    unreadable: int
    general: tuple[Problem, ...]
    whole: Mapping[str, Note]
    unstored: Mapping[tuple[str, str], Row] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Errors and warnings in reading order."""
        every = (*self.general, *(problem for note in self.notes for problem in note.problems))
        return tuple(sorted(every, key=lambda problem: problem.sort_key))

    def engagements(self, notes: Iterable[KnownNote]) -> tuple[tuple[KnownNote, Engagement], ...]:
        """Of usable notes, as they stand; one that has become unusable since is left out."""
        wanted = [note for note in notes if note.usable]
        texts = self.memory.get(ENGAGEMENTS, (note.digest for note in wanted))
        with no_collecting():
            thawed = [
                (note, self._thawed(note, texts.get(note.digest)) or self._read(note)) for note in wanted
            ]
        return tuple((note, engagement) for note, engagement in thawed if engagement is not None)

    def pages(self, notes: Iterable[KnownNote], required: tuple[tuple[str, ...], ...] = ()) -> Iterator[Page]:
        """As of the day, of usable notes; at least those pages that hold one text of each required group."""
        usable = {note.digest: note for note in notes if note.usable}
        unsettled = [note for note in usable.values() if note.settled_on > self.day]
        for note in unsettled:
            del usable[note.digest]
        for digest, text in self._page_texts(required):
            if digest in usable:
                page = _page(text)
                if page is not None and page.note == usable[digest].stem:
                    yield page
                else:
                    unsettled.append(usable[digest])
        for _, engagement in self.engagements(unsettled):
            past = engagement_as_of(engagement, self.day)
            if past is not None:
                yield page_of(past, self.workspace.config.all_themes())

    def _page_texts(self, required: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, str]]:
        yield from self.memory.holding(PAGES, required).items()
        for (space, digest), row in self.unstored.items():
            if space == PAGES:
                yield digest, unpacked(row[2])

    def _thawed(self, note: KnownNote, text: str | None) -> Engagement | None:
        """None where the memory does not hold it, or something else."""
        if note.path in self.whole:
            return self.whole[note.path].engagement
        row = self.unstored.get((ENGAGEMENTS, note.digest))
        try:
            text = unpacked(row[2]) if row is not None else text
            engagement = thaw(json.loads(text)) if text is not None else None
        except (zlib.error, LookupError, ValueError, TypeError, AttributeError):
            return None
        return engagement if engagement is not None and engagement.id == note.stem else None

    def _read(self, note: KnownNote) -> Engagement | None:
        file = read_note_file(self.workspace, note.path)
        if isinstance(file, Problem):
            return None
        return read_note(file, self.day, self.workspace.config.all_themes()).engagement


def _page(text: str) -> Page | None:
    try:
        return Page.read(text)
    except (ValueError, TypeError):
        return None
