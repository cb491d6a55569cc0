"""Section 6: red and amber prerequisites by the milestone that waits for them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.prerequisites import NotedRequirement, Slip
from generator.insights.requirements import RequirementReason
from generator.views.digest.listing import Listing, listing
from generator.views.digest.rates import rate_text
from generator.views.digest.subject import DigestSubject
from generator.views.wording import Chip

MOST_PREREQUISITES, MOST_SLIPS = 10, 5


@dataclass(frozen=True, slots=True)
class PrerequisiteLine:
    item: str
    needed_by: str
    milestone: str
    state: Chip


@dataclass(frozen=True, slots=True)
class PrerequisitesSection:
    """slips: which milestones move and by how many days at least; ready: how many are settled before signature."""

    rows: Listing[PrerequisiteLine]
    slips: str
    ready: str


def build_prerequisites(subject: DigestSubject) -> PrerequisitesSection:
    w, found = subject.wording, subject.figures.prerequisites
    ready = found.ready_before_signature
    return PrerequisitesSection(
        rows=listing(w, (*found.red, *found.amber), MOST_PREREQUISITES, lambda row: _line(subject, row)),
        slips=_slips(subject, found.slips),
        ready=rate_text(subject, ready) if ready.n else "",
    )


def _slips(subject: DigestSubject, slips: tuple[Slip, ...]) -> str:
    """Of each project the milestone that moves furthest: the others move with it."""
    w = subject.wording
    first: dict[str, Slip] = {}
    for slip in slips:
        first.setdefault(slip.engagement.id, slip)
    told = listing(w, tuple(first.values()), MOST_SLIPS, lambda slip: _slip(subject, slip))
    return w.clauses((*told.rows, told.more))


def _slip(subject: DigestSubject, slip: Slip) -> str:
    w = subject.wording
    return w.labelled(
        w.bracketed(subject.cases.of(slip.engagement), slip.state.milestone.name),
        w("milestones.at_least_late", n=slip.state.earliest_slip),
    )


def _line(subject: DigestSubject, row: NotedRequirement) -> PrerequisiteLine:
    w, needed = subject.wording, row.state.requirement
    milestone = row.milestone
    return PrerequisiteLine(
        item=w.labelled(
            subject.cases.of(row.engagement, row.state.id),
            w.bracketed(needed.item, w.aside((w.within(needed.party), needed.owner_role or ""))),
        ),
        needed_by=str(needed.needed_by) if needed.needed_by else "",
        milestone=w.bracketed(milestone.name, str(milestone.start)) if milestone else "",
        state=_state(subject, row),
    )


def _state(subject: DigestSubject, row: NotedRequirement) -> Chip:
    w, state = subject.wording, row.state
    if state.reason is RequirementReason.DUE_SOON:
        return Chip(state.light, w("requirements.reason.due_soon", n=state.days_left or 0))
    if state.reason is RequirementReason.LATE:
        return Chip(state.light, w.days_late(state.days_late))
    late = w.days_late(state.days_late) if state.days_late else ""
    return Chip(state.light, w.bracketed(w(f"requirements.reason.{state.reason}"), late))
