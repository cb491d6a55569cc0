"""Subjects of documents for tests: an engagement as of a day in one language, with the built-in labels."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from generator.errors import Language
from generator.insights.as_of import engagement_as_of
from generator.insights.win_scores import ScoringRule
from generator.insights.working_days import Calendar
from generator.labels import Labels, read_labels
from generator.notes.codes import THEMES
from generator.notes.model import Engagement
from generator.source.text import Source
from generator.states import Light
from generator.views.subject import Subject
from generator.views.wording import Chip, Wording
from tests.builders import day, full_engagement

LABELS = Path(__file__).parents[2] / "templates" / "labels"
REQUIRED_INTEL = (
    "budget_ceiling", "decision_chain", "competitors", "timeline", "decision_criteria", "past_pains",
)  # fmt: skip
DAY = "2026-07-25"

RED, ORANGE, AMBER, GREEN, GREY = Light


@functools.cache
def labels(language: Language) -> Labels:
    path = LABELS / f"{language}.yaml"
    return read_labels(language, Source(path.name, path.read_text(encoding="utf-8")))[0]


def wording(language: Language = "en") -> Wording:
    return Wording(labels(language), THEMES)


def subject(engagement: Engagement, on: str = DAY, language: Language = "en", **settings: Any) -> Subject:
    """The engagement has to be of the day or earlier."""
    known = engagement_as_of(engagement, day(on))
    assert known is not None
    return Subject(
        engagement=known,
        day=day(on),
        wording=wording(language),
        calendar=Calendar(),
        scoring=ScoringRule(),
        required_intel=REQUIRED_INTEL,
        currency="CNY",
        **settings,
    )


def full(on: str = DAY, language: Language = "en", **settings: Any) -> Subject:
    return subject(full_engagement(), on, language, **settings)


def lost(**overrides: Any) -> Engagement:
    """The full engagement, lost the day after the pilot was promised."""
    outcome = {"status": "lost", "decided_on": "2026-07-03"}
    return full_engagement(**({"outcome": outcome} | overrides))


def chip(light: Light, word: str) -> Chip:
    return Chip(light, word)
