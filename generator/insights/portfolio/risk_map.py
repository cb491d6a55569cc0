"""All open risks by cell, and what moved since the month before (INSIGHTS.md, section 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.insights.as_of import engagement_as_of
from generator.insights.portfolio.amounts import AmountSum, currency_of, sums_by_currency
from generator.insights.portfolio.promises import LIVE
from generator.insights.portfolio.references import item_order, reference
from generator.insights.portfolio.small_numbers import sort_ids
from generator.insights.risks import PROXIMITY_RANKS, Rating, RiskState, colour_of, risk_states
from generator.notes.model import Engagement
from generator.states import Light

SHOWN_IN_A_CELL = 4
# Rough: the middle of the band that each probability stands for.
CHANCES = {1: Decimal("0.05"), 2: Decimal("0.2"), 3: Decimal("0.4"), 4: Decimal("0.65"), 5: Decimal("0.9")}


@dataclass(frozen=True, slots=True)
class NotedRisk:
    engagement: Engagement
    state: RiskState

    @property
    def name(self) -> str:
        return reference(self.engagement, self.state.id)


@dataclass(frozen=True, slots=True)
class RiskCell:
    """The open risks whose current rating is this one, nearest first; at least one."""

    rating: Rating
    colour: Light
    risks: tuple[NotedRisk, ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """As many names as a cell has room for."""
        return tuple(risk.name for risk in self.risks[:SHOWN_IN_A_CELL])


class Move(StrEnum):
    """What became of a risk since the earlier day."""

    HAPPENED = "happened"
    NEW = "new"
    WORSE = "worse"
    BETTER = "better"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class RiskMove:
    """before and after are current ratings: before is None for a new risk, after for one that is no longer open."""

    move: Move
    risk: NotedRisk
    before: Rating | None
    after: Rating | None


@dataclass(frozen=True, slots=True)
class Exposure:
    """Over open risks, a currency at a time. expected weighs each amount with the chance its probability stands for.

    unknown names the open risks without an amount.
    """

    listed: tuple[AmountSum, ...]
    expected: tuple[AmountSum, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RiskMap:
    """open risks worst first; cells from the worst colour; by_colour is worst first and holds every colour."""

    open: tuple[NotedRisk, ...]
    cells: tuple[RiskCell, ...]
    by_colour: tuple[tuple[Light, int], ...]
    moves: tuple[RiskMove, ...]
    without_effect: tuple[NotedRisk, ...]
    exposure: Exposure


def noted_risks(engagements: Iterable[Engagement]) -> tuple[NotedRisk, ...]:
    """Of engagements open or won, in no particular order; those of the others are no longer anybody's."""
    return tuple(
        NotedRisk(engagement, state)
        for engagement in engagements
        if engagement.risks and engagement.outcome.status in LIVE
        for state in risk_states(engagement)
    )


def risk_map(engagements: tuple[Engagement, ...], earlier: date, currency: str) -> RiskMap:
    """engagements are as of the day; moves are since the earlier one. currency is that of deals without one."""
    noted = noted_risks(engagements)
    still_open = tuple(sorted((risk for risk in noted if risk.state.open), key=_order))
    return RiskMap(
        open=still_open,
        cells=_cells(still_open),
        by_colour=tuple((colour, _count(still_open, colour)) for colour in Light if colour is not Light.GREY),
        moves=_moves(engagements, noted, earlier),
        without_effect=tuple(risk for risk in still_open if risk.state.action_had_no_effect),
        exposure=_exposure(still_open, currency),
    )


def _order(risk: NotedRisk) -> tuple[object, ...]:
    action = risk.state.risk.action
    due = action.due if action is not None else None
    return (
        risk.state.current_colour.rank,
        PROXIMITY_RANKS[risk.state.risk.proximity],
        -risk.state.current.impact,
        due or date.max,
        *item_order(risk.engagement, risk.state.id),
    )


def _count(risks: tuple[NotedRisk, ...], colour: Light) -> int:
    return sum(risk.state.current_colour is colour for risk in risks)


def _cells(risks: tuple[NotedRisk, ...]) -> tuple[RiskCell, ...]:
    grouped: dict[Rating, list[NotedRisk]] = defaultdict(list)
    for risk in risks:
        grouped[risk.state.current].append(risk)
    cells = (RiskCell(rating, colour_of(rating), tuple(found)) for rating, found in grouped.items())
    return tuple(
        sorted(cells, key=lambda cell: (cell.colour.rank, -cell.rating.probability, -cell.rating.impact))
    )


def _moves(
    engagements: tuple[Engagement, ...], noted: tuple[NotedRisk, ...], earlier: date
) -> tuple[RiskMove, ...]:
    """Risks without a written id are followed by their place in the note."""
    changed = tuple(engagement for engagement in engagements if _changed_since(engagement, earlier))
    ids = {engagement.id for engagement in changed}
    past = (engagement_as_of(engagement, earlier) for engagement in changed)
    before = {risk.name: risk for risk in noted_risks(engagement for engagement in past if engagement)}
    now = {risk.name: risk for risk in noted if risk.engagement.id in ids}
    found = (_move(before.get(name), now.get(name)) for name in sort_ids(before.keys() | now.keys()))
    order = list(Move)
    moves = (move for move in found if move is not None)
    return tuple(sorted(moves, key=lambda move: (order.index(move.move), *_order(move.risk))))


def _changed_since(engagement: Engagement, earlier: date) -> bool:
    """Whether any day that moves its risks is later."""
    days = [engagement.date, engagement.outcome.decided_on]
    for risk in engagement.risks:
        days += [risk.happened_on, risk.action.closed_on if risk.action is not None else None]
    return any(day is not None and day > earlier for day in days)


def _move(before: NotedRisk | None, now: NotedRisk | None) -> RiskMove | None:
    was = before.state.current if before is not None and before.state.open else None
    if now is None:
        return RiskMove(Move.ENDED, before, was, None) if before is not None and was is not None else None
    if not now.state.open:
        return RiskMove(Move.HAPPENED, now, was, None) if was is not None or before is None else None
    if was is None:
        return RiskMove(Move.NEW, now, None, now.state.current)
    if was == now.state.current:
        return None
    is_worse = _weight(now.state.current) < _weight(was)
    return RiskMove(Move.WORSE if is_worse else Move.BETTER, now, was, now.state.current)


def _weight(rating: Rating) -> tuple[int, int, int]:
    """By colour first; within a colour by impact, then by probability. Lower is worse."""
    return colour_of(rating).rank, -rating.impact, -rating.probability


def _exposure(risks: tuple[NotedRisk, ...], currency: str) -> Exposure:
    known = [
        (currency_of(risk.engagement, currency), risk.state.risk.cost_exposure, risk.state.current)
        for risk in risks
        if risk.state.risk.cost_exposure is not None
    ]
    return Exposure(
        listed=sums_by_currency((code, amount) for code, amount, _ in known if amount is not None),
        expected=sums_by_currency(
            (code, amount * CHANCES[rating.probability])
            for code, amount, rating in known
            if amount is not None
        ),
        unknown=sort_ids(risk.name for risk in risks if risk.state.risk.cost_exposure is None),
    )
