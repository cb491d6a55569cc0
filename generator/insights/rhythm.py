"""How each meeting was spent against the plan (INSIGHTS.md, section 9, "Rhythm")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.notes.model import Engagement, Meeting, Split

LEAST_CORE_SHARE = Decimal("0.5")
MOST_PAINS = 1
OPTIONS = 2


class RhythmFlag(StrEnum):
    SHORT_CORE = "short_core"
    MANY_PAINS = "many_pains"
    NOT_TWO_OPTIONS = "not_two_options"
    NO_ROI = "no_roi"


@dataclass(frozen=True, slots=True)
class MeetingRhythm:
    """core_share, from 0 to 1, is of the minutes really spent; opening_overrun is in minutes, below 0 when shorter.

    Both are None where the note does not hold what they need. flags are in the order of the enumeration; nothing
    unrecorded is flagged.
    """

    meeting: Meeting
    core_share: Decimal | None
    opening_overrun: int | None
    flags: tuple[RhythmFlag, ...]


def meeting_rhythms(engagement: Engagement) -> tuple[MeetingRhythm, ...]:
    """In the order of the note."""
    return tuple(_rhythm(meeting) for meeting in engagement.meetings)


def _rhythm(meeting: Meeting) -> MeetingRhythm:
    planned, actual = meeting.planned_split, meeting.actual_split
    core_share = _core_share(actual)
    raised = {
        RhythmFlag.SHORT_CORE: core_share is not None and core_share < LEAST_CORE_SHARE,
        RhythmFlag.MANY_PAINS: meeting.pains is not None and meeting.pains > MOST_PAINS,
        RhythmFlag.NOT_TWO_OPTIONS: meeting.options is not None and meeting.options != OPTIONS,
        RhythmFlag.NO_ROI: meeting.closed_with_roi is False,
    }
    return MeetingRhythm(
        meeting=meeting,
        core_share=core_share,
        opening_overrun=actual[0] - planned[0] if actual and planned else None,
        flags=tuple(flag for flag, is_raised in raised.items() if is_raised),
    )


def _core_share(actual: Split | None) -> Decimal | None:
    total = sum(actual or ())
    return Decimal(actual[1]) / Decimal(total) if actual and total else None
