"""Section 7: the top risks, the open prerequisites, and the plan that they hold up."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.requirements import (
    MilestoneRow,
    RequirementRow,
    milestone_rows,
    plan_in_words,
    requirement_rows,
)
from generator.views.risks import RiskRow, risk_rows
from generator.views.subject import Subject

MOST_RISKS = 5
PLAN = "milestones"


@dataclass(frozen=True, slots=True)
class Delivery:
    """figure: path of the plan, empty without milestones; plan_alt says in words what it shows.

    more_risks, closed_requirements: how many are not listed.
    """

    risks: tuple[RiskRow, ...]
    more_risks: int
    requirements: tuple[RequirementRow, ...]
    closed_requirements: int
    has_requirements: bool
    milestones: tuple[MilestoneRow, ...]
    figure: str
    plan_alt: str


def build_delivery(subject: Subject) -> Delivery:
    risks, requirements = risk_rows(subject), requirement_rows(subject)
    open_ones = tuple(row for row in requirements if row.open)
    return Delivery(
        risks=risks[:MOST_RISKS],
        more_risks=max(0, len(risks) - MOST_RISKS),
        requirements=open_ones,
        closed_requirements=len(requirements) - len(open_ones),
        has_requirements=bool(requirements),
        milestones=milestone_rows(subject),
        figure=subject.figures.get(PLAN, "") if subject.engagement.milestones else "",
        plan_alt=plan_in_words(subject),
    )
