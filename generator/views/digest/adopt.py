"""Section 2: lessons to keep that were seen to work, with the conditions in which they apply."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.adopting import WorkingPractice
from generator.views.digest.listing import Listing, listing
from generator.views.digest.subject import DigestSubject

MOST_PRACTICES = 3


@dataclass(frozen=True, slots=True)
class Practice:
    text: str
    when: str
    evidence: str


def build_adopt(subject: DigestSubject) -> Listing[Practice]:
    return listing(
        subject.wording, subject.facts.practices, MOST_PRACTICES, lambda found: _practice(subject, found)
    )


def _practice(subject: DigestSubject, found: WorkingPractice) -> Practice:
    w = subject.wording
    helped = w("digest.adopt.helped", k=len(found.helped), n=len(found.cited)) if found.cited else ""
    verified = w("digest.adopt.verified") if found.verified else ""
    source = (
        "" if subject.facts.is_for_partners else subject.cases.of(found.lesson.engagement, found.lesson.id)
    )
    return Practice(
        text=found.lesson.lesson.text,
        when=found.lesson.lesson.when or "",
        evidence=w.clauses((w.aside((verified, helped)), source)),
    )
