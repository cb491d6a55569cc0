from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.insights.portfolio.meetings import Rhythm, rhythm
from generator.insights.portfolio.windows import window_to
from generator.insights.rhythm import RhythmFlag
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import note


def _rhythm(*notes: Engagement) -> Rhythm:
    return rhythm(notes, window_to(day("2026-06-30"), 12))


def _meeting(on: str = "2026-05-20", core: int = 20, opening: int = 5, **keys: str) -> dict[str, Any]:
    splits = {"planned_split": ["5", "20", "5"], "actual_split": [str(opening), str(core), "5"]}
    return {"on": on} | splits | keys


def test_the_newest_meeting_comes_first() -> None:
    found = _rhythm(
        note("b", "2026-01-01", meetings=[_meeting("2026-02-01"), _meeting("2026-03-01")]),
        note("a", "2026-01-01", meetings=[_meeting("2026-02-01"), _meeting("2025-06-30")]),
    )

    assert [(row.engagement.id, row.rhythm.meeting.on) for row in found.meetings] == [
        ("b", day("2026-03-01")),
        ("a", day("2026-02-01")),
        ("b", day("2026-02-01")),
    ]


def test_meetings_with_flags_are_listed() -> None:
    found = _rhythm(note("a", meetings=[_meeting(), _meeting(pains="2")]))

    assert [row.rhythm.flags for row in found.flagged] == [(RhythmFlag.MANY_PAINS,)]


def test_seven_meetings_have_no_median() -> None:
    found = _rhythm(note("a", meetings=[_meeting()] * 7 + [{"on": "2026-05-20"}]))

    assert (found.measured, found.core_share, found.compared, found.opening_overrun) == (7, None, 7, None)


def test_eight_meetings_have_medians() -> None:
    meetings = [_meeting(core=core, opening=5) for core in (10, 10, 10, 10, 30, 30, 30)]

    found = _rhythm(note("a", meetings=[*meetings, _meeting(core=10, opening=25)]))

    # Shares 10/20 four times, 30/40 three times, 10/40 once: the middle two are both one half.
    assert (found.measured, found.core_share) == (8, Decimal("0.5"))
    assert (found.compared, found.opening_overrun) == (8, 0)


def test_without_meetings_there_is_no_rhythm() -> None:
    assert _rhythm(note("a")).meetings == ()
