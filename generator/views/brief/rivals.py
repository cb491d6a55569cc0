"""Section 9: what each named competitor did before, and what worked against it."""

from __future__ import annotations

from generator.insights.preparation.rivals import Encounter, RivalHistory, rival_history
from generator.notes.model import Competitor, Engagement, Objection
from generator.views.brief.subject import BriefSubject, Point

MOST_RIVALS = 2
MOST_MOVES = 1
MOST_ANSWERS = 1


def build_rivals(subject: BriefSubject, engagements: tuple[Engagement, ...]) -> tuple[Point, ...]:
    """Engagements newest first; empty where no competitor is known."""
    named = subject.prospect.competitors[:MOST_RIVALS]
    histories = (rival_history(name, engagements, subject.prepared) for name in named)
    return tuple(_point(subject, found) for found in histories)


def _point(subject: BriefSubject, found: RivalHistory) -> Point:
    """How often we met, what it does now and did before, and what worked against it."""
    w = subject.wording
    met, won, lost = len(found.encounters), len(found.won), len(found.lost)
    moves = [row for row in found.encounters if row.rival is not None and _move(subject, row.rival)]
    worked = w.clauses(_answer(subject, *answer) for answer in found.answers[:MOST_ANSWERS])
    nothing = w("brief.rivals.nothing_worked") if met and not won else ""
    return Point(
        head=found.name,
        text=w.clauses(
            (
                w("brief.rivals.record", n=met, won=won, lost=lost) if met else w("brief.rivals.never_met"),
                w.labelled(w("brief.rivals.now"), _move(subject, found.now)) if found.now is not None else "",
                *(
                    w.labelled(w("brief.rivals.before"), _encounter(subject, row))
                    for row in moves[:MOST_MOVES]
                ),
                w.labelled(w("brief.rivals.worked"), worked) if worked else nothing,
            )
        ),
    )


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
