"""Have we met this before? What is found in all notes of a workspace, with the words of each thing and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.build.collecting import no_collecting
from generator.build.known_notes import KnownNote
from generator.build.recalled import Recalled
from generator.build.remembering import open_memory, recall
from generator.build.report import Counts
from generator.errors import Problem
from generator.insights.as_of import engagement_as_of
from generator.insights.portfolio.lessons import NotedLesson
from generator.insights.portfolio.reuse import LessonUse, uses_of
from generator.insights.search import Filters, Hit, Query, Thing, What, search, things_in
from generator.notes.model import Engagement
from generator.workspace.places import Workspace
from generator.workspace.shown_records import read_shown_records


@dataclass(frozen=True, slots=True)
class FoundThing:
    """A hit in its words. use is what became of a lesson: shown in briefs, cited, helped, repeated."""

    hit: Hit
    thing: Thing
    engagement: Engagement
    use: LessonUse | None


@dataclass(frozen=True, slots=True)
class Findings:
    """found are the first of total things."""

    found: tuple[FoundThing, ...]
    total: int
    counts: Counts
    problems: tuple[Problem, ...]


def find_in_notes(
    workspace: Workspace, day: date, query: Query, filters: Filters, limit: int | None
) -> Findings:
    """Notes as of the day; unfinished ones are among them. limit None gives everything."""
    with no_collecting():
        recalled = recall(workspace, day, open_memory(workspace))
        used = [note for note in recalled.notes if _is_used(note, recalled, filters)]
        required = (*_required(query), *_required_by(filters))
        hits = search(recalled.pages(used, required), query, filters)
    records, unusable = read_shown_records(workspace)
    found = _in_words(recalled, hits[:limit])
    uses = uses_of(
        (noted for each in found for noted in _noted(each)),
        (note.citations for note in used),
        (record for record in records if record.date <= day),
    )
    by_name = {use.lesson.name: use for use in uses}
    return Findings(
        found=tuple(replace(each, use=by_name.get(each.hit.name)) for each in found),
        total=len(hits),
        counts=_counts(recalled, len(used)),
        problems=(*recalled.problems, *unusable),
    )


def _is_used(note: KnownNote, recalled: Recalled, filters: Filters) -> bool:
    return note.usable and note.day <= recalled.day and (filters.restricted or not note.restricted)


def _counts(recalled: Recalled, used: int) -> Counts:
    bad = recalled.unreadable + sum(not note.usable for note in recalled.notes)
    read = len(recalled.notes) + recalled.unreadable
    return Counts(read, used, bad, read - bad - used)


def _required(query: Query) -> Iterator[tuple[str, ...]]:
    """What any page with a hit surely holds, so that the others are not even read."""
    for term in query.terms:
        yield tuple(form.needle for form in term.forms)


def _required_by(filters: Filters) -> Iterator[tuple[str, ...]]:
    for codes in (filters.what, filters.themes, filters.statuses):
        if codes:
            yield tuple(f'"{code}"' for code in sorted(codes))


def _in_words(recalled: Recalled, hits: list[Hit]) -> tuple[FoundThing, ...]:
    names = {hit.note for hit in hits}
    themes = recalled.workspace.config.all_themes()
    wanted = [note for note in recalled.notes if note.usable and note.stem in names]
    noted = recalled.engagements(wanted)
    past = {engagement.id: engagement_as_of(engagement, recalled.day) for _, engagement in noted}
    things = {name: tuple(things_in(each, themes)) for name, each in past.items() if each is not None}
    found = []
    for hit in hits:
        engagement, there = past.get(hit.note), things.get(hit.note, ())
        if engagement is not None and hit.position < len(there):  # else the file changed since
            found.append(FoundThing(hit, there[hit.position], engagement, None))
    return tuple(found)


def _noted(found: FoundThing) -> Iterable[NotedLesson]:
    if found.thing.what == What.LESSON:
        lesson = found.engagement.lessons[found.hit.position]
        yield NotedLesson(found.engagement, lesson, found.thing.id, found.hit.name)
