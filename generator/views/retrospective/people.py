"""Section 4: who decides, what they care about, and what answers them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.corners import CornerState as Insight
from generator.insights.corners import corner_coverage
from generator.notes.codes import Stance
from generator.notes.model import Stakeholder
from generator.states import Light
from generator.views.subject import Subject
from generator.views.wording import Chip

_STANCES = {
    Stance.CHAMPION: Light.GREEN,
    Stance.SUPPORTS: Light.GREEN,
    Stance.NEUTRAL: Light.AMBER,
    Stance.OPPOSES: Light.RED,
    Stance.UNKNOWN: Light.GREY,
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    role: str
    decides: str
    corner: str
    cares_about: str
    stance: Chip | None
    met: Chip
    answered_by: str


@dataclass(frozen=True, slots=True)
class CornerState:
    """state: whether somebody there has an answer, and who stands there."""

    corner: str
    state: Chip


@dataclass(frozen=True, slots=True)
class DecisionChain:
    """unmet: roles of deciders nobody is recorded to have met."""

    people: tuple[PersonRow, ...]
    corners: tuple[CornerState, ...]
    unmet: str


def build_decision_chain(subject: Subject) -> DecisionChain:
    coverage = corner_coverage(subject.engagement)
    return DecisionChain(
        people=tuple(_person(subject, person) for person in subject.engagement.stakeholders),
        corners=tuple(_corner(subject, corner) for corner in coverage.corners),
        unmet=subject.wording.join(subject.person(person) for person in coverage.unmet_deciders),
    )


def _person(subject: Subject, person: Stakeholder) -> PersonRow:
    w = subject.wording
    met = {
        True: (Light.GREEN, "people.met"),
        False: (Light.RED, "people.not_met"),
        None: (Light.GREY, "common.not_said"),
    }
    light, word = met[person.met]
    return PersonRow(
        role=subject.person(person),
        decides=w.code(person.decision_role),
        corner=w.code(person.corner),
        cares_about=person.cares_about or "",
        stance=Chip(_STANCES[person.stance], w.code(person.stance)) if person.stance else None,
        met=Chip(light, w(word)),
        answered_by=w.join("ROI" if name == "roi" else name for name in person.answered_by),
    )


def _corner(subject: Subject, state: Insight) -> CornerState:
    w = subject.wording
    people = w.join(subject.person(person) for person in state.people)
    if not state.people:
        chip = Chip(Light.RED, w("people.nobody"))
    elif state.answered:
        chip = Chip(Light.GREEN, w.bracketed(w("people.answered"), people))
    else:
        chip = Chip(Light.AMBER, w.bracketed(w("people.unanswered"), people))
    return CornerState(w.code(state.corner), chip)
