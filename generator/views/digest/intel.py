"""Section 8: what was unknown before the first quote or demo, and what stayed with sales."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.intelligence import IntelGap, IntelligenceGaps
from generator.views.digest.rates import rate_text
from generator.views.digest.subject import DigestSubject


@dataclass(frozen=True, slots=True)
class IntelSection:
    """unknown: the items with how often, the most often unknown first; remarks: what stayed with sales, and how many engagements record nothing."""

    unknown: str
    remarks: tuple[str, ...]


def build_intel(subject: DigestSubject) -> IntelSection:
    found = subject.figures.intelligence
    return IntelSection(
        unknown=subject.wording.clauses(_item(subject, gap) for gap in found.gaps if gap.unknown.k),
        remarks=tuple(filter(None, (_silo(subject, found), _not_recorded(subject, found)))),
    )


def _silo(subject: DigestSubject, found: IntelligenceGaps) -> str:
    k = len(found.silos)
    return subject.wording("digest.silo", k=k, n=len(found.engagements)) if k else ""


def _not_recorded(subject: DigestSubject, found: IntelligenceGaps) -> str:
    missing = len(found.not_recorded)
    return subject.wording("digest.intel_not_recorded", n=missing) if missing else ""


def _item(subject: DigestSubject, gap: IntelGap) -> str:
    """`k of n`, and of how many more the note does not say."""
    w = subject.wording
    left_out = len(gap.unknown.left_out)
    rate = rate_text(subject, gap.unknown)
    not_said = w("digest.not_said", n=left_out) if left_out else ""
    return f"{w.intel(gap.item)} {w.aside((rate, not_said))}"
