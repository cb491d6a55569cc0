"""Notes -> what their documents are made from, in one language, as of one day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from generator.build.library import Library
from generator.errors import Language, Severity
from generator.insights.as_of import engagement_as_of
from generator.insights.item_ids import item_ids
from generator.insights.portfolio.shown import shown_to
from generator.insights.win_scores import ScoringRule
from generator.insights.working_days import Calendar
from generator.labels import Labels
from generator.notes.codes import Theme
from generator.notes.model import Engagement
from generator.notes.reader import Note
from generator.notes.references import lesson_references
from generator.notes.shown import ShownRecord
from generator.views.customers import alias_of
from generator.views.subject import CitedLesson, PictureFile, Subject
from generator.views.wording import Wording
from generator.workspace.codes import Weekday
from generator.workspace.config import Config
from generator.workspace.places import Workspace

_IN_LIST = re.compile(r"(\w+)\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings of a workspace that figures depend on."""

    calendar: Calendar
    scoring: ScoringRule
    required_intel: tuple[str, ...]
    currency: str
    themes: tuple[Theme, ...]
    company: str


def rules_of(workspace: Workspace) -> Rules:
    config = workspace.config
    return Rules(
        calendar=_calendar(workspace),
        scoring=ScoringRule(
            stage=config.scores.stage,
            min_days_before=config.scores.min_days_before,
            pair_within_days=config.scores.pair_within_days,
        ),
        required_intel=tuple(item.value for item in config.intel.required),
        currency=config.currency,
        themes=config.all_themes(),
        company=(config.company.name or config.company.short or "") if config.company else "",
    )


def _calendar(workspace: Workspace) -> Calendar:
    weekdays = tuple(Weekday)
    return Calendar(
        weekend=tuple(weekdays.index(day) for day in workspace.config.working_days.weekend),
        off=workspace.holidays.off_days(),
        work=workspace.holidays.work_days(),
    )


def build_subject(
    note: Note,
    day: date,
    rules: Rules,
    labels: Labels,
    *,
    notes: Mapping[str, Note],
    figures: Mapping[str, str],
    pictures: tuple[PictureFile, ...],
    show_names: bool,
) -> Subject | None:
    """None where the note is later than the day. notes are keyed by id and give the lessons that this one cites."""
    engagement = engagement_as_of(note.engagement, day) if note.engagement else None
    if engagement is None:
        return None
    return Subject(
        engagement=engagement,
        day=day,
        wording=Wording(labels, rules.themes),
        calendar=rules.calendar,
        scoring=rules.scoring,
        required_intel=rules.required_intel,
        currency=rules.currency,
        blob=note.file.blob_id,
        show_names=show_names,
        hints=_hints(note, labels.language),
        cited=_cited((name for _, name in lesson_references(engagement)), notes, labels.language),
        figures=figures,
        pictures=pictures,
        company=rules.company,
    )


def _hints(note: Note, language: Language) -> tuple[str, ...]:
    """Hints and warnings with the item or key that they are about."""
    names = asdict(item_ids(note.engagement)) if note.engagement else {}
    found = (problem for problem in note.problems if problem.severity is not Severity.ERROR)
    return tuple(
        " · ".join(part for part in (_place(problem.key, names), problem.message.in_(language)) if part)
        for problem in found
    )


def _place(key: str, names: dict[str, tuple[str, ...]]) -> str:
    """`K5` for `commitments[4]` and what lies in it, else the key."""
    found = _IN_LIST.match(key)
    items = names.get(found[1], ()) if found else ()
    return items[int(found[2])] if found and items else key


def briefs_by_note(library: Library, day: date) -> dict[str, tuple[ShownRecord, ...]]:
    """The records of briefs by the id of the note that each was for, the earliest first."""
    engagements = (note.engagement for note in library.notes)
    past = tuple(each for each in engagements if each is not None and each.date <= day)
    found: dict[str, tuple[ShownRecord, ...]] = {}
    for shown in shown_to(past, library.shown, day):
        if shown.engagement is not None:
            found[shown.engagement.id] = (*found.get(shown.engagement.id, ()), shown.record)
    return found


def with_briefs(subject: Subject, briefs: tuple[ShownRecord, ...], notes: Mapping[str, Note]) -> Subject:
    """The subject with the briefs that were made for it and the lessons that they showed."""
    if not briefs:
        return subject
    shown = _cited((name for brief in briefs for name in brief.shown), notes, subject.wording.language)
    return replace(subject, briefs=briefs, cited={**shown, **subject.cited})


def _cited(
    references: Iterable[str], notes: Mapping[str, Note], language: Language
) -> dict[str, CitedLesson]:
    found = {}
    for reference in references:
        note_id, _, name = reference.partition("/")
        note = notes.get(note_id)
        if note is None or note.engagement is None:
            continue
        names = item_ids(note.engagement).lessons
        for lesson_name, lesson in zip(names, note.engagement.lessons, strict=True):
            if lesson_name == name:
                found[reference] = CitedLesson(alias_of(note.engagement.customer, language), lesson.text)
    return found


def default_language(engagement: Engagement, config: Config) -> Language:
    """The note's, else the workspace's."""
    return "zh" if (engagement.language or config.language).value == "zh" else "en"
