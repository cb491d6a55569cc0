"""New ids for notes, gaps and items: the old ones tell customers and products."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.errors import Bilingual
from generator.notes.model import Engagement
from generator.notes.reader import Note
from generator.notes.references import written_ids
from generator.redaction.folding import squash
from generator.redaction.patterns import any_spelling
from generator.redaction.roster import Entry

_DATE = re.compile(r"^\d{4}-\d{2}(?:-\d{2})?(?=-)")
_NOTE_WORDS = ("note", "entry", "record", "engagement")
_GAP_WORDS = ("gap", "lack", "missing")
_PLAIN_ID = re.compile(r"[A-Z][0-9]{0,3}")
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Ids:
    """notes and gaps: old -> new; items: old -> new of each note that writes ids that are more than a letter and a
    number, keyed by the old id of the note."""

    notes: Mapping[str, str]
    gaps: Mapping[str, str]
    items: Mapping[str, Mapping[str, str]]

    def entries(self) -> tuple[Entry, ...]:
        """The ids that a text may mention; a plain word is no id there."""
        found = []
        for old, new in (*self.notes.items(), *self.gaps.items()):
            pattern = any_spelling(old)
            if pattern and len(pattern.needle) >= _SHORTEST and not old.isalpha():
                found.append(Entry(pattern, Bilingual(new, new)))
        return tuple(found)


def make_ids(notes: Iterable[Note], corpus: str) -> Ids:
    """notes are those of the copy; their dates stay in their ids."""
    used = [(note.file.stem, note.engagement) for note in notes if note.engagement]
    stems = [stem for stem, _ in used]
    gaps = sorted({fit.gap for _, engagement in used for fit in engagement.fit if fit.gap})
    return Ids(
        _named(_NOTE_WORDS, stems, corpus),
        _named(_GAP_WORDS, gaps, corpus),
        {stem: _items(engagement) for stem, engagement in used},
    )


def _named(words: tuple[str, ...], old: list[str], corpus: str) -> dict[str, str]:
    width = max(2, len(str(len(old))))
    for word in (*words, "x" + words[0]):
        new = {name: _dated(name, f"{word}-{number:0{width}}") for number, name in enumerate(old, 1)}
        if not any(squash(name) in corpus for name in new.values()):
            break
    return new


def _dated(old: str, new: str) -> str:
    date = _DATE.match(old)
    return f"{date[0]}-{new}" if date else new


def _items(engagement: Engagement) -> dict[str, str]:
    """The first letter of the block and a number that no item has."""
    ids = [(str(loc[0]), name) for loc, name in written_ids(engagement)]
    taken = {name for _, name in ids}
    new: dict[str, str] = {}
    for block, name in ids:
        if name not in new and not _PLAIN_ID.fullmatch(name):
            numbers = (f"{block[0].upper()}{number}" for number in range(1, 1000))
            new[name] = next(found for found in numbers if found not in taken)
            taken.add(new[name])
    return new
