from __future__ import annotations

from typing import Any

import pytest

from generator.views.retrospective.collaboration import (
    Collaboration,
    MeetingRow,
    ObjectionRow,
    Phase,
    build_collaboration,
)
from generator.views.wording import Chip
from tests.builders import engagement
from tests.views.subjects import AMBER, GREEN, RED, full, subject

TOGETHER = {
    "before": {"held": "true", "on": "2026-05-19", "got": ["decision_chain", "timeline"]},
    "during": {"sales_present": "true"},
    "after": {"debrief_on": "2026-05-21", "memo_sent_on": "2026-05-25", "handed_to": "He"},
}


def phases(together: dict[str, Any], on: str = "2026-07-25", language: Any = "en") -> tuple[Phase, ...]:
    return build_collaboration(subject(engagement(collaboration=together), on, language)).phases


def meeting(**keys: Any) -> MeetingRow:
    (row,) = build_collaboration(subject(engagement(meetings=[{"on": "2026-05-20"} | keys]))).meetings
    return row


def objection(**keys: Any) -> ObjectionRow:
    (row,) = build_collaboration(subject(engagement(objections=[{"text": "too slow"} | keys]))).objections
    return row


def test_a_minimal_note_has_nothing_to_show() -> None:
    assert build_collaboration(subject(engagement())) == Collaboration((), (), ())


def test_before_during_and_after_are_told() -> None:
    missed = "It missed: budget ceiling, competitors, decision criteria, past pains"

    assert phases(TOGETHER) == (
        Phase(
            "Before",
            ("A preparation meeting was held (2026-05-19)", "It brought: decision chain, timeline", missed),
        ),
        Phase("During", ("Sales was present",)),
        Phase("After", ("Debrief on 2026-05-21", "Memo sent on 2026-05-25", "Handed to He")),
    )
    assert phases(TOGETHER, language="zh") == (
        Phase(
            "战前",
            (
                "开了战前会（2026-05-19）",
                "会上得到：决策链、时间表",
                "没有得到：预算上限、竞品、评判标准、过去的痛处",
            ),
        ),
        Phase("战中", ("销售在场",)),
        Phase("战后", ("2026-05-21 开了复盘会", "2026-05-25 发出备忘录", "交接给 He")),
    )


def test_what_is_dated_later_is_not_told() -> None:
    assert phases(TOGETHER, "2026-05-22") == (
        phases(TOGETHER)[0],
        Phase("During", ("Sales was present",)),
        Phase("After", ("Debrief on 2026-05-21", "The memo was not sent", "Handed to He")),
    )
    ahead = TOGETHER | {"before": {"held": "true", "on": "2026-05-21"}}
    assert [phase.head for phase in phases(ahead, "2026-05-20")] == ["During", "After"]


@pytest.mark.parametrize(
    ("together", "expected"),
    [
        ({}, ()),
        ({"before": {}}, ()),
        ({"during": {}}, ()),
        ({"before": {"got": ["timeline"]}}, (Phase("Before", ("It brought: timeline",)),)),
        ({"during": {"sales_present": "false"}}, (Phase("During", ("Sales was not present",)),)),
        ({"after": {}}, (Phase("After", ("No debrief recorded", "The memo was not sent")),)),
    ],
)
def test_silence_is_not_taken_for_a_no(together: dict[str, Any], expected: tuple[Phase, ...]) -> None:
    assert phases(together) == expected


def test_a_meeting_that_was_not_held_missed_everything() -> None:
    (before,) = phases({"before": {"held": "false"}})

    assert before.lines == (
        "No preparation meeting was held",
        "It missed: budget ceiling, decision chain, competitors, timeline, decision criteria, past pains",
    )


def test_everything_brought_is_nothing_missed() -> None:
    got = ["budget_ceiling", "decision_chain", "competitors", "timeline", "decision_criteria", "past_pains"]
    (before,) = phases({"before": {"held": "true", "got": got}})

    assert len(before.lines) == 2


def test_the_rhythm_of_a_meeting_is_planned_against_actual() -> None:
    assert build_collaboration(full()).meetings == (
        MeetingRow("2026-05-20", "Solution talk", "30", "5 / 20 / 5 → 9 / 19 / 2", "opening 4 minutes over; closed without the return", ""),
    )  # fmt: skip
    (row,) = build_collaboration(full(language="zh")).meetings
    assert (row.kind, row.remarks) == ("方案交流", "开场超时 4 分钟；收尾没有算账")


@pytest.mark.parametrize(
    ("keys", "rhythm", "remarks"),
    [
        ({}, "", ""),
        ({"planned_split": ["5", "20", "5"]}, "5 / 20 / 5 → —", ""),
        ({"actual_split": ["5", "20", "5"]}, "— → 5 / 20 / 5", ""),
        ({"planned_split": ["5", "20", "5"], "actual_split": ["6", "5", "5"]}, "5 / 20 / 5 → 6 / 5 / 5", "opening 1 minute over; less than half for the core"),
        ({"planned_split": ["5", "20", "5"], "actual_split": ["4", "20", "6"]}, "5 / 20 / 5 → 4 / 20 / 6", ""),
        ({"pains": "2", "options": "3"}, "", "more than one pain; not two options"),
    ],
)  # fmt: skip
def test_what_was_off_is_remarked(keys: dict[str, Any], rhythm: str, remarks: str) -> None:
    row = meeting(**keys)

    assert (row.rhythm, row.remarks, row.kind, row.minutes) == (rhythm, remarks, "", "")


def test_who_attended_is_listed_and_meetings_ahead_are_not() -> None:
    found = engagement(
        meetings=[{"on": "2026-05-20", "attended": ["head of IT", "foreman"]}, {"on": "2026-05-30"}]
    )

    assert [row.attended for row in build_collaboration(subject(found, "2026-05-29")).meetings] == [
        "head of IT, foreman"
    ]


def test_objections_are_told_with_their_answer_and_how_they_ended() -> None:
    keys = {
        "raised_by": "head of IT",
        "kind": "timeline",
        "acknowledged": "true",
        "fact": "f",
        "proposal": "p",
        "result": "resolved",
    }
    found = engagement(objections=[{"text": "too slow"} | keys])

    assert objection(**keys) == ObjectionRow(
        "O1",
        "too slow",
        "head of IT",
        "Timeline",
        "acknowledged first; fact: f; proposal: p",
        Chip(GREEN, "Resolved"),
    )
    assert build_collaboration(subject(found, language="zh")).objections == (
        ObjectionRow(
            "O1", "too slow", "head of IT", "周期", "先认同；事实：f；办法：p", Chip(GREEN, "已化解")
        ),
    )


@pytest.mark.parametrize(
    ("result", "expected"), [("open", Chip(AMBER, "Open")), ("lost", Chip(RED, "Lost")), (None, None)]
)
def test_an_objection_may_be_open_lost_or_untold(result: str | None, expected: Chip | None) -> None:
    row = objection(**({"result": result} if result else {}), acknowledged="false")

    assert (row.result, row.answer, row.kind, row.raised_by) == (expected, "", "", "")
