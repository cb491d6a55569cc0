"""How a digest names engagements and their items: by the customer's alias, never by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.insights.portfolio.small_numbers import sort_ids
from generator.notes.model import Engagement
from generator.views.customers import alias_of
from generator.views.wording import Wording

MOST_LISTED = 6


@dataclass(frozen=True, slots=True)
class Cases:
    """names are keyed by the id of the engagement; no two engagements share one."""

    names: Mapping[str, str]
    wording: Wording

    def of(self, engagement: Engagement, item: str = "") -> str:
        """`alias`, or `alias K4` for an item of it."""
        return f"{self.names[engagement.id]} {item}".rstrip()

    def named(self, reference: str) -> str:
        """The same from `note-id` or `note-id/K4`."""
        note, _, item = reference.partition("/")
        return f"{self.names[note]} {item}".rstrip()

    def listed(self, references: Iterable[str]) -> str:
        """A list within a sentence; of many, the first few and how many more."""
        every = sort_ids(references)
        rest = len(every) - MOST_LISTED
        more = self.wording("digest.more_cases", n=rest) if rest > 0 else ""
        return self.wording.join((*(self.named(name) for name in every[:MOST_LISTED]), more))


def cases_of(engagements: Iterable[Engagement], wording: Wording) -> Cases:
    """An alias that several engagements share is told apart by the month, by the day, at last by a number."""
    known = tuple(engagements)
    names = {note.id: alias_of(note.customer, wording.language) for note in known}
    for digits in (7, 10):
        shared = Counter(names.values())
        names |= {
            note.id: f"{alias_of(note.customer, wording.language)} {str(note.date)[:digits]}"
            for note in known
            if shared[names[note.id]] > 1
        }
    shared, taken = Counter(names.values()), Counter[str]()
    for note_id, name in sorted(names.items()):
        if shared[name] > 1:
            taken[name] += 1
            names[note_id] = f"{name} #{taken[name]}"
    return Cases(names, wording)
