"""The figures as a partner may see them: nothing that points to one customer (DOCUMENTS.md, the digest)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.insights.portfolio.actions import Actions
from generator.insights.portfolio.adopting import WorkingPractice
from generator.insights.portfolio.amounts import AmountSum, currency_of
from generator.insights.portfolio.calibration import Calibration
from generator.insights.portfolio.figures import Figures
from generator.insights.portfolio.intelligence import IntelligenceGaps
from generator.insights.portfolio.objections import ObjectionAnswers
from generator.insights.portfolio.over_promises import OverPromises
from generator.insights.portfolio.prerequisites import Prerequisites
from generator.insights.portfolio.product_gaps import GapRow
from generator.insights.portfolio.promises import NotedPromise, Promises
from generator.insights.portfolio.reasons import LossReasons
from generator.insights.portfolio.repeats import Repeats
from generator.insights.portfolio.reuse import LessonUse, Reuse
from generator.insights.portfolio.risk_map import Exposure, NotedRisk, RiskMap
from generator.insights.portfolio.shelter import Shelter, shelter_of
from generator.insights.portfolio.themes import ThemeRow
from generator.insights.portfolio.write_up import WriteUps
from generator.notes.model import Engagement
from generator.states import Light


@dataclass(frozen=True, slots=True)
class Outside:
    """dropped counts the rows that rested on fewer than two customers, and the lessons that may not be told."""

    figures: Figures
    practices: tuple[WorkingPractice, ...]
    dropped: int


def for_partners(
    figures: Figures,
    practices: tuple[WorkingPractice, ...],
    engagements: tuple[Engagement, ...],
    currency: str,
) -> Outside:
    """engagements are those of the figures; currency is that of deals which do not name one."""
    shelter = shelter_of(engagements)
    told = shelter.kept(practices, lambda row: shelter.may_leave(row.lesson))
    seen = shelter.by_ids(told, lambda row: (note.id for note in row.engagements))
    return Outside(_figures(shelter, figures, currency, engagements), seen, shelter.dropped)


def _figures(shelter: Shelter, found: Figures, currency: str, engagements: tuple[Engagement, ...]) -> Figures:
    repeated = _repeats(shelter, found.repeats)
    return replace(
        found,
        to_change=_themes(shelter, found.to_change, repeated.by_theme()),
        to_keep=_themes(shelter, found.to_keep, {}),
        repeats=repeated,
        promises=_promises(shelter, found.promises),
        over_promises=_over_promises(shelter, found.over_promises, currency),
        risks=_risks(shelter, found.risks, currency),
        prerequisites=_prerequisites(shelter, found.prerequisites),
        calibration=_calibration(shelter, found.calibration),
        gaps=shelter.kept(found.gaps, lambda row: _is_of_many(shelter, row)),
        intelligence=_intelligence(shelter, found.intelligence),
        focus=shelter.none_of(found.focus),
        actions=_actions(shelter, found.actions),
        actions_now=Actions(shelter.rate(found.actions_now.done_on_time), (), ()),
        reuse=_reuse(shelter, found.reuse, engagements),
        follow_ups=shelter.none_of(found.follow_ups),
        corners=shelter.none_of(found.corners),
        need_depths=shelter.by_ids(found.need_depths, lambda row: row[1]),
        claims=shelter.none_of(found.claims),
        objections=_objections(shelter, found.objections),
        losses=_losses(shelter, found.losses),
        results=shelter.kept(found.results, lambda cell: not cell.ids or shelter.is_enough(cell.ids)),
        write_ups=_write_ups(shelter, found.write_ups),
        avoidable_custom=shelter.none_of(found.avoidable_custom),
        value_cases=shelter.none_of(found.value_cases),
    )


def _objections(shelter: Shelter, rows: tuple[ObjectionAnswers, ...]) -> tuple[ObjectionAnswers, ...]:
    kept = shelter.by_ids(rows, lambda row: row.resolved.ids)
    return tuple(replace(row, worked=()) for row in kept)


def _themes(shelter: Shelter, rows: tuple[ThemeRow, ...], repeats: Mapping[str, int]) -> tuple[ThemeRow, ...]:
    """Without their lessons, each of which is of one customer, and with no more repeats than are told."""
    kept = shelter.by_ids(rows, lambda row: row.rate.ids)
    return tuple(replace(row, lessons=(), repeats=repeats.get(row.theme, 0)) for row in kept)


def _repeats(shelter: Shelter, found: Repeats) -> Repeats:
    told = shelter.kept(found.lessons, lambda row: shelter.may_leave(row.lesson))
    rows = shelter.by_ids(told, lambda row: (row.lesson.engagement.id, *(note.id for note in row.repeats)))
    return Repeats(rows, shelter.rate(found.share), (), shelter.none_of(found.suggestions))


def _promises(shelter: Shelter, found: Promises) -> Promises:
    return Promises(
        overdue=shelter.none_of(found.overdue),
        waiting=shelter.none_of(found.waiting),
        waiting_late=shelter.none_of(found.waiting_late),
        no_date=shelter.none_of(found.no_date),
        kept_on_time=shelter.rate(found.kept_on_time),
        renegotiated_in_time=shelter.none_of(found.renegotiated_in_time),
        reasons=shelter.by_ids(found.reasons, lambda row: row.names),
    )


def _over_promises(shelter: Shelter, found: OverPromises, currency: str) -> OverPromises:
    costs = shelter.kept(
        found.extra_costs, lambda row: shelter.is_enough(_unquoted(found.flagged, row, currency))
    )
    return OverPromises(
        process=shelter.rate(found.process),
        outcome=shelter.rate(found.outcome),
        either=shelter.rate(found.either),
        flagged=shelter.none_of(found.flagged),
        extra_costs=costs,
        by_channel=shelter.by_ids(found.by_channel, lambda row: row[1].ids),
        by_flavour=shelter.by_ids(found.by_flavour, lambda row: row[1].ids),
    )


def _unquoted(flagged: tuple[NotedPromise, ...], row: AmountSum, currency: str) -> tuple[str, ...]:
    return tuple(
        promise.name
        for promise in flagged
        if promise.state.commitment.extra_cost
        and not promise.state.commitment.in_quote
        and currency_of(promise.engagement, currency) == row.currency
    )


def _risks(shelter: Shelter, found: RiskMap, currency: str) -> RiskMap:
    """Counts of many, without any risk by itself."""
    return RiskMap(
        open=shelter.none_of(found.open),
        cells=shelter.by_ids(found.cells, lambda cell: (risk.name for risk in cell.risks)),
        by_colour=shelter.by_ids(found.by_colour, lambda row: _of_colour(found.open, row[0])),
        moves=shelter.none_of(found.moves),
        without_effect=shelter.none_of(found.without_effect),
        exposure=Exposure(
            listed=_priced(shelter, found.exposure.listed, found.open, currency),
            expected=_priced(shelter, found.exposure.expected, found.open, currency),
            unknown=found.exposure.unknown,
        ),
    )


def _of_colour(risks: tuple[NotedRisk, ...], colour: Light) -> tuple[str, ...]:
    return tuple(risk.name for risk in risks if risk.state.current_colour is colour)


def _priced(
    shelter: Shelter, rows: tuple[AmountSum, ...], risks: tuple[NotedRisk, ...], currency: str
) -> tuple[AmountSum, ...]:
    return shelter.by_ids(
        rows,
        lambda row: (
            risk.name
            for risk in risks
            if risk.state.risk.cost_exposure is not None
            and currency_of(risk.engagement, currency) == row.currency
        ),
    )


def _prerequisites(shelter: Shelter, found: Prerequisites) -> Prerequisites:
    return Prerequisites(
        red=shelter.none_of(found.red),
        amber=shelter.none_of(found.amber),
        slips=shelter.none_of(found.slips),
        ready_before_signature=shelter.rate(found.ready_before_signature),
    )


def _calibration(shelter: Shelter, found: Calibration) -> Calibration:
    """The measures over all deals stay, as they need ten deals; of no deal by itself is anything said."""
    groups = shelter.by_ids(found.groups, lambda group: (deal.engagement.id for deal in group.deals))
    return replace(
        found,
        deals=shelter.none_of(found.deals),
        groups=tuple(replace(group, deals=()) for group in groups),
        withdrawn=shelter.none_of(found.withdrawn),
    )


def _is_of_many(shelter: Shelter, row: GapRow) -> bool:
    """A gap that two customers name, and no amount of which is that of one alone."""
    sides = (row.lost_deals, row.open_deals, row.won_anyway)
    return shelter.is_enough(row.deals) and all(not side or shelter.is_enough(side) for side in sides)


def _intelligence(shelter: Shelter, found: IntelligenceGaps) -> IntelligenceGaps:
    return IntelligenceGaps(
        gaps=shelter.by_ids(found.gaps, lambda gap: gap.unknown.ids),
        silos=shelter.none_of(found.silos),
        engagements=(),
        not_recorded=found.not_recorded,
    )


def _actions(shelter: Shelter, found: Actions) -> Actions:
    return Actions(
        done_on_time=shelter.rate(found.done_on_time),
        open=shelter.none_of(found.open),
        closed=shelter.none_of(found.closed),
    )


def _reuse(shelter: Shelter, found: Reuse, engagements: tuple[Engagement, ...]) -> Reuse:
    citing: dict[str, list[str]] = {}
    for engagement in engagements:
        for name in (*(reused.id for reused in engagement.reused_lessons), *engagement.repeats):
            citing.setdefault(name, []).append(engagement.id)

    def stands_for_many(use: LessonUse) -> bool:
        return shelter.is_enough((use.lesson.engagement.id, *citing.get(use.lesson.name, ())))

    return Reuse(
        cited=shelter.rate(found.cited),
        helped=shelter.rate(found.helped),
        uses=shelter.kept(found.uses, stands_for_many),
        to_retire=None if found.to_retire is None else shelter.none_of(found.to_retire),
        unnoted=shelter.none_of(found.unnoted),
    )


def _losses(shelter: Shelter, found: LossReasons) -> LossReasons:
    return LossReasons(
        lost=found.lost,
        differ=shelter.rate(found.differ),
        from_buyer=shelter.rate(found.from_buyer),
        gaps=shelter.none_of(found.gaps),
    )


def _write_ups(shelter: Shelter, found: WriteUps) -> WriteUps:
    return WriteUps(
        median=found.median,
        fresh=shelter.rate(found.fresh),
        late=shelter.rate(found.late),
        delays=(),
    )
