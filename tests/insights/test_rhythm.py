from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.insights.rhythm import MeetingRhythm, RhythmFlag, meeting_rhythms
from tests.builders import engagement, full_engagement


def _rhythm(**keys: Any) -> MeetingRhythm:
    found = meeting_rhythms(engagement(meetings=[{"on": "2026-05-20"} | keys]))
    assert len(found) == 1
    return found[0]


def test_where_nothing_is_recorded_nothing_is_said() -> None:
    found = _rhythm()

    assert (found.core_share, found.opening_overrun, found.flags) == (None, None, ())


def test_the_full_example_overran_its_opening_and_closed_without_the_return() -> None:
    found = meeting_rhythms(full_engagement())

    assert [(rhythm.core_share, rhythm.opening_overrun, rhythm.flags) for rhythm in found] == [
        (Decimal(19) / Decimal(30), 4, (RhythmFlag.NO_ROI,))
    ]


@pytest.mark.parametrize(
    ("split", "flags"), [(["10", "20", "10"], ()), (["10", "19", "10"], (RhythmFlag.SHORT_CORE,))]
)
def test_a_core_under_half_of_the_time_is_flagged(split: list[str], flags: tuple[RhythmFlag, ...]) -> None:
    assert _rhythm(actual_split=split).flags == flags


def test_without_a_plan_there_is_no_overrun() -> None:
    found = _rhythm(actual_split=["9", "19", "2"])

    assert found.core_share is not None
    assert found.opening_overrun is None


def test_a_plan_alone_says_nothing() -> None:
    found = _rhythm(planned_split=["5", "20", "5"])

    assert (found.core_share, found.opening_overrun, found.flags) == (None, None, ())


def test_a_short_opening_is_below_nought() -> None:
    found = _rhythm(planned_split=["5", "20", "5"], actual_split=["3", "22", "5"])

    assert found.opening_overrun == -2


def test_a_meeting_of_no_minutes_has_no_share() -> None:
    found = _rhythm(actual_split=["0", "0", "0"])

    assert (found.core_share, found.flags) == (None, ())


@pytest.mark.parametrize(("pains", "flagged"), [("0", False), ("1", False), ("2", True)])
def test_more_than_one_pain_is_flagged(pains: str, flagged: bool) -> None:
    assert (RhythmFlag.MANY_PAINS in _rhythm(pains=pains).flags) is flagged


@pytest.mark.parametrize(("options", "flagged"), [("0", True), ("1", True), ("2", False), ("3", True)])
def test_anything_but_two_options_is_flagged(options: str, flagged: bool) -> None:
    assert (RhythmFlag.NOT_TWO_OPTIONS in _rhythm(options=options).flags) is flagged


@pytest.mark.parametrize(("closed", "flagged"), [("true", False), ("false", True)])
def test_a_close_without_the_return_is_flagged(closed: str, flagged: bool) -> None:
    assert (RhythmFlag.NO_ROI in _rhythm(closed_with_roi=closed).flags) is flagged


def test_flags_come_in_one_order() -> None:
    found = _rhythm(
        closed_with_roi="false", options="3", pains="4", actual_split=["20", "5", "5"], minutes="30"
    )

    assert found.flags == tuple(RhythmFlag)


def test_meetings_stay_in_the_order_of_the_note() -> None:
    found = meeting_rhythms(engagement(meetings=[{"on": "2026-06-01", "pains": "1"}, {"on": "2026-05-20"}]))

    assert [rhythm.meeting.on.isoformat() for rhythm in found] == ["2026-06-01", "2026-05-20"]
