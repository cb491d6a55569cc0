"""Section 8: what was unknown before the first quote or demo, and what stayed with sales."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.intelligence import IntelGap, IntelligenceGaps
from generator.views.digest.rates import rate_text
from generator.views.digest.subject import DigestSubject


@dataclass(frozen=True, slots=True)
class IntelLine:
    """unknown: `k of n`, and of how many more the note does not say."""

    item: str
    unknown: str


@dataclass(frozen=True, slots=True)
class IntelSection:
    """remarks: what stayed with sales, and how many engagements record nothing."""

    rows: tuple[IntelLine, ...]
    remarks: tuple[str, ...]


def build_intel(subject: DigestSubject) -> IntelSection:
    found = subject.figures.intelligence
    return IntelSection(
        rows=tuple(_line(subject, gap) for gap in found.gaps if gap.unknown.n or gap.unknown.left_out),
        remarks=tuple(filter(None, (_silo(subject, found), _not_recorded(subject, found)))),
    )


def _silo(subject: DigestSubject, found: IntelligenceGaps) -> str:
    """Kept from partners with the engagements that it names."""
    names = tuple(silo.engagement.id for silo in found.silos)
    if not names:
        return ""
    counted = subject.wording("digest.silo", k=len(names), n=len(found.engagements))
    return subject.wording.labelled(counted, subject.cases.listed(names))


def _not_recorded(subject: DigestSubject, found: IntelligenceGaps) -> str:
    missing = len(found.not_recorded)
    return subject.wording("digest.intel_not_recorded", n=missing) if missing else ""


def _line(subject: DigestSubject, gap: IntelGap) -> IntelLine:
    w = subject.wording
    left_out = len(gap.unknown.left_out)
    return IntelLine(
        item=w.intel(gap.item),
        unknown=w.clauses(
            (rate_text(subject, gap.unknown), w("digest.not_said", n=left_out) if left_out else "")
        ),
    )
