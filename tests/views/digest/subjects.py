"""Subjects of digests for tests: from engagements, with the built-in labels, as of the end of May 2026."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.errors import Language
from generator.insights.portfolio.adopting import working_practices
from generator.insights.portfolio.figures import FigureRules, Recorded, figures
from generator.insights.portfolio.headline import headline, span_before
from generator.insights.portfolio.lessons import noted_lessons
from generator.insights.portfolio.proposals import asked, proposals
from generator.insights.portfolio.selection import select
from generator.insights.portfolio.windows import month_to
from generator.notes.model import Engagement
from generator.views.digest.cases import cases_of
from generator.views.digest.charts import CHARTS
from generator.views.digest.subject import Audience, DigestSubject, Facts
from tests.builders import day
from tests.views.subjects import REQUIRED_INTEL, wording

RULES = FigureRules(currency="CNY", required_intel=REQUIRED_INTEL)


def facts(*notes: Engagement, on: str = "2026-05-31", recorded: Recorded | None = None) -> Facts:
    selection = select(notes, day(on))
    now, used = month_to(day(on)), selection.used
    found = figures(used, now, RULES, recorded or Recorded())
    return Facts(
        span=on[:7],
        audience=Audience.COMPANY,
        selection=selection,
        rules=RULES,
        figures=found,
        practices=working_practices(noted_lessons(used), used, window=found.window, now=now),
        asked=asked(proposals(found, used, RULES.recurring)),
        headline=headline(used, now, RULES.calendar),
        before=headline((), span_before(now), RULES.calendar),
        blobs=dict.fromkeys((note.id for note in used), "0" * 40),
    )


def subject(
    *notes: Engagement, language: Language = "en", recorded: Recorded | None = None, **changes: Any
) -> DigestSubject:
    """With every figure that there is enough for."""
    told = replace(facts(*notes, recorded=recorded), **changes)
    words = wording(language)
    bare = DigestSubject(told, words, cases_of(told.selection.used, words))
    drawn = {name: f"{name}.svg" for name, build in CHARTS.items() if build(bare) is not None}
    return replace(bare, charts=drawn)
