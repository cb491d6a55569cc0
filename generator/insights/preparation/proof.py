"""Which cases can be opened with, and which inputs of a value case are still to be obtained."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.preparation.limits import MISSING
from generator.insights.preparation.surroundings import Surroundings
from generator.insights.same_name import folded
from generator.notes.codes import EvidenceKind
from generator.notes.model import Benefit, Engagement, Evidence, Fit

# What happened at a customer's comes before what happened in a laboratory or stands on paper.
_KINDS = (EvidenceKind.CUSTOMER_CASE, EvidenceKind.PILOT, EvidenceKind.BENCHMARK)


@dataclass(frozen=True, slots=True)
class Case:
    engagement: Engagement
    fit: Fit
    evidence: Evidence


def cases_of_industry(around: Surroundings) -> tuple[Case, ...]:
    """Checked evidence for what we do have, from the deal itself and from its industry; each source once."""
    similar = (row.engagement for row in around.similar if row.same_industry)
    return _cases((*_prepared(around), *similar))


def cases_of_products(around: Surroundings) -> tuple[Case, ...]:
    """The same from other industries, where a product is shared."""
    return _cases(row.engagement for row in around.similar if row.products and not row.same_industry)


def _prepared(around: Surroundings) -> tuple[Engagement, ...]:
    return (around.prepared,) if around.prepared is not None else ()


def _cases(engagements: Iterable[Engagement]) -> tuple[Case, ...]:
    found: dict[str, Case] = {}
    for engagement in engagements:
        for fit in engagement.fit:
            evidence = fit.evidence
            if evidence is not None and evidence.verified and evidence.kind in _KINDS and _is_ours(fit):
                source = folded(evidence.ref or f"{engagement.id} {fit.capability}")
                found.setdefault(source, Case(engagement, fit, evidence))
    return tuple(sorted(found.values(), key=_kind_first))


def _is_ours(fit: Fit) -> bool:
    return fit.level not in MISSING


def _kind_first(case: Case) -> int:
    """Sorting keeps the order of the engagements, newest first."""
    return _KINDS.index(case.evidence.kind) if case.evidence.kind in _KINDS else len(_KINDS)


@dataclass(frozen=True, slots=True)
class ValueInputs:
    """missing: benefits of the deal without quantity or unit value; estimated: those that only we have put a figure on.

    usual are benefits that engagements like it counted, for a deal without a value case of its own.
    """

    missing: tuple[Benefit, ...]
    estimated: tuple[Benefit, ...]
    usual: tuple[Benefit, ...]


def value_inputs(around: Surroundings) -> ValueInputs:
    roi = around.prepared.roi if around.prepared is not None else None
    benefits = roi.benefits if roi is not None else ()
    missing = tuple(each for each in benefits if each.quantity is None or each.unit_value is None)
    return ValueInputs(
        missing=missing,
        estimated=tuple(each for each in benefits if each.own_estimate and each not in missing),
        usual=() if benefits else _usual(row.engagement for row in around.similar),
    )


def _usual(engagements: Iterable[Engagement]) -> tuple[Benefit, ...]:
    """Each kind of benefit once, from the newest note that counts it."""
    found: dict[str, Benefit] = {}
    for engagement in engagements:
        for benefit in engagement.roi.benefits if engagement.roi is not None else ():
            if benefit.item is not None:
                found.setdefault(folded(benefit.item), benefit)
    return tuple(found.values())
