"""One part of a base document with text in it: as a template, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import Bilingual, Problem, Severity
from generator.word import base_wording as wording
from generator.word.base_body import BodyPlace, place_body
from generator.word.base_controls import find_linked
from generator.word.base_package import BasePackage, base_problem
from generator.word.base_properties import Properties
from generator.word.base_sections import Section, name_of_band
from generator.word.base_text import Unknown, find_placeholders
from generator.word.placeholders import BODY, Template, placeholder_name, splice
from generator.word.spans import read_spans


@dataclass(frozen=True, slots=True)
class Story:
    """asked are the custom properties that its fields show. section, of the main part, is the number from 0 of the one
    where the text begins; labels_cover says whether what stands before the text in it shows the label."""

    template: Template
    asked: tuple[str, ...]
    problems: tuple[Problem, ...]
    section: int = 0
    labels_cover: bool = False


def read_story(
    package: BasePackage, name: str, properties: Properties, sections: tuple[Section, ...]
) -> Story:
    """A header, a footer, or the notes."""
    part = package.parts[name]
    spans = read_spans(part)
    linked, found = find_linked(part, spans, properties), find_placeholders(part, spans)
    is_notes = name in (*package.parts_of("footnotes"), *package.parts_of("endnotes"))
    place = wording.NOTES_PLACE if is_notes else name_of_band(sections, name)
    problems = [*_unknown(package, name, found.unknown, place), *_stale(package, name, linked.stale, place)]
    return Story(splice(part, (*linked.edits, *found.edits)), linked.asked, tuple(problems))


def read_main(package: BasePackage, properties: Properties, sections: tuple[Section, ...]) -> Story:
    name = package.main
    part = package.parts[name]
    spans = read_spans(part)
    linked, found = find_linked(part, spans, properties), find_placeholders(part, spans)
    filled = [edit for edit in (*linked.edits, *found.edits) if len(edit[2]) > 1]
    body = place_body(part, spans, filled)
    start, end, _ = body.edit
    unknown = tuple(u for u in found.unknown if placeholder_name(u.name) != BODY and not start <= u.at < end)
    number = next((n for n, section in enumerate(sections) if section.end > start), len(sections) - 1)
    problems = [
        *_unknown(package, name, unknown, wording.BODY_PLACE),
        *_stale(package, name, linked.stale, wording.BODY_PLACE),
        *_body_problems(package, body),
    ]
    before = sections[number - 1].end if number else 0
    return Story(
        template=splice(part, (body.edit, *linked.edits, *found.edits)),
        asked=linked.asked,
        problems=tuple(problems),
        section=number,
        labels_cover=any(before <= edit[0] < start and "label" in edit[2][1::2] for edit in filled),
    )


def _unknown(package: BasePackage, part: str, found: tuple[Unknown, ...], place: Bilingual) -> list[Problem]:
    """A text box and its copy for older programs say the same, and are one problem."""
    problems = (
        wording.unknown_problem(package.path, part, one.name, wording.in_box(place) if one.boxed else place)
        for one in found
    )
    return list(dict.fromkeys(problems))


def _stale(package: BasePackage, part: str, names: tuple[str, ...], place: Bilingual) -> list[Problem]:
    return [
        base_problem(
            package.path,
            "base-field",
            wording.stale_field(name, place),
            part,
            severity=Severity.WARNING,
            suggestion=wording.STALE_ADVICE,
        )
        for name in names
    ]


def _body_problems(package: BasePackage, body: BodyPlace) -> list[Problem]:
    def problem(code: str, message: Bilingual, severity: Severity) -> Problem:
        return base_problem(
            package.path, code, message, package.main, severity=severity, suggestion=wording.MARK_BODY
        )

    found = []
    if body.misplaced:
        found.append(problem("base-body", wording.MISPLACED, Severity.ERROR))
    if body.repeated:
        found.append(problem("base-body", wording.REPEATED, Severity.ERROR))
    if not body.marked:
        message = wording.after_cover(body.gives_way) if body.after_cover else wording.REPLACES_ALL
        found.append(problem("base-no-body", message, Severity.WARNING))
    return found
