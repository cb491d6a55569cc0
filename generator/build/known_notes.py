"""What has to be known of a note to use it again without opening it, as JSON and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NamedTuple

from generator.errors import Bilingual, Problem, Severity
from generator.insights.portfolio.reuse import Citations, citations_of
from generator.insights.search import settled_on
from generator.notes.codes import Confidentiality, ReuseEffect
from generator.notes.cross_references import Citing
from generator.notes.hints import is_unfinished
from generator.notes.reader import Note, stem_of
from generator.notes.references import lesson_ids, lesson_references
from generator.source.findings import Loc
from generator.workspace.places import Stamp


class KnownNote(NamedTuple):
    """stamp tells the file by a look, if it is sure; digest tells its content.

    The values up to settled_on are those of a usable note; its page stays as it is from that day on. pictures: the
    note shows some, which are looked at each time. problems are those of the note by itself but for hints, which
    depend on the day.
    """

    path: str
    stamp: Stamp | None
    sure: bool
    digest: str
    usable: bool
    day: date
    restricted: bool
    unfinished: bool
    pictures: bool
    settled_on: date
    lessons: tuple[str, ...]
    references: tuple[tuple[Loc, str], ...]
    citations: Citations
    problems: tuple[Problem, ...]

    @property
    def stem(self) -> str:
        return stem_of(self.path)

    @property
    def citing(self) -> Citing:
        return Citing(self.path, self.stem, self.usable, frozenset(self.lessons), self.references)


def known_note(note: Note, digest: str, stamp: Stamp | None, *, sure: bool, pictures: bool) -> KnownNote:
    """The note may not have been compared with others yet."""
    engagement = note.engagement
    problems = tuple(problem for problem in note.problems if problem.severity is not Severity.HINT)
    empty = KnownNote(
        note.file.path, stamp, sure, digest, False, date.min, False, False, False, date.min, (), (), _NO_CITATIONS, problems
    )  # fmt: skip
    if engagement is None:
        return empty
    return empty._replace(
        usable=True,
        day=engagement.date,
        restricted=engagement.confidentiality is Confidentiality.RESTRICTED,
        unfinished=is_unfinished(engagement),
        pictures=pictures,
        settled_on=settled_on(engagement),
        lessons=tuple(sorted(lesson_ids(engagement))),
        references=tuple(lesson_references(engagement)),
        citations=citations_of(engagement),
    )


def write_known(note: KnownNote) -> str:
    values: list[Any] = list(note[1:])
    values[_DAY], values[_SETTLED] = note.day.isoformat(), note.settled_on.isoformat()
    values[_CITATIONS] = [note.citations.reused, note.citations.repeats]
    values[-1] = [_problem_values(problem) for problem in note.problems]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


_DAY, _SETTLED, _CITATIONS = (
    KnownNote._fields.index(name) - 1 for name in ("day", "settled_on", "citations")
)


def read_known(texts: dict[str, str]) -> dict[str, KnownNote]:
    """By path; those that say something else than write_known are left out."""
    try:
        every = json.loads(
            f"[{','.join(texts.values())}]"
        )  # in one go: ten thousand small ones take three times as long
        return {path: _known(path, values) for path, values in zip(texts, every, strict=True)}
    except (ValueError, TypeError, KeyError):
        return {}


_EFFECTS = {effect.value: effect for effect in ReuseEffect}


def _known(path: str, values: list[Any]) -> KnownNote:
    stamp, sure, digest, usable, day, restricted, unfinished, pictures, settled, lessons, references, (reused, repeats), problems = values  # fmt: skip
    return KnownNote(
        path,
        (stamp[0], stamp[1], stamp[2], stamp[3]) if stamp is not None else None,
        sure,
        digest,
        usable,
        date.fromisoformat(day),
        restricted,
        unfinished,
        pictures,
        date.fromisoformat(settled),
        tuple(lessons),
        tuple([(tuple(loc), name) for loc, name in references]) if references else (),
        _citations(reused, repeats) if references else _NO_CITATIONS,
        tuple([_problem(path, problem) for problem in problems]) if problems else (),
    )


_NO_CITATIONS = Citations((), ())  # what most notes have


def _citations(reused: list[list[str]], repeats: list[str]) -> Citations:
    return Citations(tuple((name, _EFFECTS[effect]) for name, effect in reused), tuple(repeats))


def _problem_values(problem: Problem) -> list[Any]:
    suggestion = problem.suggestion
    return [
        problem.line,
        problem.column,
        problem.code,
        [problem.message.zh, problem.message.en],
        [suggestion.zh, suggestion.en] if suggestion is not None else None,
        problem.key,
        problem.severity.value,
        problem.source,
    ]


def _problem(path: str, values: list[Any]) -> Problem:
    line, column, code, message, suggestion, key, severity, source = values
    return Problem(
        path,
        line,
        column,
        code,
        Bilingual(*message),
        Bilingual(*suggestion) if suggestion is not None else None,
        key,
        Severity(severity),
        source,
    )
