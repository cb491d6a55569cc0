from __future__ import annotations

from typing import Any

from generator.insights.portfolio.selection import LeftOut, LeftOutReason, select
from generator.notes.model import Engagement
from tests.builders import day, engagement

DAY = day("2026-06-30")


def _note(name: str, on: str = "2026-05-20", **keys: Any) -> Engagement:
    return engagement(id=name, date=on, **keys)


def _lesson(text: str, **keys: str) -> dict[str, str]:
    return {"kind": "improve", "theme": "rhythm", "text": text} | keys


def test_notes_that_count_are_ordered_by_date_and_id() -> None:
    found = select([_note("c", "2026-06-01"), _note("b"), _note("a", "2026-06-01")], DAY)

    assert [note.id for note in found.used] == ["b", "a", "c"]


def test_every_note_left_out_says_why() -> None:
    found = select(
        [
            _note("secret", confidentiality="restricted"),
            _note("tomorrow", "2026-07-01"),
            _note("scaffold"),
            _note("good"),
        ],
        DAY,
        problems=["broken"],
        unfinished=frozenset({"scaffold"}),
    )

    assert [note.id for note in found.used] == ["good"]
    assert found.left_out == (
        LeftOut("broken", LeftOutReason.PROBLEMS),
        LeftOut("secret", LeftOutReason.RESTRICTED),
        LeftOut("tomorrow", LeftOutReason.LATER),
        LeftOut("scaffold", LeftOutReason.UNFINISHED),
    )
    assert found.read == 5


def test_of_a_restricted_note_nothing_else_is_said() -> None:
    note = _note("secret", "2026-07-01", confidentiality="restricted")

    found = select([note], DAY, unfinished=frozenset({"secret"}))

    assert found.left_out == (LeftOut("secret", LeftOutReason.RESTRICTED),)


def test_restricted_notes_count_when_asked_for() -> None:
    found = select([_note("secret", confidentiality="restricted")], DAY, include_restricted=True)

    assert [note.id for note in found.used] == ["secret"]


def test_what_counts_is_as_of_the_day() -> None:
    note = _note("n", outcome={"status": "won", "decided_on": "2026-07-03"})

    found = select([note], DAY)

    assert found.used[0].outcome.status.value == "open"


def test_restricted_lessons_are_taken_out_and_named() -> None:
    note = _note(
        "n", lessons=[_lesson("one", share="restricted"), _lesson("two"), _lesson("three", share="team")]
    )

    found = select([note], DAY)

    assert [(lesson.id, lesson.text) for lesson in found.used[0].lessons] == [("L2", "two"), ("L3", "three")]
    assert found.withheld_lessons == ("n/L1",)


def test_restricted_lessons_stay_when_asked_for() -> None:
    note = _note("n", lessons=[_lesson("one", share="restricted")])

    found = select([note], DAY, include_restricted=True)

    assert (len(found.used[0].lessons), found.withheld_lessons) == (1, ())


def test_nothing_to_read_is_nothing_left_out() -> None:
    found = select([], DAY)

    assert (found.used, found.left_out, found.read) == ((), (), 0)
