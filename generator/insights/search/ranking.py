"""Which things have every word that was asked for, the best first, and why.

A word counts once a thing, in the field where it is worth most: the weight of the field times 1, or 0.7 where a longer
word begins with it, or 0.5 where the other language says it. Among equals the newest note comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.insights.item_ids import id_order
from generator.insights.search.folding import fold, fold_with_places
from generator.insights.search.pages import Listed, Page
from generator.insights.search.queries import Query, Term
from generator.insights.search.things import NOTE_FIELDS, What

Span = tuple[int, int]

WEIGHTS = {
    "text": 5.0, "answer": 4.0, "workaround": 4.0, "when": 3.0, "why": 3.0, "cause": 3.0, "effect": 3.0, "action": 3.0,
    "label": 2.0, "title": 2.0, "industry": 2.0, "product": 2.0, "customer": 2.0,
}  # fmt: skip
_ORDER = {what.value: place for place, what in enumerate(What)}
_OF_THE_NOTE = -1


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty ones let everything pass. themes are codes; industries and products are parts of names in any case.

    restricted: notes and lessons that are marked so, too.
    """

    what: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    industries: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    since: date | None = None
    restricted: bool = False


class Match(NamedTuple):
    """A word as typed, what stands there instead of it, folded, the field where it counts, and its points."""

    typed: str
    found: str
    field: str
    points: float


class Hit(NamedTuple):
    """position is that of the thing in its page. A tuple, not a dataclass: a common word hits ten thousand times."""

    note: str
    day: str
    position: int
    thing: Listed
    matches: tuple[Match, ...]
    points: float

    @property
    def name(self) -> str:
        return f"{self.note}/{self.thing.id}"


def search(pages: Iterable[Page], query: Query, filters: Filters | None = None) -> list[Hit]:
    """Every thing that passes the filters and has all the words; all that pass where there are none."""
    wanted = filters or Filters()
    found = [hit for page in pages if _passes(page, wanted) for hit in _hits(page, query, wanted)]
    found.sort(key=_order)
    # A sort keeps the order of equals.
    found.sort(key=lambda hit: hit.day, reverse=True)
    found.sort(key=lambda hit: -hit.points)
    return found


def _order(hit: Hit) -> tuple[object, ...]:
    return hit.note, _ORDER[hit.thing.what], id_order(hit.thing.id)


def marks_in(query: Query, text: str) -> tuple[Span, ...]:
    """Where the words of the query stand in a text as typed, without overlaps."""
    folded, places = fold_with_places(text)
    spans = sorted(
        (places[found.start], places[found.end - 1] + 1)
        for term in query.terms
        for found, _ in term.find(folded)
    )
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _passes(page: Page, filters: Filters) -> bool:
    return (
        (filters.restricted or not page.restricted)
        and (filters.since is None or page.day >= filters.since.isoformat())
        and _names_one(page, "industry", filters.industries)
        and _names_one(page, "product", filters.products)
    )


def _names_one(page: Page, field: str, parts: tuple[str, ...]) -> bool:
    if not parts:
        return True
    place = NOTE_FIELDS.index(field)
    folded = page.text.split("\n", place + 1)[place]
    return any(fold(part) in folded for part in parts)


def _hits(page: Page, query: Query, filters: Filters) -> Iterator[Hit]:
    found = [_places_of(term, page) for term in query.terms]
    if not all(found):
        return
    for position in _positions(page, found):
        thing = page.things[position]
        if _is_wanted(thing, filters):
            matches = tuple(_best(places, position) for places in found)
            points = sum(match.points for match in matches)
            yield Hit(page.note, page.day, position, thing, matches, points)


def _positions(page: Page, found: list[dict[int, Match]]) -> Iterable[int]:
    """The things that have every word, of their own or from their note."""
    narrow = [places for places in found if _OF_THE_NOTE not in places]
    if not narrow:
        return range(len(page.things))
    common = set(narrow[0]).intersection(*narrow[1:])
    return sorted(common)


def _best(places: dict[int, Match], position: int) -> Match:
    own, around = places.get(position), places.get(_OF_THE_NOTE)
    if own is None or (around is not None and around.points > own.points):
        return around or places[position]
    return own


def _is_wanted(thing: Listed, filters: Filters) -> bool:
    return (
        (filters.restricted or not thing.restricted)
        and (not filters.what or thing.what in filters.what)
        and (not filters.themes or (thing.what == What.LESSON and thing.about in filters.themes))
        and (not filters.statuses or thing.status in filters.statuses)
    )


def _places_of(term: Term, page: Page) -> dict[int, Match]:
    """The best match of a term in each thing, and in the note itself; the first of equals."""
    best: dict[int, Match] = {}
    places: list[tuple[int, str]] = []
    for found, form in sorted(term.find(page.text)):
        places = places or page.places()
        position, name = places[page.text.count("\n", 0, found.start)]
        points = WEIGHTS[name] * found.worth
        if position not in best or points > best[position].points:
            best[position] = Match(term.typed, form.text, name, points)
    return best
