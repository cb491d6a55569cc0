"""What a brief says, before it is in words: the meeting, its surroundings and the lessons that match."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from generator.build.library import Library
from generator.build.portfolio import read_portfolio
from generator.build.selection import select
from generator.build.subjects import rules_of
from generator.errors import Bilingual, Language
from generator.insights.as_of import engagement_as_of
from generator.insights.matching import MatchedLesson, MatchWeights, choose, matching_lessons
from generator.insights.preparation.surroundings import Surroundings, surroundings
from generator.insights.prospect import Prospect, prospect_of, themes_asked_for
from generator.insights.same_name import folded
from generator.insights.working_days import next_working_day
from generator.notes.codes import Confidentiality, Stage
from generator.notes.model import Engagement
from generator.source.fields import is_note_id
from generator.views.brief.subject import Meeting
from generator.workspace.codes import Format
from generator.workspace.config import Config

_MONTH = re.compile(r"\d{4}-\d{2}-(?=.)")
_BETWEEN = re.compile(r"[^\w]+")
_LONGEST_SLUG = 60


class UnusableNoteError(Exception):
    """A note was named for which no brief can be made; message says why."""

    def __init__(self, message: Bilingual) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """The meeting: note is an id or path, else what is known of the customer; with a note what else is typed stands in
    the place of what the note says.

    on is the meeting's day, the next working day without one; record: write what was shown. Empty formats are the
    workspace's, empty languages the note's, else the workspace's.
    """

    day: date
    goal: str
    note: str = ""
    customer: str | None = None
    industry: str | None = None
    products: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    stage: Stage | None = None
    on: date | None = None
    minutes: int = 30
    people: tuple[str, ...] = ()
    slug: str = ""
    formats: tuple[Format, ...] = ()
    languages: tuple[Language, ...] = ()
    show_names: bool = False
    include_restricted: bool = False
    record: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """The same in both languages. engagements are all that are counted, as of the day, newest first."""

    day: date
    meeting: Meeting
    prospect: Prospect
    slug: str
    around: Surroundings
    lessons: tuple[MatchedLesson, ...]
    engagements: tuple[Engagement, ...]


def read_facts(library: Library, request: BriefRequest) -> Facts:
    """Raises UnknownNoteError and UnusableNoteError."""
    config, rules = library.workspace.config, rules_of(library.workspace)
    prepared = _prepared(library, request) if request.note else None
    portfolio = read_portfolio(
        library, request.day, restricted=request.include_restricted, with_unfinished=False
    )
    engagements = _newest_first(portfolio.selection.used, prepared)
    if prepared is not None:
        prospect = _with_typed(prospect_of(prepared, rules.required_intel), request)
    else:
        prospect = _typed_prospect(request, engagements, rules.required_intel)
    return Facts(
        day=request.day,
        meeting=Meeting(
            date=request.on or next_working_day(rules.calendar, request.day),
            minutes=request.minutes,
            goal=request.goal,
            people=request.people,
        ),
        prospect=prospect,
        slug=request.slug or default_slug(prospect),
        around=surroundings(engagements, prospect),
        lessons=_lessons(engagements, prospect, request.day, config),
        engagements=engagements,
    )


def _prepared(library: Library, request: BriefRequest) -> Engagement:
    """The note that was asked for, as of the day; that it is unfinished is no reason not to prepare."""
    (note,) = select(library.notes, (request.note,))
    name = note.file.stem
    if note.engagement is None:
        raise UnusableNoteError(
            Bilingual(f"{name} 有问题，读不出来", f"{name} has problems and cannot be read")
        )
    if note.engagement.confidentiality is Confidentiality.RESTRICTED and not request.include_restricted:
        raise UnusableNoteError(
            Bilingual(
                f"{name} 是受限的，要用就加 --include-restricted",
                f"{name} is restricted; add --include-restricted",
            )
        )
    past = engagement_as_of(note.engagement, request.day)
    if past is None:
        raise UnusableNoteError(
            Bilingual(f"{name} 的日期晚于 {request.day}", f"{name} is dated later than {request.day}")
        )
    return past


def _newest_first(used: tuple[Engagement, ...], prepared: Engagement | None) -> tuple[Engagement, ...]:
    others = (each for each in used if prepared is None or each.id != prepared.id)
    every = (*others, prepared) if prepared is not None else tuple(others)
    return tuple(sorted(every, key=lambda each: (-each.date.toordinal(), each.id)))


def _with_typed(prospect: Prospect, request: BriefRequest) -> Prospect:
    return replace(
        prospect,
        products=request.products or prospect.products,
        competitors=request.competitors or prospect.competitors,
        stage=request.stage or prospect.stage,
    )


def _typed_prospect(
    request: BriefRequest, engagements: tuple[Engagement, ...], required: tuple[str, ...]
) -> Prospect:
    """Industry and products of a customer that is known already come from its newest note, unless they are typed."""
    customer = request.customer
    last = next(
        (each for each in engagements if customer and folded(each.customer.name) == folded(customer)), None
    )
    known = {"competitors"} if request.competitors else set()
    return Prospect(
        customer=last.customer.name if last is not None else customer,
        industry=request.industry or (last.customer.industry if last is not None else None),
        products=request.products or (last.products if last is not None else ()),
        competitors=request.competitors,
        stage=request.stage,
        themes=themes_asked_for((item for item in required if item not in known), ()),
    )


def default_slug(prospect: Prospect) -> str:
    """The note's id without its month, else customer, industry, product or competitor, safe as part of a file name."""
    note = _MONTH.sub("", prospect.note or "", count=1)
    others = (prospect.customer, prospect.industry, *prospect.products, *prospect.competitors)
    name = note or next((each for each in others if each), "")
    slug = _BETWEEN.sub("-", unicodedata.normalize("NFC", name))[:_LONGEST_SLUG].strip("-_").lower()
    return slug if is_note_id(slug) else "meeting"


def _lessons(
    engagements: tuple[Engagement, ...], prospect: Prospect, day: date, config: Config
) -> tuple[MatchedLesson, ...]:
    weights = config.brief.weights
    ranked = matching_lessons(
        engagements,
        prospect,
        day,
        weights=MatchWeights(
            customer=weights.customer,
            competitor=weights.competitor,
            industry=weights.industry,
            product=weights.product,
            stage=weights.stage,
            theme=weights.theme,
        ),
        half_life_months=config.brief.half_life_months,
    )
    return choose(ranked, max_lessons=config.brief.max_lessons, max_per_theme=config.brief.max_per_theme)
