"""Section 5: what not to promise in the room."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights.preparation.history import history
from generator.insights.preparation.limits import (
    KnownGap,
    TooMuch,
    known_gaps,
    out_of_scope,
    too_much_promised,
)
from generator.views.brief.customer import MOST_TO_ANSWER
from generator.views.brief.subject import BriefSubject, Point
from generator.views.commitments import TO_DO, state_chip

MOST_GAPS = 3
MOST_TOO_MUCH = 1
MOST_OUT_OF_SCOPE = 1


def build_limits(subject: BriefSubject) -> tuple[Point, ...]:
    """Gaps with what to offer instead, promises that were too much, and what is outside the scope."""
    around, day, calendar = subject.around, subject.day, subject.calendar
    told = history(around.own, day, calendar).to_answer[:MOST_TO_ANSWER]
    answered = {(row.engagement.id, row.state.id) for row in told}
    too_much = tuple(
        row
        for row in too_much_promised(around, day, calendar)
        if (row.engagement.id, row.state.id) not in answered
    )[:MOST_TOO_MUCH]
    excluded = tuple(row for row in out_of_scope(around, day, calendar) if row not in too_much)
    return (
        *(_gap(subject, gap) for gap in known_gaps(around.of_products, around.prepared)[:MOST_GAPS]),
        *_too_much(subject, too_much),
        *(_out_of_scope(subject, row) for row in excluded[:MOST_OUT_OF_SCOPE]),
    )


def _gap(subject: BriefSubject, gap: KnownGap) -> Point:
    w, fit = subject.wording, gap.fit
    severity = w.within(gap.severity) if gap.severity else ""
    n, newest = len(gap.engagements), gap.engagements[0]
    here = subject.prepared is not None and newest.id == subject.prepared.id
    met = w("brief.limits.met_here" if here else "brief.limits.met", n=n, place=subject.place(newest))
    instead = (
        w("brief.limits.instead", what=gap.workaround) if gap.workaround else w("brief.limits.no_instead")
    )
    return Point(
        head=w.bracketed(w.code(fit.level), severity),
        text=w.clauses((w.bracketed(fit.capability, met), instead)),
    )


def _too_much(subject: BriefSubject, rows: tuple[TooMuch, ...]) -> Iterator[Point]:
    w = subject.wording
    for row in rows:
        promise = row.state.commitment
        reason = w.within(promise.reason) if promise.reason else ""
        unconfirmed = w("brief.limits.unconfirmed") if row.state.process_flag else ""
        cost = subject.of(row.engagement).money(promise.extra_cost)
        extra = w("brief.limits.extra_cost", amount=cost) if cost and not promise.in_quote else ""
        is_over = row.state.standing not in TO_DO
        ended = w.inside(state_chip(subject.of(row.engagement), row.state).word) if is_over else ""
        place = subject.place(row.engagement, row.state.id)
        yield Point(
            head=w("brief.limits.too_much"),
            text=w.bracketed(promise.said, w.aside((ended, reason, unconfirmed, extra, place))),
        )


def _out_of_scope(subject: BriefSubject, row: TooMuch) -> Point:
    w, promise = subject.wording, row.state.commitment
    return Point(
        head=w("brief.limits.out_of_scope"),
        text=w.bracketed(promise.said, subject.place(row.engagement, row.state.id)),
    )
