"""Lessons that somebody has written already: told to whoever writes them again, at their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.errors import Bilingual, Problem, Severity
from generator.insights.item_ids import ids_in
from generator.insights.near_duplicates import known_before
from generator.insights.portfolio.lessons import NotedLesson, noted_lessons
from generator.notes.codes import Confidentiality, LessonShare
from generator.notes.reader import Note
from generator.source.findings import Finding


def known_lesson_problems(notes: Iterable[Note], day: date) -> tuple[Problem, ...]:
    """A hint for each lesson that stands in an earlier note in nearly the same words; notes later than the day wait.

    A restricted lesson is not named to anybody else.
    """
    usable = {note.engagement.id: note for note in notes if note.engagement and note.engagement.date <= day}
    lessons = noted_lessons(note.engagement for note in usable.values() if note.engagement)
    untold = frozenset(noted.name for noted in lessons if _is_restricted(noted))
    findings: dict[str, list[Finding]] = defaultdict(list)
    for noted, earlier in known_before(lessons, untold):
        findings[noted.engagement.id].append(_finding(noted, earlier))
    return tuple(problem for name, found in findings.items() for problem in _located(usable[name], found))


def _located(note: Note, findings: Iterable[Finding]) -> Iterator[Problem]:
    if note.located is not None:
        yield from note.located.problems(findings)


def _is_restricted(noted: NotedLesson) -> bool:
    return (
        noted.engagement.confidentiality is Confidentiality.RESTRICTED
        or noted.lesson.share is LessonShare.RESTRICTED
    )


def _finding(noted: NotedLesson, earlier: NotedLesson) -> Finding:
    name = earlier.name
    place = ids_in(noted.engagement, "lessons").index(noted.id)
    return Finding(
        ("lessons", place, "text"),
        "known_lesson",
        Bilingual(f"这条经验记过了：{name}", f"this lesson is known already as {name}"),
        _cite(earlier),
        Severity.HINT,
    )


def _cite(earlier: NotedLesson) -> Bilingual:
    zh, en = (
        "又犯了就写进 repeats，用上了就写进 reused_lessons；不是一回事就写出不同在哪里",
        "if it happened again cite it in repeats, if it was used in reused_lessons; if it is another one say in what",
    )
    if earlier.lesson.id is None:
        return Bilingual(f"先在那里写上 id: {earlier.id}；{zh}", f"write id: {earlier.id} there first; {en}")
    return Bilingual(zh, en)
