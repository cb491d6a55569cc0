"""Section 1: at most three changes to say yes or no to, each with the figure that speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.proposals import Basis, Proposal
from generator.insights.portfolio.small_numbers import Rate
from generator.notes.codes import Channel
from generator.views.digest.rates import amounts_text, bare_rate, rate_text
from generator.views.digest.subject import DigestSubject


@dataclass(frozen=True, slots=True)
class Decision:
    """change: the template or checklist, price list or product; evidence: `k of N engagements` and what it rests on."""

    number: int
    change: str
    proposal: str
    evidence: str
    owner: str


def build_decisions(subject: DigestSubject) -> tuple[Decision, ...]:
    return tuple(
        _decision(subject, number, found) for number, found in enumerate(subject.facts.asked, start=1)
    )


def headings(subject: DigestSubject) -> str:
    """What is asked, in a word each."""
    w = subject.wording
    return w.join(_about(subject, found) for found in subject.facts.asked)


def _decision(subject: DigestSubject, number: int, found: Proposal) -> Decision:
    w = subject.wording
    return Decision(
        number=number,
        change=w(f"digest.change.{found.change}"),
        proposal=_proposal(subject, found),
        evidence=w.clauses((_counted(subject, found), _detail(subject, found))),
        owner=_owner(subject, found),
    )


def _about(subject: DigestSubject, found: Proposal) -> str:
    w = subject.wording
    match found.basis:
        case Basis.CHANNEL:
            return w(
                "digest.about.channel",
                channel=w.within(next(code for code in Channel if code == found.about)),
            )
        case Basis.INTEL:
            return w.intel(found.about)
        case Basis.EXTRA_COST:
            return w("digest.about.extra_cost")
        case Basis.GAP:
            return w("digest.about.gap", gap=found.about)
        case Basis.REPEAT | Basis.THEME:
            return w.theme(found.about)


def _proposal(subject: DigestSubject, found: Proposal) -> str:
    """What to say yes to; actions are quoted as their note has them, and not to partners."""
    w = subject.wording
    action = found.lesson.lesson.action if found.lesson else None
    what = action.what if action is not None and not subject.facts.is_for_partners else None
    key = f"digest.proposal.{found.basis}"
    if found.basis in {Basis.REPEAT, Basis.THEME} and what is None:
        key += "_open"
    return w(key, about=_about(subject, found), what=what or "")


def _counted(subject: DigestSubject, found: Proposal) -> str:
    w = subject.wording
    unit = "digest.exposures" if found.basis is Basis.REPEAT else "digest.engagements"
    return w(unit, rate=rate_text(subject, found.evidence), n=found.customers)


def _detail(subject: DigestSubject, found: Proposal) -> str:
    w = subject.wording
    if found.basis is Basis.CHANNEL:
        rate = _of_channel(subject, found.about)
        return "" if rate is None else w("digest.detail.channel", rate=bare_rate(w, rate))
    if found.basis is Basis.EXTRA_COST and found.amounts:
        shown = subject.figures.over_promises.extra_costs
        return w("digest.detail.extra_cost", amounts=amounts_text(w, shown)) if shown else ""
    if found.gap is not None:
        gap = found.gap
        lost = w("digest.detail.lost", amount=w.money(gap.lost, gap.currency)) if gap.lost else ""
        risk = w("digest.detail.at_risk", amount=w.money(gap.at_risk, gap.currency)) if gap.at_risk else ""
        return w.clauses((lost, risk))
    return ""


def _of_channel(subject: DigestSubject, channel: str) -> Rate | None:
    return next((rate for found, rate in subject.figures.over_promises.by_channel if found == channel), None)


def _owner(subject: DigestSubject, found: Proposal) -> str:
    """Who owns the action that waits, else whose matter it is."""
    action = found.lesson.lesson.action if found.lesson else None
    if action is not None and action.owner is not None and not subject.facts.is_for_partners:
        return action.owner
    return subject.wording(f"digest.owner.{found.basis}")
