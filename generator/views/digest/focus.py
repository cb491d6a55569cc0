"""Open deals to talk about: both scores, what is unknown, what is late. The conversation is the value."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.focus import FocusDeal, diverging_deals
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
    """scores: both last chances; unknown: required intelligence; late: ids of promises and prerequisites, steps."""

    deal: str
    scores: Chip
    unknown: str
    late: str


@dataclass(frozen=True, slots=True)
class BasisLine:
    """Why each side gave the chance that it gave, side by side."""

    deal: str
    presales: str
    sales: str


@dataclass(frozen=True, slots=True)
class Focus:
    """remarks: who decides and was met by nobody, and how many open deals give no reason to talk."""

    deals: Listing[DealLine]
    bases: Listing[BasisLine]
    remarks: tuple[tuple[str, str], ...]


def build_focus(subject: DigestSubject) -> Focus:
    w, found = subject.wording, subject.figures.focus
    reasons = tuple(deal for deal in found if deal.has_reason)
    quiet = len(found) - len(reasons)
    return Focus(
        deals=listing(w, reasons, MOST_DEALS, lambda deal: _deal(subject, deal)),
        bases=listing(w, diverging_deals(found), MOST_DEALS, lambda deal: _basis(subject, deal)),
        remarks=(
            (w("digest.focus.unmet"), w.clauses(_unmet(subject, deal) for deal in found[:MOST_DEALS])),
            (w("digest.focus.quiet"), str(quiet) if quiet else ""),
        ),
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
        scores=_scores(subject, deal),
        unknown=unknown,
        late=w.join(late),
    )


def _scores(subject: DigestSubject, deal: FocusDeal) -> Chip:
    w, scores = subject.wording, deal.scores
    text = w("digest.focus.scores", presales=_chance(scores.presales), sales=_chance(scores.sales))
    if scores.diverges:
        return Chip(Light.ORANGE, w.bracketed(text, w("digest.focus.apart", n=scores.divergence)))
    return Chip(Light.GREY, text)


def _chance(side: SideScores) -> str:
    return f"{side.last.p}%" if side.last else "—"


def _basis(subject: DigestSubject, deal: FocusDeal) -> BasisLine:
    return BasisLine(
        deal=subject.cases.of(deal.engagement),
        presales=_reasoned(subject, deal.scores.presales),
        sales=_reasoned(subject, deal.scores.sales),
    )


def _reasoned(subject: DigestSubject, side: SideScores) -> str:
    w = subject.wording
    basis = side.last.basis if side.last else None
    return w.labelled(_chance(side), basis or w("common.not_said"))


def _unmet(subject: DigestSubject, deal: FocusDeal) -> str:
    w = subject.wording
    people = (
        w.bracketed(person.role, person.name if subject.show_names and person.name else "")
        for person in deal.engagement.stakeholders
        if person.met is False and person.decision_role in _DECIDES
    )
    named = w.join(people)
    return w.labelled(subject.cases.of(deal.engagement), named) if named else ""
