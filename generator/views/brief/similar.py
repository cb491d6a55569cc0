"""Section 6: what went wrong in engagements like this one, so that it is raised early."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.insights.portfolio.small_numbers import Ladder, Rate
from generator.insights.preparation.experience import RiskKind, high_risks, needed_before, risk_kinds
from generator.insights.preparation.history import PastRequirement
from generator.views.brief.subject import BriefSubject, Point
from generator.views.requirements import requirement_chip
from generator.views.wording import Chip

MOST_OWN = 2
MOST_KINDS = 2
MOST_NEEDED = 2


@dataclass(frozen=True, slots=True)
class SimilarSection:
    """basis: how many engagements are alike, and in what; empty where there are none."""

    basis: str
    points: tuple[Point, ...]


def build_similar(subject: BriefSubject) -> SimilarSection:
    w, similar = subject.wording, subject.around.similar
    engagements = tuple(row.engagement for row in similar)
    elsewhere = tuple(row.engagement for row in similar if not row.is_own)
    by_industry = sum(row.same_industry for row in similar)
    by_product = sum(bool(row.products) for row in similar)
    return SimilarSection(
        basis=w("brief.similar.basis", n=len(similar), industry=by_industry, product=by_product)
        if similar
        else "",
        points=(
            *_own(subject),
            *(_kind(subject, kind) for kind in risk_kinds(engagements)[:MOST_KINDS]),
            *(_needed(subject, row) for row in needed_before(elsewhere, subject.day)[:MOST_NEEDED]),
        ),
    )


def _own(subject: BriefSubject) -> Iterator[Point]:
    if subject.prepared is None:
        return
    w = subject.wording
    for state in high_risks(subject.prepared)[:MOST_OWN]:
        action = state.risk.action
        done = w.labelled(w("brief.similar.action"), action.what) if action and action.what else ""
        due = w("common.by_day", day=action.due) if action and action.due else ""
        yield Point(
            head=f"{w('brief.this_deal')} {state.id}",
            state=Chip(state.current_colour, w(f"risks.level.{state.current_colour}")),
            text=w.clauses((state.risk.event, w.bracketed(done, due))),
        )


def _kind(subject: BriefSubject, kind: RiskKind) -> Point:
    w, worst = subject.wording, kind.worst
    risk = worst.state.risk
    happened = w("risks.happened", day=risk.happened_on) if risk.happened_on else ""
    action = risk.action.what if risk.action is not None and risk.action.what else ""
    example = w.bracketed(risk.event, w.aside((happened, subject.place(worst.engagement, worst.state.id))))
    return Point(
        head=w.bracketed(w.code(kind.category), _met(subject, kind.met)),
        text=w.clauses((example, w.labelled(w("brief.similar.action"), action) if action else "")),
    )


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
        state=requirement_chip(subject.of(row.engagement), row.state),
        text=w.bracketed(needed.item, w.aside((who, subject.place(row.engagement, row.state.id)))),
    )
