"""Section 11: what became of lessons that were put in front of people."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.lessons import NotedLesson
from generator.views.digest.listing import listing
from generator.views.digest.rates import bare_rate
from generator.views.digest.subject import DigestSubject

MOST_TO_RETIRE = 5


@dataclass(frozen=True, slots=True)
class ReuseSection:
    """found: lessons shown, cited and of help, and how many engagements cited and were helped, in one paragraph."""

    found: str
    retire: str


def build_reuse(subject: DigestSubject) -> ReuseSection:
    w, found = subject.wording, subject.figures.reuse
    counts = {step: len(found.step(step)) for step in ("shown", "cited", "helped", "repeated")}
    unnoted = len(found.unnoted)
    retire = listing(w, found.to_retire or (), MOST_TO_RETIRE, lambda row: _lesson(subject, row))
    parts = (
        w("digest.reuse.steps", **counts),
        w("digest.reuse.cited", rate=bare_rate(w, found.cited)) if found.cited.n else "",
        w("digest.reuse.helped", rate=bare_rate(w, found.helped)) if found.helped.n else "",
        w("digest.reuse.unnoted", n=unnoted) if unnoted else "",
        w("digest.reuse.no_briefs") if found.to_retire is None else "",
    )
    return ReuseSection(found=w.clauses(parts), retire=w.clauses((*retire.rows, retire.more)))


def _lesson(subject: DigestSubject, row: NotedLesson) -> str:
    w = subject.wording
    return w.bracketed(row.lesson.text, subject.cases.of(row.engagement, row.id))
