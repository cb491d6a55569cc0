"""Risks as rows: colour, ratings and what is done about them (INSIGHTS.md, section 4)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.risk_map import RiskMap, RiskMapCell
from generator.insights.risks import Rating, RiskState, colour_of, risk_states
from generator.notes.codes import ActionStatus
from generator.notes.model import RiskAction
from generator.states import Light
from generator.views.subject import Subject
from generator.views.wording import Chip


@dataclass(frozen=True, slots=True)
class RiskRow:
    """rating: `4 × 4 → 2 × 3`, inherent then residual; action with owner, due day and state in one text.

    response_and_action: both, and whether the action had no effect.
    """

    id: str
    event: str
    cause: str
    effect: str
    category: str
    proximity: str
    rating: str
    level: Chip
    response: str
    action: str
    response_and_action: str
    exposure: str
    open: bool


def risk_rows(subject: Subject) -> tuple[RiskRow, ...]:
    """Worst first."""
    return tuple(_row(subject, state) for state in risk_states(subject.engagement))


def _row(subject: Subject, state: RiskState) -> RiskRow:
    w, risk = subject.wording, state.risk
    response, action = w.code(risk.response), action_text(subject, risk.action)
    failed = w("risks.no_effect") if state.action_had_no_effect else ""
    return RiskRow(
        id=state.id,
        event=risk.event,
        cause=risk.cause or "",
        effect=risk.effect or "",
        category=w.code(risk.category),
        proximity=w.code(risk.proximity),
        rating=_rating(state),
        level=_level(subject, state),
        response=response,
        action=action,
        response_and_action=w.clauses((response, action, failed)),
        exposure=subject.money(risk.cost_exposure),
        open=state.open,
    )


def _level(subject: Subject, state: RiskState) -> Chip:
    w = subject.wording
    if state.risk.happened_on is not None:
        return Chip(Light.GREY, w("risks.happened", day=state.risk.happened_on))
    word = w(f"risks.level.{state.current_colour}")
    if not state.open:
        return Chip(Light.GREY, w("risks.closed_deal", level=word))
    return Chip(state.current_colour, word)


def _rating(state: RiskState) -> str:
    inherent = _pair(state.inherent)
    return f"{inherent} → {_pair(state.residual)}" if state.residual else inherent


def _pair(rating: Rating) -> str:
    return f"{rating.probability} × {rating.impact}"


def risk_map(subject: Subject) -> RiskMap | None:
    """Open risks where they stand before and, in brackets, after their action; None without any risk."""
    states = tuple(state for state in risk_states(subject.engagement) if state.open)
    if not subject.engagement.risks:
        return None
    w = subject.wording
    rows = tuple(
        tuple(_map_cell(states, Rating(probability, impact)) for impact in range(1, 6))
        for probability in range(5, 0, -1)
    )
    return RiskMap(rows, w("risks.probability"), w("risks.impact"), w("risks.map_legend"))


def _map_cell(states: tuple[RiskState, ...], rating: Rating) -> RiskMapCell:
    return RiskMapCell(
        light=colour_of(rating),
        inherent=tuple(state.id for state in states if state.inherent == rating),
        residual=tuple(state.id for state in states if state.residual == rating),
    )


def action_text(subject: Subject, action: RiskAction | None) -> str:
    """`test each line (Lin, by 2026-06-12, done)`; empty without an action."""
    if action is None:
        return ""
    w = subject.wording
    due = w("common.by_day", day=action.due) if action.due else ""
    status = w.within(action.status or ActionStatus.OPEN)
    done = f"{status} {action.closed_on}" if action.closed_on else status
    return w.bracketed(action.what or w("common.not_said"), w.aside((action.owner or "", due, done)))
