"""What is wrong between notes: ids used twice, lessons cited that are not there. Needs of each note only its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from generator.errors import Bilingual
from generator.notes.model import Engagement
from generator.notes.references import lesson_ids, lesson_references
from generator.source.findings import Finding, Loc


class Citing(NamedTuple):
    """A note by its names. usable: nothing in it alone keeps it from being used.

    stem is the name of its file; lessons are the ids that others may cite, references what it cites, with the places.
    """

    path: str
    stem: str
    usable: bool
    lessons: frozenset[str]
    references: tuple[tuple[Loc, str], ...]


def citing(path: str, stem: str, engagement: Engagement | None) -> Citing:
    if engagement is None:
        return Citing(path, stem, False, frozenset(), ())
    return Citing(path, stem, True, lesson_ids(engagement), tuple(lesson_references(engagement)))


def cross_findings(notes: Iterable[Citing]) -> dict[str, tuple[Finding, ...]]:
    """By path, for the usable notes in which something is found."""
    every = tuple(notes)
    known = {note.stem: note for note in every}
    twins = _twins(every)
    found: dict[str, tuple[Finding, ...]] = {}
    for note in every:
        if note.usable and (note.references or note.path in twins):
            findings = [*_reference_findings(note, known)]
            if note.path in twins:
                findings.append(_twin_finding(twins[note.path]))
            if findings:
                found[note.path] = tuple(findings)
    return found


def _twins(notes: tuple[Citing, ...]) -> dict[str, str]:
    """The path of each note whose id an earlier one has, and of that one."""
    first: dict[str, str] = {}
    twins: dict[str, str] = {}
    for note in notes:
        earlier = first.setdefault(note.stem.casefold(), note.path)
        if earlier != note.path:
            twins[note.path] = earlier
    return twins


def _twin_finding(twin: str) -> Finding:
    return Finding(
        ("id",),
        "id_used_twice",
        Bilingual(f"编号已被 {twin} 使用", f"the id is already used by {twin}"),
        Bilingual("改 id 和文件名", "change the id and the file name"),
    )


def _reference_findings(note: Citing, known: Mapping[str, Citing]) -> Iterator[Finding]:
    for loc, reference in note.references:
        note_id, _, lesson = reference.partition("/")
        target = known.get(note_id)
        if note_id == note.stem:
            message = Bilingual("这里要引用别的记录的经验", "a lesson of another note is expected here")
            leave = Bilingual("删掉它；本记录的经验不用引用", "leave it out; the lesson stands in this note")
            yield Finding(loc, "own_lesson", message, leave)
        elif target is None:
            yield _unknown_note(loc, note_id, known)
        elif target.usable and lesson not in target.lessons:
            yield _unknown_lesson(loc, note_id, lesson, sorted(target.lessons))


def _unknown_lesson(loc: Loc, note_id: str, lesson: str, ids: list[str]) -> Finding:
    return Finding(
        loc,
        "unknown_lesson",
        Bilingual(f"{note_id} 里没有经验 {lesson}", f"{note_id} has no lesson {lesson}"),
        Bilingual(
            f"那里有：{'、'.join(ids) or '没有写编号的经验'}",
            f"it has: {', '.join(ids) or 'no lesson with an id'}",
        ),
    )


def _unknown_note(loc: Loc, note_id: str, known: Mapping[str, Citing]) -> Finding:
    near = get_close_matches(note_id, sorted(known), 1, 0.6)
    return Finding(
        loc,
        "unknown_note",
        Bilingual(f"没有记录 {note_id}", f"there is no note {note_id}"),
        Bilingual(f"是不是 {near[0]}？", f"did you mean {near[0]}?") if near else None,
    )
