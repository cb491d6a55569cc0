"""Promises, over-promises, risks and prerequisites as data."""

from __future__ import annotations

from generator.dashboard.naming import Naming, amounts_of
from generator.dashboard.parts import (
    CellData,
    ChannelData,
    ColourData,
    CommitmentsData,
    FlavourData,
    MoveData,
    OverPromiseData,
    PromiseData,
    ReasonData,
    RequirementData,
    RequirementsData,
    RisksData,
    SlipData,
)
from generator.insights.portfolio.over_promises import OverPromises
from generator.insights.portfolio.prerequisites import NotedRequirement, Prerequisites
from generator.insights.portfolio.promises import NotedPromise, Promises
from generator.insights.portfolio.risk_map import RiskCell, RiskMap, RiskMove
from generator.insights.risks import Rating


def commitments_of(names: Naming, found: Promises) -> CommitmentsData:
    return CommitmentsData(
        overdue=tuple(_promise(names, row) for row in found.overdue),
        waiting=tuple(_promise(names, row) for row in found.waiting),
        waiting_late=tuple(_promise(names, row) for row in found.waiting_late),
        no_date=names.all(row.name for row in found.no_date),
        kept_on_time=names.rate(found.kept_on_time),
        renegotiated_in_time=names.all(row.name for row in found.renegotiated_in_time),
        reasons=tuple(ReasonData(row.reason, names.all(row.names)) for row in found.reasons),
    )


def _promise(names: Naming, row: NotedPromise) -> PromiseData:
    return PromiseData(names.of(row.name), row.state.due, row.state.days_late, row.state.waits_on)


def over_promise_of(names: Naming, found: OverPromises) -> OverPromiseData:
    return OverPromiseData(
        either=names.rate(found.either),
        process=names.rate(found.process),
        outcome=names.rate(found.outcome),
        flagged=names.all(row.name for row in found.flagged),
        extra_costs=amounts_of(found.extra_costs),
        by_channel=tuple(ChannelData(channel, names.rate(rate)) for channel, rate in found.by_channel),
        by_flavour=tuple(FlavourData(flavour, names.rate(rate)) for flavour, rate in found.by_flavour),
    )


def risks_of(names: Naming, found: RiskMap) -> RisksData:
    return RisksData(
        open=sum(count for _, count in found.by_colour),
        by_colour=tuple(ColourData(colour, count) for colour, count in found.by_colour),
        cells=tuple(_cell(names, cell) for cell in found.cells),
        moves=tuple(_move(names, move) for move in found.moves),
        without_effect=names.all(risk.name for risk in found.without_effect),
        exposure=amounts_of(found.exposure.listed),
        exposure_expected=amounts_of(found.exposure.expected),
        exposure_unknown=names.all(found.exposure.unknown),
    )


def _cell(names: Naming, cell: RiskCell) -> CellData:
    return CellData(
        probability=cell.rating.probability,
        impact=cell.rating.impact,
        colour=cell.colour,
        n=len(cell.risks),
        ids=names.all(risk.name for risk in cell.risks),
    )


def _move(names: Naming, move: RiskMove) -> MoveData:
    return MoveData(names.of(move.risk.name), move.move, _rating(move.before), _rating(move.after))


def _rating(rating: Rating | None) -> str | None:
    return None if rating is None else f"{rating.probability} x {rating.impact}"


def requirements_of(names: Naming, found: Prerequisites) -> RequirementsData:
    return RequirementsData(
        red=tuple(_requirement(names, row) for row in found.red),
        amber=tuple(_requirement(names, row) for row in found.amber),
        slips=tuple(
            SlipData(names.of(slip.engagement.id), slip.state.milestone.id, slip.state.earliest_slip)
            for slip in found.slips
        ),
        ready_before_signature=names.rate(found.ready_before_signature),
    )


def _requirement(names: Naming, row: NotedRequirement) -> RequirementData:
    return RequirementData(
        id=names.of(row.name),
        needed_by=row.state.requirement.needed_by,
        reason=row.state.reason,
        days_late=row.state.days_late,
        milestone=row.milestone.id if row.milestone is not None else None,
    )
