"""Whom to ask for a piece of intelligence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.insights.same_name import folded
from generator.notes.codes import DecisionRole, Stance
from generator.notes.model import Stakeholder

# Who is likely to know and to tell, the likeliest first; None stands for whoever is on our side.
_LIKELY: dict[str, tuple[DecisionRole | None, ...]] = {
    "budget_ceiling": (DecisionRole.ECONOMIC_BUYER,),
    "decision_chain": (None, DecisionRole.INFLUENCER, DecisionRole.ECONOMIC_BUYER),
    "competitors": (None, DecisionRole.TECHNICAL_BUYER, DecisionRole.USER),
    "timeline": (DecisionRole.ECONOMIC_BUYER, DecisionRole.USER),
    "decision_criteria": (DecisionRole.TECHNICAL_BUYER, DecisionRole.PROCUREMENT),
    "procurement": (DecisionRole.PROCUREMENT, DecisionRole.ECONOMIC_BUYER),
    "past_pains": (DecisionRole.USER, DecisionRole.TECHNICAL_BUYER),
}
_ON_OUR_SIDE = frozenset({Stance.CHAMPION, Stance.SUPPORTS})


def likely_source(item: str, people: tuple[Stakeholder, ...], present: Iterable[str]) -> Stakeholder | None:
    """Among equals one who will be in the room, then one whom we have met; present holds roles.

    None where nobody who is likely to know is recorded.
    """
    in_the_room = {folded(role) for role in present}
    for role in _LIKELY[item]:
        fitting = tuple(person for person in people if _fits(role)(person))
        if fitting:
            return min(fitting, key=lambda p: (folded(p.role) not in in_the_room, p.met is not True))
    return None


def _fits(role: DecisionRole | None) -> Callable[[Stakeholder], bool]:
    if role is None:
        return lambda person: person.stance in _ON_OUR_SIDE
    return lambda person: person.decision_role is role
