"""How the minutes of a meeting are split: opening, core and close as 5 to 20 to 5."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.rhythm import meeting_rhythms
from generator.notes.model import Engagement, Split

PARTS: Split = (5, 20, 5)


@dataclass(frozen=True, slots=True)
class Overrun:
    """A meeting whose opening took longer than planned, in minutes."""

    on: date
    minutes: int


def split_minutes(minutes: int) -> Split:
    """Whole minutes that add up: the largest remainders get what is left, the close before the opening.

    The close is what a meeting that runs late loses first.
    """
    total = sum(PARTS)
    shares = [minutes * part // total for part in PARTS]
    by_remainder = sorted(range(3), key=lambda place: (-(minutes * PARTS[place] % total), -place))
    for place in by_remainder[: minutes - sum(shares)]:
        shares[place] += 1
    return shares[0], shares[1], shares[2]


def last_overrun(own: Iterable[Engagement]) -> Overrun | None:
    """Of the customer's meetings with a planned and an actual opening, the last one; None where it kept the plan."""
    timed = (
        Overrun(rhythm.meeting.on, rhythm.opening_overrun)
        for engagement in own
        for rhythm in meeting_rhythms(engagement)
        if rhythm.opening_overrun is not None
    )
    last = max(timed, key=lambda overrun: (overrun.on, overrun.minutes), default=None)
    return last if last is not None and last.minutes > 0 else None
