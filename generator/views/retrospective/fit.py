"""Section 3: how far the offer fits, what claims rest on, and the sum behind the value."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.claims import ClaimState, Support, claim_states, level_summaries
from generator.insights.item_ids import item_ids
from generator.insights.value_case import BenefitSum, ValueCase, value_case
from generator.notes.codes import FitLevel
from generator.notes.codes import Severity as GapSeverity
from generator.notes.model import Benefit
from generator.states import Light
from generator.views.subject import Subject
from generator.views.wording import TENTH, Chip, number

_LEVELS = {
    FitLevel.STANDARD: Light.GREEN,
    FitLevel.CONFIG: Light.GREEN,
    FitLevel.PARTNER: Light.AMBER,
    FitLevel.ROADMAP: Light.AMBER,
    FitLevel.CUSTOM: Light.ORANGE,
    FitLevel.GAP: Light.ORANGE,
}
_SUPPORT = {Support.VERIFIED: Light.GREEN, Support.UNVERIFIED: Light.AMBER, Support.NONE: Light.RED}


@dataclass(frozen=True, slots=True)
class FitRow:
    """gap: severity, gap id and workaround in one text."""

    id: str
    need: str
    capability: str
    level: Chip
    gap: str


@dataclass(frozen=True, slots=True)
class TriadRow:
    """evidence is None where no value is claimed."""

    id: str
    technology: str
    scenario: str
    value: str
    evidence: Chip | None


@dataclass(frozen=True, slots=True)
class BenefitRow:
    item: str
    quantity: str
    unit_value: str
    amount: str
    source: str


@dataclass(frozen=True, slots=True)
class ValueView:
    """results: sentences with the computed sums; confirmed: whether the customer confirmed them."""

    benefits: tuple[BenefitRow, ...]
    results: tuple[str, ...]
    confirmed: Chip


@dataclass(frozen=True, slots=True)
class OptionRow:
    id: str
    name: str
    cost: str
    weeks: str
    note: str


@dataclass(frozen=True, slots=True)
class FitSection:
    """summary: how many items on which level; unsupported: ids of claims to prove or to stop making."""

    summary: str
    rows: tuple[FitRow, ...]
    triads: tuple[TriadRow, ...]
    unsupported: str
    delivery: str
    value: ValueView | None
    options: tuple[OptionRow, ...]


def build_fit(subject: Subject) -> FitSection:
    states, w = claim_states(subject.engagement), subject.wording
    levels = (
        w("fit.level_count", level=w.code(summary.level), n=len(summary.ids))
        for summary in level_summaries(subject.engagement)
    )
    case = value_case(subject.engagement)
    return FitSection(
        summary=w.join(levels),
        rows=tuple(_row(subject, state) for state in states),
        triads=tuple(_triad(subject, state) for state in states if _has_triad(state)),
        unsupported=w.join(state.id for state in states if state.unsupported),
        delivery=_delivery(subject),
        value=_value(subject, case) if case else None,
        options=_options(subject),
    )


def _row(subject: Subject, state: ClaimState) -> FitRow:
    w, fit = subject.wording, state.fit
    light = Light.RED if fit.severity is GapSeverity.BLOCKER else _LEVELS[fit.level]
    parts = (
        w.code(fit.severity),
        fit.gap or "",
        w.labelled(w("fit.workaround"), fit.workaround) if fit.workaround else "",
    )
    return FitRow(
        id=state.id,
        need=fit.need or "",
        capability=fit.capability,
        level=Chip(light, w.code(fit.level)),
        gap=w.clauses(parts),
    )


def _has_triad(state: ClaimState) -> bool:
    return any((state.fit.technology, state.fit.scenario, state.fit.value))


def _triad(subject: Subject, state: ClaimState) -> TriadRow:
    w, fit = subject.wording, state.fit

    def part(name: str, text: str | None) -> str:
        return text or (w("fit.part_missing") if name in state.missing else "")

    return TriadRow(
        id=state.id,
        technology=fit.technology or "",
        scenario=part("scenario", fit.scenario),
        value=part("value", fit.value),
        evidence=_evidence(subject, state),
    )


def _evidence(subject: Subject, state: ClaimState) -> Chip | None:
    if state.support is None:
        return None
    w, evidence = subject.wording, state.fit.evidence
    word = w(f"fit.support.{state.support}")
    if evidence is None or state.support is Support.NONE:
        return Chip(_SUPPORT[state.support], word)
    kind = w.within(evidence.kind) if evidence.kind else ""
    source = w.clauses((kind, evidence.ref or ""))
    return Chip(_SUPPORT[state.support], w.bracketed(word, source))


def _delivery(subject: Subject) -> str:
    deal, w = subject.engagement.deal, subject.wording
    if deal is None or deal.delivery_model is None:
        return ""
    return w.bracketed(w.within(deal.delivery_model), deal.custom_reason or "")


def _value(subject: Subject, case: ValueCase) -> ValueView:
    w = subject.wording
    lights = {True: Light.GREEN, False: Light.RED, None: Light.GREY}
    words = {True: "fit.confirmed", False: "fit.not_confirmed", None: "fit.confirmation_not_said"}
    confirmed = case.confirmed_by_customer
    return ValueView(
        benefits=tuple(_benefit(subject, row) for row in case.benefits),
        results=_results(subject, case),
        confirmed=Chip(lights[confirmed], w(words[confirmed])),
    )


def _benefit(subject: Subject, row: BenefitSum) -> BenefitRow:
    w, benefit = subject.wording, row.benefit
    quantity = number(benefit.quantity) if benefit.quantity is not None else ""
    return BenefitRow(
        item=benefit.item or "",
        quantity=f"{quantity} {benefit.unit or ''}".strip(),
        unit_value=subject.money(benefit.unit_value),
        amount=subject.money(row.amount) or w("fit.incomplete"),
        source=_source(subject, benefit),
    )


def _source(subject: Subject, benefit: Benefit) -> str:
    """Our own estimates are marked, unless the source says so itself."""
    w, source = subject.wording, benefit.source or ""
    mark = w("fit.own_estimate") if benefit.own_estimate else ""
    return source if not mark or mark in source else w.clauses((source, mark))


def _results(subject: Subject, case: ValueCase) -> tuple[str, ...]:
    w = subject.wording
    results = []
    if case.annual_benefit is not None:
        results.append(w("fit.annual", amount=subject.money(case.annual_benefit)))
    if case.investment is not None:
        results.append(w("fit.investment", amount=subject.money(case.investment)))
    if case.payback_months is not None:
        results.append(w("fit.payback", months=number(case.payback_months, TENTH)))
    if case.own_share:
        share, own = w.share(case.own_share), subject.money(case.own_estimate)
        results.append(w("fit.own_share", share=share, amount=own))
    return tuple(results)


def _options(subject: Subject) -> tuple[OptionRow, ...]:
    names = item_ids(subject.engagement).options
    return tuple(
        OptionRow(
            id=name,
            name=option.name,
            cost=subject.money(option.cost),
            weeks=number(option.weeks) if option.weeks is not None else "",
            note=option.note or "",
        )
        for name, option in zip(names, subject.engagement.options, strict=True)
    )
