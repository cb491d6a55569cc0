from __future__ import annotations

from typing import Any

from generator.insights.portfolio.intelligence import IntelligenceGaps, intelligence_gaps
from generator.insights.portfolio.windows import window_to
from generator.notes.model import Engagement
from tests.builders import day, full_engagement
from tests.insights.portfolio.notes import note

REQUIRED = (
    "budget_ceiling",
    "decision_chain",
    "competitors",
    "timeline",
    "decision_criteria",
    "past_pains",
)


def _gaps(*notes: Engagement, required: tuple[str, ...] = REQUIRED) -> IntelligenceGaps:
    return intelligence_gaps(notes, required, window_to(day("2026-06-30"), 12))


def _budget(name: str, **keys: Any) -> Engagement:
    return note(name, intel={"budget_ceiling": keys})


def test_in_the_full_example_three_of_six_were_unknown() -> None:
    found = _gaps(full_engagement(id="n"))

    assert [(gap.item, gap.unknown.k, gap.unknown.n) for gap in found.gaps] == [
        ("budget_ceiling", 1, 1),
        ("competitors", 1, 1),
        ("decision_criteria", 1, 1),
        ("decision_chain", 0, 1),
        ("timeline", 0, 1),
        ("past_pains", 0, 1),
    ]
    assert [(silo.engagement.id, silo.items) for silo in found.silos] == [("n", ("budget_ceiling",))]


def test_what_a_note_does_not_say_counts_neither_way() -> None:
    found = _gaps(
        _budget("no", known_before="false", status="confirmed"),
        _budget("yes", known_before="true"),
        _budget("unsaid", status="confirmed"),
        _budget("unknown", status="unknown"),
        note("absent", intel={"timeline": {"status": "confirmed"}}),
        required=("budget_ceiling",),
    )

    rate = found.gaps[0].unknown
    assert (rate.ids, rate.n, rate.left_out) == (("no", "unknown"), 3, ("absent", "unsaid"))


def test_the_item_most_often_unknown_comes_first() -> None:
    found = _gaps(
        note("a", intel={"timeline": {"known_before": "false"}, "competitors": {"known_before": "false"}}),
        note("b", intel={"timeline": {"known_before": "false"}, "competitors": {"known_before": "true"}}),
        note("c", intel={"budget_ceiling": {"known_before": "false"}}),
    ).gaps

    assert [gap.item for gap in found][:3] == ["timeline", "competitors", "budget_ceiling"]


def test_notes_without_the_block_are_left_out_and_named() -> None:
    found = _gaps(note("b"), note("a"), note("old", "2025-01-01"), _budget("c", known_before="true"))

    assert (found.not_recorded, [row.engagement.id for row in found.engagements]) == (("a", "b"), ["c"])


def test_the_newest_silo_comes_first() -> None:
    def _silo(name: str, on: str) -> Engagement:
        return note(name, on, intel={"competitors": {"known_before": "false", "source": "told by sales"}})

    found = _gaps(_silo("a", "2026-01-10"), _silo("c", "2026-02-10"), _silo("b", "2026-02-10"))

    assert [silo.engagement.id for silo in found.silos] == ["b", "c", "a"]


def test_of_no_notes_nothing_was_unknown() -> None:
    assert [(gap.unknown.k, gap.unknown.n) for gap in _gaps().gaps] == [(0, 0)] * 6
