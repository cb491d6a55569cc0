"""All text of a base document: the main part, headers, footers and notes, without what no file made on it will show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Problem
from generator.word.base_cleaning import drop_unused
from generator.word.base_lists import drop_notes
from generator.word.base_package import BasePackage
from generator.word.base_properties import Properties
from generator.word.base_sections import Section, read_sections
from generator.word.base_story import Story, read_main, read_story
from generator.word.placeholders import Template

_BANDS = ("header", "footer")


@dataclass(frozen=True, slots=True)
class Stories:
    """notes are the footnotes; others by part, those with placeholders; asked are custom properties that text shows.

    section is the one in which the text begins; shows_label tells whether its pages show the label.
    """

    main: Template
    notes: Template
    others: Mapping[str, Template]
    section: Section
    shows_label: bool
    asked: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_stories(package: BasePackage, notes: str, properties: Properties) -> Stories:
    """Text that gives way takes its notes, pictures and headers with it."""
    sections = read_sections(package, package.parts[package.main])
    main = read_main(package, properties, sections)
    kept = "".join(piece for place, piece in enumerate(main.template) if not place % 2)
    endnotes = package.parts_of("endnotes")
    for name, kind in ((notes, "footnote"), *((name, "endnote") for name in endnotes)):
        package.parts[name] = drop_notes(package.parts[name], kind, kept)
    drop_unused(package, kept)
    names = {*endnotes, *(name for kind in _BANDS for name in package.parts_of(kind))}
    stories = {name: read_story(package, name, properties, sections) for name in (notes, *sorted(names))}
    told = (main, *stories.values())
    others = {
        name: story.template for name, story in stories.items() if len(story.template) > 1 and name != notes
    }
    section = sections[main.section]
    return Stories(
        main=main.template,
        notes=stories[notes].template,
        others=others,
        section=section,
        shows_label=_shows_label(section, others, main),
        asked=tuple(name for story in told for name in story.asked),
        problems=tuple(problem for story in told for problem in story.problems),
    )


def _shows_label(section: Section, templates: Mapping[str, Template], main: Story) -> bool:
    """In the header of every kind of page; a first page that is a cover may say it in its text."""
    with_label = {name for name, template in templates.items() if "label" in template[1::2]}
    return all(
        section.bands.get(("header", kind)) in with_label or (kind == "first" and main.labels_cover)
        for kind in section.shown
    )
