"""How meetings of the team were spent (INSIGHTS.md, section 9, "Rhythm")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from generator.insights.portfolio.windows import Window
from generator.insights.rhythm import MeetingRhythm, meeting_rhythms
from generator.notes.model import Engagement

MEDIAN_FROM = 8


@dataclass(frozen=True, slots=True)
class NotedMeeting:
    engagement: Engagement
    rhythm: MeetingRhythm


@dataclass(frozen=True, slots=True)
class Rhythm:
    """meetings of the window, newest first. The medians are over the meetings that record what they need.

    A median is None below eight of these; measured and compared count them.
    """

    meetings: tuple[NotedMeeting, ...]
    measured: int
    core_share: Decimal | None
    compared: int
    opening_overrun: float | None

    @property
    def flagged(self) -> tuple[NotedMeeting, ...]:
        return tuple(meeting for meeting in self.meetings if meeting.rhythm.flags)


def rhythm(engagements: Iterable[Engagement], window: Window) -> Rhythm:
    noted = [
        (-found.meeting.on.toordinal(), engagement.id, place, NotedMeeting(engagement, found))
        for engagement in engagements
        if any(window.holds(meeting.on) for meeting in engagement.meetings)
        for place, found in enumerate(meeting_rhythms(engagement))
        if window.holds(found.meeting.on)
    ]
    meetings = tuple(row[-1] for row in sorted(noted, key=lambda row: row[:-1]))
    shares = sorted(row.rhythm.core_share for row in meetings if row.rhythm.core_share is not None)
    overruns = [row.rhythm.opening_overrun for row in meetings if row.rhythm.opening_overrun is not None]
    return Rhythm(
        meetings=meetings,
        measured=len(shares),
        core_share=median(shares) if len(shares) >= MEDIAN_FROM else None,
        compared=len(overruns),
        opening_overrun=median(overruns) if len(overruns) >= MEDIAN_FROM else None,
    )
