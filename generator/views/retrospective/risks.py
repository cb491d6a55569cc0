"""Section 7: the top risks, the open prerequisites, and the plan that they hold up."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.requirements import milestone_states
from generator.states import Light
from generator.views.requirements import MilestoneRow, RequirementRow, milestone_rows, requirement_rows
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
        plan_alt=_plan_in_words(subject),
    )


def _plan_in_words(subject: Subject) -> str:
    w, states = subject.wording, milestone_states(subject.engagement, subject.day)
    if not states:
        return ""
    first = min(state.milestone.start for state in states)
    last = max(state.milestone.end for state in states)
    red = [state.milestone.id for state in states if state.light is Light.RED] if subject.is_live else []
    key = "milestones.alt_blocked" if red else "milestones.alt"
    return w(key, n=len(states), first=first, last=last, ids=w.join(red), k=len(red))
