"""Section 6: what went wrong in engagements like this one, so that it is raised early."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.insights.portfolio.small_numbers import Ladder, Rate
from generator.insights.preparation.experience import RiskKind, high_risks, needed_before, risk_kinds
from generator.insights.preparation.history import PastRequirement
from generator.notes.model import RiskAction
from generator.states import Light
from generator.views.brief.subject import BriefSubject, Point
from generator.views.requirements import requirement_chip
from generator.views.wording import Chip

MOST_RISKS = 2
MOST_NEEDED = 1


@dataclass(frozen=True, slots=True)
class SimilarSection:
    """alike: how many engagements there are to compare with."""

    alike: int
    points: tuple[Point, ...]


def build_similar(subject: BriefSubject) -> SimilarSection:
    similar = subject.around.similar
    engagements = tuple(row.engagement for row in similar)
    elsewhere = tuple(row.engagement for row in similar if not row.is_own)
    risks = (*_own(subject), *(_kind(subject, kind) for kind in risk_kinds(engagements)))
    return SimilarSection(
        alike=len(similar),
        points=(
            *risks[:MOST_RISKS],
            *(_needed(subject, row) for row in needed_before(elsewhere, subject.day)[:MOST_NEEDED]),
        ),
    )


def _own(subject: BriefSubject) -> Iterator[Point]:
    """The worst open risk of the deal itself."""
    if subject.prepared is None:
        return
    w = subject.wording
    for state in high_risks(subject.prepared)[:1]:
        action = state.risk.action
        due = w("common.by_day", day=action.due) if action and action.due else ""
        yield Point(
            head=w("brief.similar.this_deal", id=state.id),
            state=Chip(state.current_colour, w(f"risks.level.{state.current_colour}")),
            text=w.bracketed(_answered(state.risk.event, action), due),
        )


def _kind(subject: BriefSubject, kind: RiskKind) -> Point:
    w, worst = subject.wording, kind.worst
    risk = worst.state.risk
    happened = w("risks.happened", day=risk.happened_on) if risk.happened_on else ""
    return Point(
        head=w.bracketed(w.code(kind.category), _met(subject, kind.met)),
        text=w.bracketed(
            _answered(risk.event, risk.action),
            w.aside((happened, subject.place(worst.engagement, worst.state.id))),
        ),
    )


def _answered(event: str, action: RiskAction | None) -> str:
    """The risk and what was done about it."""
    return f"{event} → {action.what}" if action is not None and action.what else event


def _met(subject: BriefSubject, met: Rate) -> str:
    """Few cases are counted without a rate; the interval says how little a count means."""
    w = subject.wording
    counted = w("brief.similar.met", k=met.k, n=met.n)
    if met.ladder is Ladder.LIST:
        return counted
    return w.aside((counted, f"{met.low * 100:.0f}–{met.high * 100:.0f}%"))


def _needed(subject: BriefSubject, row: PastRequirement) -> Point:
    w, needed = subject.wording, row.state.requirement
    who = w.bracketed(w.within(needed.party), needed.owner_role or "")
    return Point(
        head=w("brief.similar.needed"),
        state=_state(subject, row),
        text=w.bracketed(needed.item, w.aside((who, subject.place(row.engagement, row.state.id)))),
    )


def _state(subject: BriefSubject, row: PastRequirement) -> Chip:
    """In a deal that is over the status says how it went; nothing is late there any more."""
    live = subject.of(row.engagement)
    if live.is_live:
        return requirement_chip(live, row.state)
    return Chip(Light.GREY, subject.wording.code(row.state.requirement.status))
