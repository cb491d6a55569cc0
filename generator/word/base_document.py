"""A base document (.docx) read once: what every Word file made on it shares, compressed already, and where text goes.

Read with expat and spliced by byte offsets: importing python-docx alone costs more than building a document, and a
company's base keeps every byte that is not ours to change.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.errors import Bilingual, Problem, ProblemsError, Severity, has_errors
from generator.word import base_wording as wording
from generator.word import styles
from generator.word.base_cleaning import clean_texts
from generator.word.base_lists import (
    FootnotesPart,
    NumberingPart,
    prepare_footnotes,
    read_footnotes,
    read_numbering,
)
from generator.word.base_package import (
    CUSTOM_PROPERTIES,
    MAIN,
    OFFICE,
    BasePackage,
    ContentTypes,
    Relationship,
    base_problem,
    open_base,
    relate_custom_properties,
    relationships_name,
)
from generator.word.base_properties import Properties, kept_custom, read_properties
from generator.word.base_sections import Section
from generator.word.base_stories import read_stories
from generator.word.base_style_sheet import read_style_sheet
from generator.word.package import CONTENT_TYPES, Member, pack_member
from generator.word.placeholders import Template
from generator.word.spans import SpansError, read_root, read_spans

_STATIC_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Base:
    """static members are complete; templates are the other parts with placeholders.

    Lengths in twentieths of a point, of the section in which the text begins; the ids are the first free ones.
    numbers_sections: its headings count themselves. remarks are warnings and hints.
    """

    static: tuple[Member, ...]
    main: str
    document: Template
    templates: tuple[tuple[str, Template], ...]
    types: ContentTypes
    relationships: tuple[Relationship, ...]
    properties: Properties
    style_ids: Mapping[styles.StyleKey, str]
    numbering: NumberingPart
    footnotes: FootnotesPart
    first_bookmark: int
    first_drawing: int
    section: Section
    shows_label: bool
    numbers_sections: bool
    remarks: tuple[Problem, ...]

    @property
    def text_width(self) -> int:
        return self.section.text_width

    @property
    def text_height(self) -> int:
        return self.section.text_height

    def style(self, name: str) -> str:
        """Id of a paragraph style."""
        return self.style_ids["paragraph", name.lower()]

    def character_style(self, name: str) -> str:
        return self.style_ids["character", name.lower()]

    def table_style(self, name: str) -> str:
        return self.style_ids["table", name.lower()]


def read_base(data: bytes, *, path: str = "templates/base.docx", builtin: bytes | None = None) -> Base:
    """Raises ProblemsError naming everything that keeps the document from serving.

    builtin is the product's own base document: styles that data lacks are taken from it.
    """
    package = open_base(data, path)
    try:
        return _build_base(package, builtin)
    except (SpansError, KeyError, ValueError, StopIteration) as error:
        message = wording.damaged(str(error))
        raise ProblemsError((base_problem(path, "base-damaged", message),)) from error


def _build_base(package: BasePackage, builtin: bytes | None) -> Base:
    problems = [_hint(package, wording.LEFT_OUT[kind]) for kind in clean_texts(package)]
    sheet = read_style_sheet(package, builtin, problems)
    numbering, notes = read_numbering(package, sheet), prepare_footnotes(package)
    _check_namespaces(package, (package.main, package.part_of("styles"), numbering.name, notes), problems)
    properties = read_properties(package.properties)
    stories = read_stories(package, notes, properties)
    problems += stories.problems
    custom = _keep_custom(package, properties, stories.asked, problems)
    problems += () if stories.shows_label else (_no_label(package),)
    if has_errors(tuple(problems)):
        raise ProblemsError(tuple(problems))
    return Base(
        static=_pack_static(package, numbering.name, notes, stories.others),
        main=package.main,
        document=stories.main,
        templates=(*stories.others.items(), *custom),
        types=package.types,
        relationships=tuple(package.relationships),
        properties=properties,
        style_ids=sheet.ids,
        numbering=numbering,
        footnotes=read_footnotes(package, notes, stories.notes),
        first_bookmark=_first_free(package, "w:bookmarkStart", "w:id"),
        first_drawing=_first_free(package, "wp:docPr", "id"),
        section=stories.section,
        shows_label=stories.shows_label,
        numbers_sections=sheet.is_numbered(styles.HEADINGS[0]),
        remarks=tuple(problems),
    )


def _pack_static(
    package: BasePackage, numbering: str, notes: str, others: Iterable[str]
) -> tuple[Member, ...]:
    changing = (package.main, numbering, notes, *others)
    related = (relationships_name(package.main), relationships_name(notes))
    names = sorted(package.parts.keys() - {CONTENT_TYPES, *changing, *related})
    return tuple(pack_member(name, package.parts[name], _STATIC_LEVEL) for name in names)


def _check_namespaces(package: BasePackage, names: tuple[str, ...], problems: list[Problem]) -> None:
    """Our text says `w:` and `r:` in the transitional namespaces, as every file that Word saves by default does."""
    for name in names:
        root = read_root(package.parts[name])
        relations = root.get("xmlns:r", "" if name == package.main else OFFICE)
        if root.get("xmlns:w") != MAIN or relations != OFFICE:
            problem = base_problem(
                package.path, "base-namespace", wording.NAMESPACE, name, suggestion=wording.SAVE_DEFAULT
            )
            problems.append(problem)


def _keep_custom(
    package: BasePackage, properties: Properties, asked: tuple[str, ...], problems: list[Problem]
) -> tuple[tuple[str, Template], ...]:
    for name, written in properties.unknown:
        problems.append(
            wording.unknown_problem(package.path, "docProps", written, wording.property_place(name))
        )
    template, gone = kept_custom(properties, asked)
    if gone:
        problems.append(_hint(package, wording.custom_left_out(gone)))
    if not template:
        return ()
    relate_custom_properties(package)
    return ((CUSTOM_PROPERTIES, template),)


def _no_label(package: BasePackage) -> Problem:
    return base_problem(
        package.path,
        "base-no-label",
        wording.NO_LABEL,
        severity=Severity.WARNING,
        suggestion=wording.ADD_LABEL,
    )


def _hint(package: BasePackage, message: Bilingual) -> Problem:
    return base_problem(package.path, "base-left-out", message, severity=Severity.HINT)


def _first_free(package: BasePackage, tag: str, attribute: str) -> int:
    """Ids are counted over all parts: headers hold bookmarks and pictures too."""
    names = (name for name in sorted(package.parts) if posixpath.dirname(name) == package.folder)
    parts = [package.parts[name] for name in names if name.endswith(".xml")]
    spans = (span for part in parts if tag.encode() in part for span in read_spans(part) if span.tag == tag)
    return 1 + max((int(span.attributes[attribute]) for span in spans), default=0)
