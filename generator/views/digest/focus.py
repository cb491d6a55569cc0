"""Open deals to talk about: both scores, what is unknown, what is late. The conversation is the value."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.focus import FocusDeal
from generator.insights.win_scores import SideScores
from generator.notes.codes import DecisionRole
from generator.states import Light
from generator.views.digest.listing import Listing, listing
from generator.views.digest.subject import DigestSubject
from generator.views.wording import Chip

MOST_DEALS = 10
_DECIDES = frozenset({DecisionRole.ECONOMIC_BUYER, DecisionRole.TECHNICAL_BUYER})


@dataclass(frozen=True, slots=True)
class DealLine:
    """presales and sales: the last chance of each side with its basis, side by side; apart: points between them;
    unknown: required intelligence; late: ids of promises and prerequisites, next steps."""

    deal: str
    presales: str
    sales: str
    apart: Chip
    unknown: str
    late: str


@dataclass(frozen=True, slots=True)
class Focus:
    """remarks: who decides and was met by nobody. Open deals that give no reason to talk are in the coverage of
    scores alone."""

    deals: Listing[DealLine]
    remarks: tuple[tuple[str, str], ...]


def build_focus(subject: DigestSubject) -> Focus:
    w, found = subject.wording, subject.figures.focus
    reasons = tuple(deal for deal in found if deal.has_reason)
    return Focus(
        deals=listing(w, reasons, MOST_DEALS, lambda deal: _deal(subject, deal)),
        remarks=((w("digest.focus.unmet"), w.clauses(_unmet(subject, deal) for deal in found[:MOST_DEALS])),),
    )


def _deal(subject: DigestSubject, deal: FocusDeal) -> DealLine:
    w = subject.wording
    late = (
        *(promise.state.id for promise in deal.late_promises),
        *(item.state.id for item in deal.red_requirements),
        w("digest.focus.steps", n=len(deal.late_steps)) if deal.late_steps else "",
    )
    unknown = (
        w("digest.focus.no_intel") if deal.unknown is None else w.join(w.intel(name) for name in deal.unknown)
    )
    return DealLine(
        deal=subject.cases.of(deal.engagement),
        presales=_reasoned(subject, deal.scores.presales),
        sales=_reasoned(subject, deal.scores.sales),
        apart=_apart(subject, deal),
        unknown=unknown,
        late=w.join(late),
    )


def _apart(subject: DigestSubject, deal: FocusDeal) -> Chip:
    scores = deal.scores
    if scores.divergence is None:
        return Chip(Light.GREY, subject.wording("digest.focus.one_side"))
    return Chip(Light.ORANGE if scores.diverges else Light.GREY, str(scores.divergence))


def _reasoned(subject: DigestSubject, side: SideScores) -> str:
    """`45%: QA was not met`; empty where the side did not score."""
    if side.last is None:
        return ""
    return subject.wording.labelled(f"{side.last.p}%", side.last.basis or subject.wording("common.not_said"))


def _unmet(subject: DigestSubject, deal: FocusDeal) -> str:
    w = subject.wording
    people = (
        w.bracketed(person.role, person.name if subject.show_names and person.name else "")
        for person in deal.engagement.stakeholders
        if person.met is False and person.decision_role in _DECIDES
    )
    named = w.join(people)
    return w.labelled(subject.cases.of(deal.engagement), named) if named else ""
