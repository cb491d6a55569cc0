"""Which corners of the decision have an answer, and which deciders nobody met (INSIGHTS.md, section 9)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.notes.codes import Corner, DecisionRole
from generator.notes.model import Engagement, Stakeholder
from generator.notes.references import written_ids

# Those whose "no" ends a deal; users and influencers speak through them.
DECIDERS = frozenset({DecisionRole.ECONOMIC_BUYER, DecisionRole.TECHNICAL_BUYER, DecisionRole.PROCUREMENT})
ROI = "roi"


@dataclass(frozen=True, slots=True)
class CornerState:
    """people are in the order of the note; answered when one of them was met and has an answer that exists."""

    corner: Corner
    people: tuple[Stakeholder, ...]
    answered: bool


@dataclass(frozen=True, slots=True)
class CornerCoverage:
    """corners holds every corner, also those without people. unmet_deciders are those not recorded as met."""

    corners: tuple[CornerState, ...]
    unmet_deciders: tuple[Stakeholder, ...]


def corner_coverage(engagement: Engagement) -> CornerCoverage:
    """A promise made later than the day that the engagement is as of answers nobody."""
    answers = {name for _, name in written_ids(engagement)}
    if engagement.roi is not None:
        answers.add(ROI)
    return CornerCoverage(
        corners=tuple(_corner(corner, engagement.stakeholders, frozenset(answers)) for corner in Corner),
        unmet_deciders=tuple(
            person
            for person in engagement.stakeholders
            if person.decision_role in DECIDERS and not person.met
        ),
    )


def _corner(corner: Corner, stakeholders: tuple[Stakeholder, ...], answers: frozenset[str]) -> CornerState:
    people = tuple(person for person in stakeholders if person.corner is corner)
    answered = any(person.met and not answers.isdisjoint(person.answered_by) for person in people)
    return CornerState(corner, people, answered)
