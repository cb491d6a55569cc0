"""Briefs for tests: a meeting and the engagements known on the day, in one language, with the built-in labels."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.errors import Language
from generator.insights.matching import matching_lessons
from generator.insights.preparation.surroundings import surroundings
from generator.insights.prospect import Prospect, prospect_of
from generator.insights.win_scores import ScoringRule
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement
from generator.views.brief.subject import BriefSubject, Meeting
from tests.builders import day, engagement
from tests.views.subjects import REQUIRED_INTEL, wording

DAY = "2026-06-30"
MEETING = Meeting(day("2026-07-01"), 30, "a visit")


def note(
    name: str,
    on: str = "2026-05-20",
    customer: str = "Harbour Works",
    industry: str = "machining",
    **keys: Any,
) -> Engagement:
    named = {"name": customer, "industry": industry, "alias": f"alias of {customer}"}
    return engagement(id=name, date=on, customer=named, **keys)


def brief(
    *engagements: Engagement, prospect: Prospect, language: Language = "en", **settings: Any
) -> BriefSubject:
    meeting = replace(MEETING, **{key: settings.pop(key) for key in ("minutes", "people") if key in settings})
    return BriefSubject(
        meeting=meeting,
        prospect=prospect,
        around=surroundings(engagements, prospect),
        lessons=matching_lessons(engagements, prospect, day(DAY)),
        day=day(DAY),
        wording=wording(language),
        calendar=Calendar(),
        scoring=ScoringRule(),
        required_intel=REQUIRED_INTEL,
        currency="CNY",
        **settings,
    )


def prepared(
    engagement: Engagement, *others: Engagement, language: Language = "en", **settings: Any
) -> BriefSubject:
    """The brief for the next meeting of an engagement."""
    prospect = prospect_of(engagement, REQUIRED_INTEL)
    return brief(engagement, *others, prospect=prospect, language=language, **settings)
