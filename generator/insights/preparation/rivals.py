"""What a competitor did before, and what worked against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.prospect import competitors_of
from generator.insights.same_name import folded
from generator.notes.codes import ObjectionResult, OutcomeStatus
from generator.notes.model import Competitor, Engagement, Objection


@dataclass(frozen=True, slots=True)
class Encounter:
    """rival is what the note says of it, None where it names nothing but its name."""

    engagement: Engagement
    rival: Competitor | None


@dataclass(frozen=True, slots=True)
class RivalHistory:
    """now is what the prepared note says; encounters are all others, newest first.

    won are the deals we won although it was there, lost those that it won. answers resolved an objection in a deal
    that we won.
    """

    name: str
    now: Competitor | None
    encounters: tuple[Encounter, ...]
    won: tuple[Engagement, ...]
    lost: tuple[Engagement, ...]
    answers: tuple[tuple[Engagement, Objection], ...]


def rival_history(name: str, engagements: Iterable[Engagement], prepared: Engagement | None) -> RivalHistory:
    """engagements are as of the day, newest first, and may hold the prepared one."""
    here = prepared.id if prepared is not None else None
    met = tuple(each for each in engagements if each.id != here and _is_named(name, each))
    won = tuple(each for each in met if each.outcome.status is OutcomeStatus.WON)
    return RivalHistory(
        name=name,
        now=_rival(name, prepared) if prepared is not None else None,
        encounters=tuple(Encounter(each, _rival(name, each)) for each in met),
        won=won,
        lost=tuple(each for each in met if folded(each.outcome.winner or "") == folded(name)),
        answers=tuple(
            (each, objection)
            for each in won
            for objection in each.objections
            if objection.result is ObjectionResult.RESOLVED and (objection.fact or objection.proposal)
        ),
    )


def _is_named(name: str, engagement: Engagement) -> bool:
    return folded(name) in {folded(rival) for rival in competitors_of(engagement)}


def _rival(name: str, engagement: Engagement) -> Competitor | None:
    known = engagement.intel.competitors if engagement.intel is not None else None
    named = known.rivals if known is not None else ()
    return next((rival for rival in named if rival.name and folded(rival.name) == folded(name)), None)
