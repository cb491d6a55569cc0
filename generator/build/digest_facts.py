"""What a digest says, before it is in words: the figures of a month or of any days over all notes."""

from __future__ import annotations

import gc
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from generator.build.figure_rules import figure_rules_of
from generator.build.library import Library
from generator.build.portfolio import read_portfolio
from generator.build.recorded import read_recorded
from generator.history import Repository
from generator.insights.as_of import engagement_as_of
from generator.insights.portfolio.adopting import WorkingPractice, working_practices
from generator.insights.portfolio.figures import FigureRules, Figures, figures
from generator.insights.portfolio.headline import Headline, headline, span_before
from generator.insights.portfolio.lessons import noted_lessons
from generator.insights.portfolio.partners import for_partners
from generator.insights.portfolio.proposals import Proposal, asked, proposals
from generator.insights.portfolio.selection import Selection
from generator.insights.portfolio.shelter import Shelter, shelter_of
from generator.insights.portfolio.windows import Window
from generator.notes.model import Engagement
from generator.views.digest.subject import Audience, Facts


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a digest is about; name stands for them in file names and titles."""

    name: str
    days: Window


def month_span(year: int, month: int, today: date) -> Span | None:
    """A month to its last day, or to the day while it runs; None where it has not begun."""
    first = date(year, month, 1)
    if first > today:
        return None
    next_month = first.replace(day=28) + timedelta(days=4)
    last = next_month - timedelta(days=next_month.day)
    return Span(f"{first:%Y-%m}", Window(first - timedelta(days=1), min(last, today)))


def day_span(since: date, until: date) -> Span:
    return Span(f"{since}_{until}", Window(since - timedelta(days=1), until))


def read_facts(
    library: Library,
    span: Span,
    audience: Audience,
    repository: Repository | None,
    *,
    include_restricted: bool = False,
) -> Facts:
    """repository is the one around the workspace, None for "no history"."""
    # Nothing read so far is garbage, and looking for some would take longer than the figures.
    gc.freeze()
    rules = figure_rules_of(library.workspace)
    selection = _selection(library, span, include_restricted=include_restricted)
    recorded, has_history = read_recorded(library, rules.scoring, repository)
    now, before = _headlines(selection.used, span.days, rules)
    found = figures(selection.used, span.days, rules, recorded)
    facts = Facts(
        span=span.name,
        audience=audience,
        selection=selection,
        rules=rules,
        figures=found,
        practices=_practices(selection.used, found),
        asked=proposals(found, selection.used, rules.recurring),
        headline=now,
        before=before,
        blobs={note.file.stem: note.file.blob_id for note in library.notes},
        has_history=has_history,
    )
    told = _for_partners(facts) if audience is Audience.PARTNER else facts
    return replace(told, asked=asked(told.asked))


def _selection(library: Library, span: Span, *, include_restricted: bool) -> Selection:
    day = span.days.until
    return read_portfolio(library, day, restricted=include_restricted, with_unfinished=False).selection


def _headlines(used: tuple[Engagement, ...], days: Window, rules: FigureRules) -> tuple[Headline, Headline]:
    """Now and a month, or as many days, before."""
    earlier = span_before(days)
    past = (engagement_as_of(note, earlier.until) for note in used)
    before = headline((note for note in past if note is not None), earlier, rules.calendar)
    return headline(used, days, rules.calendar), before


def _practices(used: tuple[Engagement, ...], found: Figures) -> tuple[WorkingPractice, ...]:
    return working_practices(noted_lessons(used), used, window=found.window, now=found.now)


def _for_partners(facts: Facts) -> Facts:
    used = facts.selection.used
    outside = for_partners(facts.figures, facts.practices, used, facts.rules.currency)
    shelter = shelter_of(used)
    withheld = frozenset(
        field.name
        for field in fields(Headline)
        if not all(
            _may_be_told(shelter, getattr(counts, field.name)) for counts in (facts.headline, facts.before)
        )
    )
    told = shelter.kept(facts.asked, lambda found: _may_be_asked(shelter, found, outside.figures))
    return replace(
        facts,
        figures=outside.figures,
        practices=outside.practices,
        asked=told,
        dropped=outside.dropped + shelter.dropped + len(withheld),
        withheld=withheld,
    )


def _may_be_asked(shelter: Shelter, found: Proposal, seen: Figures) -> bool:
    return shelter.is_enough(found.evidence.ids) and (found.gap is None or found.gap in seen.gaps)


def _may_be_told(shelter: Shelter, names: tuple[str, ...]) -> bool:
    return not names or shelter.is_enough(names)
