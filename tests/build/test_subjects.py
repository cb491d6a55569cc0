from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.build.subjects import build_subject, default_language, rules_of
from generator.errors import Language
from generator.insights.win_scores import ScoringRule
from generator.notes.codes import Stage
from generator.notes.reader import Note, NoteFile, read_notes
from generator.views.subject import CitedLesson, Subject
from generator.workspace.config import Config
from generator.workspace.places import read_workspace
from tests.build.building import DAY, write_file
from tests.builders import MINIMAL, day, engagement
from tests.views.subjects import REQUIRED_INTEL, labels

SETTINGS = """\
currency: EUR
company: {short: 澄湖}
working_days: {weekend: [fri, sat], holidays: holidays.yaml}
scores: {stage: bid, min_days_before: 3, pair_within_days: 5}
intel: {required: [timeline]}
themes: {extra: [{code: localization, zh: 本地化, en: Localization}]}
"""


def notes(*texts: dict[str, Any]) -> dict[str, Note]:
    files = (NoteFile(f"engagements/{text['id']}.yaml", json.dumps(text).encode()) for text in texts)
    return {note.file.stem: note for note in read_notes(tuple(files), DAY)}


def subject(
    root: Path, found: dict[str, Note], name: str, on: str = "2026-11-25", language: Language = "en"
) -> Subject | None:
    write_file(root, "presales.yaml", "")
    return build_subject(
        found[name],
        day(on),
        rules_of(read_workspace(root)),
        labels(language),
        notes=found,
        figures={"a": "figures/a.svg"},
        pictures=(),
        show_names=True,
    )


def test_the_settings_of_a_workspace_are_the_rules_of_its_documents(tmp_path: Path) -> None:
    write_file(tmp_path, "presales.yaml", SETTINGS)
    write_file(tmp_path, "holidays.yaml", "off: [2026-10-01..2026-10-02]\nwork: [2026-10-10]\n")
    rules = rules_of(read_workspace(tmp_path))

    assert (rules.currency, rules.company, rules.required_intel) == ("EUR", "澄湖", ("timeline",))
    assert rules.scoring == ScoringRule(Stage.BID, 3, 5)
    assert rules.calendar.weekend == (4, 5)
    assert (rules.calendar.off, rules.calendar.work) == (
        frozenset({day("2026-10-01"), day("2026-10-02")}),
        frozenset({day("2026-10-10")}),
    )
    assert rules.themes[-1].code == "localization"


@pytest.mark.parametrize(
    ("settings", "company"),
    [
        ("", ""),
        ("company: {}\n", ""),
        ("company: {name: Long, short: S}\n", "Long"),
        ("company: {name: Long}\n", "Long"),
    ],
)
def test_our_company_is_its_full_name_where_there_is_one(tmp_path: Path, settings: str, company: str) -> None:
    write_file(tmp_path, "presales.yaml", settings)
    rules = rules_of(read_workspace(tmp_path))

    assert (rules.company, rules.currency, rules.required_intel) == (company, "CNY", REQUIRED_INTEL)


def test_a_note_of_a_later_day_gives_nothing(tmp_path: Path) -> None:
    found = notes(MINIMAL, MINIMAL | {"id": "2026-01-bad", "products": []})

    assert subject(tmp_path, found, str(MINIMAL["id"]), "2026-05-19") is None
    assert subject(tmp_path, found, "2026-01-bad") is None


def test_a_subject_carries_what_its_documents_are_made_from(tmp_path: Path) -> None:
    found = notes(MINIMAL)
    made = subject(tmp_path, found, str(MINIMAL["id"]))

    assert made is not None
    assert (made.blob, made.show_names, made.figures) == (
        found[str(MINIMAL["id"])].file.blob_id,
        True,
        {"a": "figures/a.svg"},
    )


@pytest.mark.parametrize(
    ("language", "customer", "alias"),
    [
        ("en", {"name": "Harbour", "industry": "machining"}, "a customer in machining"),
        (
            "en",
            {"name": "Harbour", "industry": "machining", "region": "the north"},
            "a customer in machining, the north",
        ),
        ("zh", {"name": "Harbour", "industry": "机加工", "region": "华东"}, "华东某机加工客户"),
        ("zh", {"name": "Harbour", "industry": "机加工"}, "某机加工客户"),
        ("zh", {"name": "Harbour", "industry": "机加工", "alias": "东部某厂"}, "东部某厂"),
    ],
)
def test_cited_lessons_carry_the_alias_of_their_customer(
    tmp_path: Path, language: Language, customer: dict[str, str], alias: str
) -> None:
    lesson = MINIMAL["lessons"][0]
    other = MINIMAL | {
        "id": "2026-01-other",
        "customer": customer,
        "lessons": [lesson, lesson | {"id": "L2", "text": "ask first"}],
    }
    broken = MINIMAL | {"id": "2026-01-broken", "products": []}
    citing = MINIMAL | {
        "reused_lessons": [
            {"id": "2026-01-other/L2", "effect": "helped"},
            {"id": "2026-01-broken/L1", "effect": "helped"},
        ],
        "repeats": ["2026-01-gone/L1", "2026-01-other/L9"],
    }
    made = subject(
        tmp_path,
        notes(other, broken, citing) | {"2026-05-harbour-iot": note_of(citing)},
        "2026-05-harbour-iot",
        language=language,
    )

    assert made is not None
    assert made.cited == {"2026-01-other/L2": CitedLesson(alias, "ask first")}


def note_of(typed: dict[str, Any]) -> Note:
    """Usable although what it cites is missing."""
    return Note(NoteFile(f"engagements/{typed['id']}.yaml", b""), engagement(**typed), ())


def test_hints_name_the_item_that_they_are_about(tmp_path: Path) -> None:
    promises = [{"said": "s", "class": "firm", "made_by": "Lin", "made_on": "2026-05-22"}] * 2
    made = subject(tmp_path, notes(MINIMAL | {"commitments": promises}), str(MINIMAL["id"]))
    chinese = subject(tmp_path, notes(MINIMAL | {"commitments": promises}), str(MINIMAL["id"]), language="zh")

    assert made is not None
    assert chinese is not None
    assert [hint.partition(" · ")[0] for hint in made.hints if hint.startswith("K")] == ["K1", "K2"]
    assert len(chinese.hints) == len(made.hints) > 2
    assert made.hints != chinese.hints


@pytest.mark.parametrize(
    ("note", "settings", "expected"),
    [(None, "zh", "zh"), (None, "en", "en"), ("zh", "en", "zh"), ("en", "zh", "en")],
)
def test_the_language_is_the_notes_or_else_the_workspaces(
    note: str | None, settings: str, expected: str
) -> None:
    assert (
        default_language(engagement(language=note), Config.model_validate({"language": settings})) == expected
    )
