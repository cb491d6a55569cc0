"""Section 9: what each named competitor did before, and what worked against it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights.preparation.rivals import Encounter, RivalHistory, rival_history
from generator.notes.model import Competitor, Engagement, Objection
from generator.views.brief.subject import BriefSubject, Point

MOST_RIVALS = 2
MOST_MOVES = 1
MOST_ANSWERS = 1


def build_rivals(subject: BriefSubject, engagements: tuple[Engagement, ...]) -> tuple[Point, ...]:
    """Engagements newest first; empty where no competitor is known. The first one named is told in full."""
    named = subject.prospect.competitors[:MOST_RIVALS]
    histories = (rival_history(name, engagements, subject.prepared) for name in named)
    return tuple(_point(subject, found, in_full=place == 0) for place, found in enumerate(histories))


def _point(subject: BriefSubject, found: RivalHistory, *, in_full: bool) -> Point:
    """How often we met and what it does now; in full also what it did before and what worked against it."""
    w, met = subject.wording, len(found.encounters)
    record = w("brief.rivals.record", n=met, won=len(found.won), lost=len(found.lost))
    now = _move(subject, found.now) if found.now is not None else ""
    clauses = (
        record if met else w("brief.rivals.never_met"),
        w.labelled(w("brief.rivals.now"), now) if now else "",
        *(_past(subject, found) if in_full else ()),
    )
    return Point(head=found.name, text=w.clauses(clauses))


def _past(subject: BriefSubject, found: RivalHistory) -> Iterator[str]:
    """What it does this time says more than the past, but for the deals that it won."""
    w, lost = subject.wording, {each.id for each in found.lost}
    told = (row for row in found.encounters if row.rival is not None and _move(subject, row.rival))
    moves = [row for row in told if found.now is None or row.engagement.id in lost]
    for row in moves[:MOST_MOVES]:
        yield w.labelled(w("brief.rivals.before"), _encounter(subject, row))
    for answer in found.answers[:MOST_ANSWERS]:
        yield w.labelled(w("brief.rivals.worked"), _answer(subject, *answer))
    if found.encounters and not found.won:
        yield w("brief.rivals.nothing_worked")


def _encounter(subject: BriefSubject, row: Encounter) -> str:
    w, outcome = subject.wording, row.engagement.outcome
    move = _move(subject, row.rival) if row.rival is not None else ""
    place = w.aside((subject.place(row.engagement), w.within(outcome.status)))
    return w.bracketed(move, place)


def _move(subject: BriefSubject, rival: Competitor) -> str:
    return subject.wording.aside((rival.move or "", rival.note or ""))


def _answer(subject: BriefSubject, engagement: Engagement, objection: Objection) -> str:
    w = subject.wording
    answer = w.aside((objection.fact or "", objection.proposal or ""))
    return w.bracketed(
        w("brief.rivals.answer", objection=objection.text, answer=answer), subject.place(engagement)
    )
