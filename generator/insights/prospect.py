"""What a planned meeting is about, as far as past engagements can match it (DOCUMENTS.md, "Matching score")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.intel import intel_coverage
from generator.insights.risks import risk_states
from generator.insights.same_name import folded
from generator.notes.codes import RiskCategory, Stage
from generator.notes.model import Engagement
from generator.states import Light

# The theme nearest a category of risk; every technical category is nearest the fit, nothing is near commercial ones.
THEME_OF_CATEGORY = {
    RiskCategory.SCOPE: "scope_custom",
    RiskCategory.SCHEDULE: "over_promise",
    RiskCategory.PEOPLE: "follow_through",
    RiskCategory.COMMERCIAL: None,
}
THEME_OF_TECHNICAL_RISKS = "fit_gap"


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is known of the meeting. themes are those that what is unknown or at risk now asks for.

    note is the engagement that is being prepared; its own lessons are not put before those who wrote them.
    """

    customer: str | None = None
    industry: str | None = None
    products: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    stage: Stage | None = None
    themes: tuple[str, ...] = ()
    note: str | None = None


def prospect_of(engagement: Engagement, required_intel: tuple[str, ...]) -> Prospect:
    """The next meeting of an engagement; without an intelligence block every required item is unknown."""
    coverage = intel_coverage(engagement, required_intel)
    unknown = coverage.unknown_now if coverage is not None else required_intel
    red = (
        state.risk.category
        for state in risk_states(engagement)
        if state.open and state.current_colour is Light.RED
    )
    return Prospect(
        customer=engagement.customer.name,
        industry=engagement.customer.industry,
        products=engagement.products,
        competitors=competitors_of(engagement),
        stage=engagement.stage,
        themes=themes_asked_for(unknown, red),
        note=engagement.id,
    )


def themes_asked_for(unknown_intel: Iterable[str], red_risks: Iterable[RiskCategory]) -> tuple[str, ...]:
    """Codes of themes, each once, sorted; unknown_intel holds item keys."""
    themes: set[str] = set()
    for item in unknown_intel:
        themes |= {"intel_gap", "decision_chain"} if item == "decision_chain" else {"intel_gap"}
    nearest = (THEME_OF_CATEGORY.get(category, THEME_OF_TECHNICAL_RISKS) for category in red_risks)
    return tuple(sorted(themes | {theme for theme in nearest if theme is not None}))


def competitors_of(engagement: Engagement) -> tuple[str, ...]:
    """Everybody recorded as competing or as having won instead, each name once."""
    known = engagement.intel.competitors if engagement.intel is not None else None
    listed = (*(rival.name for rival in known.rivals), *known.value) if known is not None else ()
    names = (*listed, engagement.outcome.winner)
    return tuple({folded(name): name for name in names if name is not None}.values())
