"""A note as it is searched: its texts folded, line by line, in a form that can be kept between runs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.insights.search.folding import fold
from generator.insights.search.things import FIELDS, NOTE_FIELDS, What, note_texts, things_in
from generator.notes.codes import Confidentiality, Theme
from generator.notes.model import Engagement


class Listed(NamedTuple):
    """A thing without its texts."""

    what: str
    id: str
    about: str
    status: str
    restricted: bool


class Page(NamedTuple):
    """day is `2026-05-20`. text has a line for each of things.NOTE_FIELDS, then one for each field of each thing."""

    note: str
    day: str
    restricted: bool
    things: tuple[Listed, ...]
    text: str

    def write(self) -> str:
        """One string: what is known of the note in JSON, then its text."""
        known = [self.note, self.day, self.restricted, self.things]
        return f"{json.dumps(known, ensure_ascii=False, separators=(',', ':'))}\n{self.text}"

    @classmethod
    def read(cls, written: str) -> Page:
        """What write gave. ValueError or TypeError for anything else."""
        known, _, text = written.partition("\n")
        note, day, restricted, things = json.loads(known)
        return cls(note, day, restricted, tuple(map(Listed._make, things)), text)

    def places(self) -> list[tuple[int, str]]:
        """For each line of the text the position of its thing, -1 for the note itself, and the field."""
        found = [(-1, name) for name in NOTE_FIELDS]
        for position, thing in enumerate(self.things):
            found += _PLACES[thing.what, position] if position < _KEPT else _places(thing.what, position)
        return found


def _places(what: str, position: int) -> list[tuple[int, str]]:
    return [(position, name) for name in FIELDS[What(what)]]


_KEPT = 64  # a table for the things of any common note: they are asked for ten thousand times
_PLACES = {(what.value, position): _places(what, position) for what in What for position in range(_KEPT)}


def page_of(engagement: Engagement, themes: Iterable[Theme]) -> Page:
    things = tuple(things_in(engagement, themes))
    texts = (*note_texts(engagement), *(text for thing in things for text in thing.texts))
    return Page(
        note=engagement.id,
        day=engagement.date.isoformat(),
        restricted=engagement.confidentiality is Confidentiality.RESTRICTED,
        things=tuple(Listed(*thing[:5]) for thing in things),
        text="\n".join(map(fold, texts)),
    )


def settled_on(engagement: Engagement) -> date:
    """From this day on the note's page as of a day is the page of the note as it stands."""
    days = [engagement.date]
    for lesson in engagement.lessons:
        if lesson.action is not None and lesson.action.closed_on is not None:
            days.append(lesson.action.closed_on)
    for risk in engagement.risks:
        closed_on = risk.action.closed_on if risk.action is not None else None
        days += (day for day in (risk.happened_on, closed_on) if day is not None)
    return max(days)
