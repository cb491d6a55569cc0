"""What has no key of its own at the top, as data."""

from __future__ import annotations

from generator.dashboard.beside import (
    CornersData,
    CustomData,
    DecisionData,
    DepthData,
    FollowUpData,
    ObjectionData,
    OthersData,
    PracticeData,
    ResultData,
    RhythmData,
    SiloData,
    SuggestionData,
    ValueCaseData,
    WriteUpData,
)
from generator.dashboard.naming import Naming
from generator.dashboard.scores import items_of
from generator.insights.portfolio.figures import Figures
from generator.insights.portfolio.groundwork import NotedValueCase
from generator.insights.portfolio.meetings import Rhythm
from generator.insights.portfolio.write_up import WriteUps
from generator.views.digest.subject import Facts


def others_of(names: Naming, facts: Facts) -> OthersData:
    found = facts.figures
    return OthersData(
        decisions=_decisions(names, facts),
        practices=_practices(names, facts),
        repeat_suggestions=_suggestions(names, found),
        silos=tuple(
            SiloData(names.of(silo.engagement.id), items_of(silo.items)) for silo in found.intelligence.silos
        ),
        intel_not_recorded=names.all(found.intelligence.not_recorded),
        follow_ups=_follow_ups(names, found),
        corners=tuple(CornersData(names.of(row.engagement.id), row.unanswered) for row in found.corners),
        need_depths=tuple(DepthData(depth, names.all(ids)) for depth, ids in found.need_depths),
        unsupported_claims=names.all(claim.name for claim in found.claims),
        rhythm=_rhythm(found.rhythm),
        objections=tuple(ObjectionData(row.kind, names.rate(row.resolved)) for row in found.objections),
        loss_reasons_differ=names.rate(found.losses.differ),
        loss_reasons_from_buyer=names.rate(found.losses.from_buyer),
        results=tuple(
            ResultData(cell.outcome, cell.technical, names.all(cell.ids)) for cell in found.results
        ),
        write_ups=_write_ups(names, found.write_ups),
        avoidable_custom=tuple(
            CustomData(names.of(row.custom.name), names.all(later.name for later in row.built_in))
            for row in found.avoidable_custom
        ),
        value_cases=tuple(_value_case(names, row) for row in found.value_cases),
    )


def _decisions(names: Naming, facts: Facts) -> tuple[DecisionData, ...]:
    return tuple(
        DecisionData(row.basis, row.about, row.change, names.rate(row.evidence), row.customers)
        for row in facts.asked
    )


def _practices(names: Naming, facts: Facts) -> tuple[PracticeData, ...]:
    return tuple(
        PracticeData(names.of(row.lesson.name), len(row.helped), len(row.cited), row.verified)
        for row in facts.practices
    )


def _suggestions(names: Naming, found: Figures) -> tuple[SuggestionData, ...]:
    return tuple(
        SuggestionData(names.of(row.lesson.name), names.of(row.earlier.name))
        for row in found.repeats.suggestions
    )


def _follow_ups(names: Naming, found: Figures) -> tuple[FollowUpData, ...]:
    return tuple(
        FollowUpData(names.of(row.engagement.id), row.days_quiet, len(row.open_steps))
        for row in found.follow_ups
    )


def _rhythm(found: Rhythm) -> RhythmData:
    return RhythmData(
        meetings=len(found.meetings),
        flagged=len(found.flagged),
        core_share=found.core_share,
        opening_overrun=found.opening_overrun,
    )


def _write_ups(names: Naming, found: WriteUps) -> WriteUpData:
    return WriteUpData(found.median, names.rate(found.fresh), names.rate(found.late))


def _value_case(names: Naming, row: NotedValueCase) -> ValueCaseData:
    case = row.case
    return ValueCaseData(
        id=names.of(row.engagement.id),
        annual_benefit=case.annual_benefit,
        payback_months=case.payback_months,
        own_share=case.own_share,
        confirmed_by_customer=case.confirmed_by_customer,
    )
