"""Which past lessons a planned meeting should see, and why (DOCUMENTS.md, "Matching score")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.insights.portfolio.lessons import noted_lessons
from generator.insights.portfolio.reuse import LessonUse, lesson_uses
from generator.insights.prospect import Prospect, competitors_of
from generator.insights.same_name import folded
from generator.notes.codes import LessonStatus, ReuseEffect
from generator.notes.model import Engagement

LEAST_BASE = Decimal(2)
DAYS_A_MONTH = 30.4375
STATUS_FACTORS = {
    LessonStatus.VERIFIED: 1.3,
    LessonStatus.ACTIONED: 1.15,
    LessonStatus.IDENTIFIED: 1.0,
    LessonStatus.OBSERVED: 0.8,
    LessonStatus.RETIRED: 0.0,
}


class MatchTerm(StrEnum):
    """What a lesson's engagement can have in common with the meeting, in the order of the score."""

    CUSTOMER = "customer"
    COMPETITOR = "competitor"
    INDUSTRY = "industry"
    PRODUCT = "product"
    STAGE = "stage"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class MatchWeights:
    """Points a term; a starting proposal, not measured."""

    customer: Decimal = Decimal(4)
    competitor: Decimal = Decimal(3)
    industry: Decimal = Decimal(2)
    product: Decimal = Decimal(2)
    stage: Decimal = Decimal(1)
    theme: Decimal = Decimal(1)

    def of(self, term: MatchTerm) -> Decimal:
        weight: Decimal = getattr(self, term.value)
        return weight


@dataclass(frozen=True, slots=True)
class Matched:
    """One term that matched: the values in common as the meeting names them, and the points."""

    term: MatchTerm
    values: tuple[str, ...]
    points: Decimal


@dataclass(frozen=True, slots=True)
class MatchedLesson:
    """score = base · age_factor · status_factor · help_factor, where base is the sum of the points."""

    use: LessonUse
    matched: tuple[Matched, ...]
    age_months: float
    age_factor: float
    status_factor: float
    help_factor: float

    @property
    def base(self) -> Decimal:
        return sum((part.points for part in self.matched), start=Decimal(0))

    @property
    def score(self) -> float:
        return float(self.base) * self.age_factor * self.status_factor * self.help_factor


def matching_lessons(
    engagements: Iterable[Engagement],
    prospect: Prospect,
    day: date,
    *,
    weights: MatchWeights | None = None,
    half_life_months: int = 18,
) -> tuple[MatchedLesson, ...]:
    """Every lesson with enough in common that says when it applies and is not retired, the best first.

    Engagements are as of the day; among equals the newest note comes first.
    """
    known = tuple(engagements)
    asking = _Asking(prospect, weights or MatchWeights())
    found = (
        _matched(use, asking, day, half_life_months)
        for use in lesson_uses(noted_lessons(known), known)
        if _may_be_shown(use, prospect)
    )
    return tuple(sorted((lesson for lesson in found if lesson.base >= LEAST_BASE), key=_order))


def choose(
    ranked: Iterable[MatchedLesson], *, max_lessons: int = 5, max_per_theme: int = 2
) -> tuple[MatchedLesson, ...]:
    """The first ones, not more than so many of a theme."""
    chosen: list[MatchedLesson] = []
    themes: Counter[str] = Counter()
    for lesson in ranked:
        theme = lesson.use.lesson.lesson.theme
        if len(chosen) < max_lessons and themes[theme] < max_per_theme:
            chosen.append(lesson)
            themes[theme] += 1
    return tuple(chosen)


def _may_be_shown(use: LessonUse, prospect: Prospect) -> bool:
    lesson = use.lesson.lesson
    is_own = use.lesson.engagement.id == prospect.note
    return lesson.when is not None and lesson.status is not LessonStatus.RETIRED and not is_own


def _matched(use: LessonUse, asking: _Asking, day: date, half_life_months: int) -> MatchedLesson:
    noted = use.lesson
    age_months = (day - noted.engagement.date).days / DAYS_A_MONTH
    return MatchedLesson(
        use=use,
        matched=asking.matches(noted.engagement, noted.lesson.theme),
        age_months=age_months,
        age_factor=0.5 ** (age_months / half_life_months),
        status_factor=STATUS_FACTORS[noted.lesson.status],
        help_factor=_help_factor(use),
    )


def _help_factor(use: LessonUse) -> float:
    """1 for a lesson that was never used, towards 2 for one that always helped, towards 0 for one that never did."""
    return (use.helped + 1) / (use.helped + use.times(ReuseEffect.NO_EFFECT) + 2) * 2


def _order(lesson: MatchedLesson) -> tuple[object, ...]:
    return -lesson.score, *lesson.use.lesson.order


class _Asking:
    """A prospect with its names folded once; an engagement is matched once, whatever its number of lessons."""

    def __init__(self, prospect: Prospect, weights: MatchWeights) -> None:
        self._weights = weights
        self._names = {
            MatchTerm.CUSTOMER: _by_fold((prospect.customer,)),
            MatchTerm.COMPETITOR: _by_fold(prospect.competitors),
            MatchTerm.INDUSTRY: _by_fold((prospect.industry,)),
            MatchTerm.PRODUCT: _by_fold(prospect.products),
            MatchTerm.STAGE: _by_fold((prospect.stage,)),
        }
        self._themes = prospect.themes
        self._known: dict[str, tuple[Matched, ...]] = {}

    def matches(self, engagement: Engagement, theme: str) -> tuple[Matched, ...]:
        if engagement.id not in self._known:
            self._known[engagement.id] = self._of_engagement(engagement)
        common = self._known[engagement.id]
        if theme not in self._themes:
            return common
        return (*common, Matched(MatchTerm.THEME, (theme,), self._weights.of(MatchTerm.THEME)))

    def _of_engagement(self, engagement: Engagement) -> tuple[Matched, ...]:
        theirs = {
            MatchTerm.CUSTOMER: (engagement.customer.name,),
            MatchTerm.COMPETITOR: competitors_of(engagement),
            MatchTerm.INDUSTRY: (engagement.customer.industry,),
            MatchTerm.PRODUCT: engagement.products,
            MatchTerm.STAGE: (engagement.stage,),
        }
        common = ((term, _in_common(self._names[term], names)) for term, names in theirs.items())
        return tuple(Matched(term, values, self._weights.of(term)) for term, values in common if values)


def _by_fold(names: Iterable[str | None]) -> dict[str, str]:
    return {folded(name): name for name in names if name is not None}


def _in_common(asked: dict[str, str], names: Iterable[str | None]) -> tuple[str, ...]:
    theirs = _by_fold(names)
    return tuple(name for folded, name in asked.items() if folded in theirs)
