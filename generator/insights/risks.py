"""Colours, ratings and order of risks (INSIGHTS.md, section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.insights.item_ids import id_order, ids_in
from generator.notes.codes import ActionStatus, OutcomeStatus, Proximity
from generator.notes.model import Engagement, Risk
from generator.states import Light

_R, _O, _Y, _G = Light.RED, Light.ORANGE, Light.AMBER, Light.GREEN
# By table, not by product: low probability with heavy impact is not low.
# A row is a probability, from 1 to 5; a column is an impact, from 1 to 5.
COLOUR_TABLE = (
    (_G, _G, _G, _Y, _Y),
    (_G, _G, _Y, _Y, _O),
    (_G, _Y, _Y, _O, _R),
    (_Y, _Y, _O, _R, _R),
    (_Y, _O, _R, _R, _R),
)
_LIVE = frozenset({OutcomeStatus.OPEN, OutcomeStatus.WON})
# The nearest first; an unknown one comes last.
PROXIMITY_RANKS: dict[Proximity | None, int] = {
    proximity: rank for rank, proximity in enumerate((*Proximity, None))
}


@dataclass(frozen=True, slots=True)
class Rating:
    """Both from 1 to 5."""

    probability: int
    impact: int


@dataclass(frozen=True, slots=True)
class RiskState:
    """current is the residual rating once the action is done, else the inherent one; colour is the inherent one's."""

    risk: Risk
    id: str
    inherent: Rating
    current: Rating
    residual: Rating | None
    colour: Light
    current_colour: Light
    open: bool
    action_had_no_effect: bool


def colour_of(rating: Rating) -> Light:
    return COLOUR_TABLE[rating.probability - 1][rating.impact - 1]


def risk_states(engagement: Engagement) -> tuple[RiskState, ...]:
    """Worst current colour first, then nearest, then current impact from high, then action due, then id.

    An unknown proximity or due day comes last.
    """
    is_live = engagement.outcome.status in _LIVE
    states = (
        _state(risk, name, is_live=is_live)
        for risk, name in zip(engagement.risks, ids_in(engagement, "risks"), strict=True)
    )
    return tuple(sorted(states, key=_order))


def _state(risk: Risk, name: str, *, is_live: bool) -> RiskState:
    inherent = Rating(risk.probability, risk.impact)
    residual = Rating(risk.residual.probability, risk.residual.impact) if risk.residual else None
    is_done = risk.action is not None and risk.action.status is ActionStatus.DONE
    current = residual if residual and is_done else inherent
    return RiskState(
        risk=risk,
        id=name,
        inherent=inherent,
        current=current,
        residual=residual,
        colour=colour_of(inherent),
        current_colour=colour_of(current),
        open=is_live and risk.happened_on is None,
        action_had_no_effect=is_done and residual == inherent,
    )


def _order(state: RiskState) -> tuple[object, ...]:
    due = state.risk.action.due if state.risk.action else None
    return (
        state.current_colour.rank,
        PROXIMITY_RANKS[state.risk.proximity],
        -state.current.impact,
        due or date.max,
        id_order(state.id),
    )
