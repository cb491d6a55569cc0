"""Section 5: what was known before the first quote, what is known now, and what stayed with sales."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.intel import IntelRow as Insight
from generator.insights.intel import intel_coverage
from generator.notes.model import IntelKnowledge
from generator.states import Light
from generator.views.intel import intel_value
from generator.views.retrospective.needs import KNOWLEDGE_LIGHTS
from generator.views.subject import Subject
from generator.views.wording import Chip


@dataclass(frozen=True, slots=True)
class IntelRow:
    name: str
    value: str
    before: Chip
    now: Chip
    source: str


@dataclass(frozen=True, slots=True)
class RivalRow:
    name: str
    move: str
    note: str


@dataclass(frozen=True, slots=True)
class IntelSection:
    """summary: known before and now, k of n required items; unknown and silo: names of items."""

    rows: tuple[IntelRow, ...]
    rivals: tuple[RivalRow, ...]
    summary: str
    unknown: str
    silo: str


def build_intel(subject: Subject) -> IntelSection | None:
    """None without the `intel` block."""
    coverage = intel_coverage(subject.engagement, subject.required_intel)
    intel, w = subject.engagement.intel, subject.wording
    if coverage is None or intel is None:
        return None
    rivals = intel.competitors.rivals if intel.competitors else ()
    n = len(coverage.required)
    return IntelSection(
        rows=tuple(_row(subject, row) for row in coverage.rows),
        rivals=tuple(RivalRow(rival.name or "", rival.move or "", rival.note or "") for rival in rivals),
        summary=w("intel.summary", before=len(coverage.known_before), now=len(coverage.known_now), n=n),
        unknown=_names(subject, coverage.unknown_now),
        silo=_names(subject, coverage.silo),
    )


def _names(subject: Subject, names: tuple[str, ...]) -> str:
    return subject.wording.join(subject.wording.intel(name) for name in names)


def _row(subject: Subject, row: Insight) -> IntelRow:
    w, item = subject.wording, row.item
    driver = w.labelled(w("intel.driver"), item.driver) if item and item.driver else ""
    return IntelRow(
        name=w.intel(row.name).capitalize(),
        value=intel_value(subject, item),
        before=_before(subject, item),
        now=_now(subject, item),
        source=w.clauses((item.source or "" if item else "", driver)),
    )


def _before(subject: Subject, item: IntelKnowledge | None) -> Chip:
    w = subject.wording
    if item is None or item.known_before is None:
        return Chip(Light.GREY, w("common.not_said"))
    if item.known_before:
        return Chip(Light.GREEN, w("intel.known"))
    return Chip(Light.AMBER, w("intel.not_known"))


def _now(subject: Subject, item: IntelKnowledge | None) -> Chip:
    """An item that nobody thought of is unknown too, and worse: it is not even a question."""
    w = subject.wording
    if item is None:
        return Chip(Light.RED, w("intel.nobody_thought"))
    if item.status is None:
        return Chip(Light.GREY, w("common.not_said"))
    return Chip(KNOWLEDGE_LIGHTS[item.status], w.code(item.status))
