from __future__ import annotations

import pytest

from generator.insights.prospect import Prospect, competitors_of, prospect_of, themes_asked_for
from generator.notes.codes import RiskCategory, Stage
from tests.builders import engagement, full_engagement


def test_the_full_example_asks_for_what_is_missing() -> None:
    found = prospect_of(full_engagement(id="n"), ("budget_ceiling", "decision_criteria"))

    # T1 is red but its action is done; decision criteria are unknown.
    assert found == Prospect(
        customer="Harbour Works",
        industry="machining",
        products=("gateway",),
        competitors=("Torn",),
        stage=Stage.CLOSED,
        themes=("intel_gap",),
        note="n",
    )


def test_without_an_intelligence_block_everything_is_unknown() -> None:
    risk = {"event": "late", "category": "schedule", "probability": "5", "impact": "5"}

    found = prospect_of(engagement(risks=[risk, risk | {"probability": "1"}]), ("decision_chain",))

    assert (found.themes, found.competitors) == (("decision_chain", "intel_gap", "over_promise"), ())


@pytest.mark.parametrize(
    ("category", "themes"),
    [
        (RiskCategory.TECHNICAL_DATA, ("fit_gap",)),
        (RiskCategory.TECHNICAL_THIRD_PARTY, ("fit_gap",)),
        (RiskCategory.SCOPE, ("scope_custom",)),
        (RiskCategory.SCHEDULE, ("over_promise",)),
        (RiskCategory.PEOPLE, ("follow_through",)),
        (RiskCategory.COMMERCIAL, ()),
    ],
)
def test_a_red_risk_asks_for_the_theme_nearest_its_category(
    category: RiskCategory, themes: tuple[str, ...]
) -> None:
    assert themes_asked_for((), [category]) == themes


def test_competitors_are_those_listed_and_the_one_that_won() -> None:
    found = competitors_of(
        engagement(
            intel={"competitors": {"value": ["Oak"], "list": [{"name": "Torn"}, {"move": "a low price"}]}},
            outcome={"status": "lost", "decided_on": "2026-06-01", "winner": "Birch"},
        )
    )

    assert found == ("Torn", "Oak", "Birch")
