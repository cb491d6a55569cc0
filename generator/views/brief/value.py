"""Section 8: which case to open with, and what is missing for the sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.insights.preparation.proof import (
    Case,
    ValueInputs,
    cases_of_industry,
    cases_of_products,
    value_inputs,
)
from generator.notes.model import Benefit
from generator.views.brief.subject import BriefSubject, Point

MOST_CASES = 2
MOST_INPUTS = 3


@dataclass(frozen=True, slots=True)
class ValueSection:
    """cases: of the industry, else of other industries with the product, which no_own_case then says."""

    cases: tuple[Point, ...]
    no_own_case: bool
    inputs: tuple[Point, ...]


def build_value(subject: BriefSubject) -> ValueSection:
    own = cases_of_industry(subject.around)
    cases = own or cases_of_products(subject.around)
    return ValueSection(
        cases=tuple(_case(subject, case) for case in cases[:MOST_CASES]),
        no_own_case=not own,
        inputs=tuple(_inputs(subject, value_inputs(subject.around))),
    )


def _case(subject: BriefSubject, case: Case) -> Point:
    w, fit = subject.wording, case.fit
    said = fit.value or fit.scenario or ""
    here = subject.prepared is not None and case.engagement.id == subject.prepared.id
    return Point(
        head=w.bracketed(w.code(case.evidence.kind), case.evidence.ref or ""),
        text=w.bracketed(
            w.labelled(fit.capability, said) if said else fit.capability,
            "" if here else subject.place(case.engagement),
        ),
    )


def _inputs(subject: BriefSubject, found: ValueInputs) -> Iterator[Point]:
    w = subject.wording
    if found.missing:
        listed = w.join(_benefit(subject, benefit) for benefit in found.missing[:MOST_INPUTS])
        yield Point(w("brief.value.missing"), listed)
    if found.estimated:
        listed = w.join(_benefit(subject, benefit) for benefit in found.estimated[:MOST_INPUTS])
        yield Point(w("brief.value.estimated"), listed)
    if found.usual:
        listed = w.join(_benefit(subject, benefit) for benefit in found.usual[:MOST_INPUTS])
        yield Point(w("brief.value.usual"), listed)


def _benefit(subject: BriefSubject, benefit: Benefit) -> str:
    return subject.wording.bracketed(benefit.item or subject.wording("common.not_said"), benefit.unit or "")
