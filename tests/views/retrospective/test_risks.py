from __future__ import annotations

from generator.views.requirements import milestone_rows, plan_in_words, requirement_rows
from generator.views.retrospective.risks import Delivery, build_delivery
from generator.views.risks import risk_rows
from tests.builders import engagement, full_engagement
from tests.views.subjects import full, subject

RISK = {"event": "e", "category": "schedule", "probability": "4", "impact": "4"}


def test_top_risks_open_prerequisites_and_the_plan_stand_together() -> None:
    found = full(figures={"milestones": "figures/a.svg"})

    assert build_delivery(found) == Delivery(
        risks=risk_rows(found),
        more_risks=0,
        requirements=requirement_rows(found)[:2],
        closed_requirements=1,
        has_requirements=True,
        milestones=milestone_rows(found),
        figure="figures/a.svg",
        plan_alt=plan_in_words(found),
    )


def test_a_minimal_note_has_none_of_them() -> None:
    found = subject(engagement(), figures={"milestones": "figures/a.svg"})

    assert build_delivery(found) == Delivery((), 0, (), 0, False, (), "", "")


def test_five_risks_are_listed_and_the_rest_counted() -> None:
    found = build_delivery(subject(full_engagement(risks=[RISK] * 7)))

    assert ([row.id for row in found.risks], found.more_risks) == (["T1", "T2", "T3", "T4", "T5"], 2)


def test_prerequisites_that_are_all_closed_are_only_counted() -> None:
    closed = [{"item": "i", "party": "us", "status": status} for status in ("done", "dropped")]
    found = build_delivery(subject(full_engagement(landing_requirements=closed)))

    assert (found.requirements, found.closed_requirements, found.has_requirements) == ((), 2, True)
