from __future__ import annotations

from typing import Any

from generator.insights.portfolio.prerequisites import Prerequisites, noted_requirements, prerequisites
from generator.notes.model import Engagement
from tests.builders import day, full_engagement
from tests.insights.portfolio.notes import note

DAY = day("2026-06-30")
LOST = {"status": "lost", "decided_on": "2026-06-01"}
WON = {"status": "won", "decided_on": "2026-06-01"}
MILESTONES = [
    {"id": "M1", "name": "pilot", "start": "2026-07-20", "end": "2026-08-01"},
    {"id": "M2", "name": "visit", "start": "2026-07-10", "end": "2026-07-11"},
]


def _item(needed_by: str | None = "2026-06-20", **keys: str) -> dict[str, str]:
    item = {"item": "network", "party": "customer"} | keys
    return item | {"needed_by": needed_by} if needed_by else item


def _prerequisites(*notes: Engagement, on: str = "2026-06-30") -> Prerequisites:
    return prerequisites(noted_requirements(notes, day(on)))


def _of(*items: dict[str, str], **keys: Any) -> Prerequisites:
    return _prerequisites(note("n", "2026-04-01", landing_requirements=list(items), **keys))


def test_red_and_amber_items_are_listed_by_the_milestone_they_block() -> None:
    found = _of(
        _item("2026-06-10"),
        _item("2026-06-12", blocks="M1"),
        _item("2026-06-15", blocks="M2"),
        _item("2026-06-14", blocks="M2"),
        _item("2026-07-05"),
        _item("2026-08-05"),
        _item(None, status="blocked"),
        milestones=MILESTONES,
    )

    assert [item.name for item in found.red] == ["n/R4", "n/R3", "n/R2", "n/R1", "n/R7"]
    assert [item.name for item in found.amber] == ["n/R5"]
    assert found.red[0].milestone is not None
    assert found.red[0].milestone.id == "M2"


def test_the_longest_slip_comes_first() -> None:
    found = _of(
        _item("2026-06-20", blocks="M2"),
        _item("2026-06-10", blocks="M1"),
        _item("2026-07-20", blocks="M1", status="blocked"),
        milestones=MILESTONES,
    ).slips

    assert [(slip.state.milestone.id, slip.state.earliest_slip) for slip in found] == [("M1", 20), ("M2", 10)]


def test_items_of_a_lost_deal_have_no_light() -> None:
    found = _prerequisites(
        note("a", "2026-04-01", landing_requirements=[_item()], outcome=LOST),
        note("b", "2026-04-01", landing_requirements=[_item()], outcome=WON),
    )

    assert [item.name for item in found.red] == ["b/R1"]


def test_readiness_before_signature_is_over_deals_not_decided_yet() -> None:
    found = _prerequisites(
        note(
            "a",
            "2026-04-01",
            landing_requirements=[
                _item(status="confirmed"),
                _item(status="done"),
                _item(),
                _item(status="dropped"),
            ],
        ),
        note("b", "2026-04-01", landing_requirements=[_item(status="done")], outcome=WON),
    ).ready_before_signature

    assert (found.k, found.n, found.ids) == (2, 3, ("a/R1", "a/R2"))


def test_in_the_full_example_the_pilot_and_what_follows_slip() -> None:
    found = _prerequisites(full_engagement(id="n"), on="2026-07-22")

    assert [item.name for item in found.red] == ["n/R1", "n/R2"]
    # R1 was needed on 07-15 and is seven days late; the roll-out comes after the pilot.
    assert [(slip.state.milestone.id, slip.state.earliest_slip) for slip in found.slips] == [
        ("M2", 7),
        ("M3", 7),
    ]


def test_without_notes_nothing_is_needed() -> None:
    found = _prerequisites()

    assert (found.red, found.amber, found.slips, found.ready_before_signature.n) == ((), (), (), 0)
