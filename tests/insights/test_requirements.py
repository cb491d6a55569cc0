from __future__ import annotations

from typing import Any

import pytest

from generator.insights.requirements import (
    MilestoneState,
    RequirementReason,
    RequirementState,
    milestone_states,
    requirement_states,
)
from generator.states import Light
from tests.builders import day, engagement, full_engagement

ITEM = {"item": "power", "party": "customer"}


def _state(as_of: str, **keys: Any) -> RequirementState:
    found = requirement_states(engagement(landing_requirements=[ITEM | keys]), day(as_of))
    assert len(found) == 1
    return found[0]


def _said(state: RequirementState) -> tuple[Light, RequirementReason, int, int | None]:
    return state.light, state.reason, state.days_late, state.days_left


@pytest.mark.parametrize(
    ("status", "as_of", "expected"),
    [
        ("unconfirmed", "2026-07-05", (Light.GREEN, RequirementReason.UNCONFIRMED_AHEAD, 0, 15)),
        ("unconfirmed", "2026-07-06", (Light.AMBER, RequirementReason.DUE_SOON, 0, 14)),
        ("unconfirmed", "2026-07-20", (Light.AMBER, RequirementReason.DUE_SOON, 0, 0)),
        ("unconfirmed", "2026-07-21", (Light.RED, RequirementReason.LATE, 1, None)),
        ("confirmed", "2026-07-14", (Light.GREEN, RequirementReason.AHEAD, 0, 6)),
        ("confirmed", "2026-07-15", (Light.AMBER, RequirementReason.DUE_SOON, 0, 5)),
        ("confirmed", "2026-07-21", (Light.RED, RequirementReason.LATE, 1, None)),
        ("blocked", "2026-07-01", (Light.RED, RequirementReason.BLOCKED, 0, 19)),
        ("blocked", "2026-07-23", (Light.RED, RequirementReason.BLOCKED, 3, None)),
        ("done", "2026-07-23", (Light.GREY, RequirementReason.DONE, 0, None)),
        ("dropped", "2026-07-23", (Light.GREY, RequirementReason.DROPPED, 0, None)),
    ],
)
def test_a_light_comes_from_status_and_days(
    status: str, as_of: str, expected: tuple[Light, RequirementReason, int, int | None]
) -> None:
    assert _said(_state(as_of, status=status, needed_by="2026-07-20")) == expected


@pytest.mark.parametrize("status", ["unconfirmed", "confirmed"])
def test_without_a_day_there_is_no_light(status: str) -> None:
    found = _state("2026-07-20", status=status)

    assert _said(found) == (Light.GREY, RequirementReason.NO_DATE, 0, None)


def test_blocked_is_red_even_without_a_day() -> None:
    found = _state("2026-07-20", status="blocked")

    assert _said(found) == (Light.RED, RequirementReason.BLOCKED, 0, None)


@pytest.mark.parametrize(
    ("status", "is_open"),
    [("unconfirmed", True), ("confirmed", True), ("blocked", True), ("done", False), ("dropped", False)],
)
def test_open_is_neither_done_nor_dropped(status: str, is_open: bool) -> None:
    assert _state("2026-07-20", status=status).open is is_open


def test_the_full_example_has_its_lights() -> None:
    found = requirement_states(full_engagement(), day("2026-07-22"))

    assert [(state.id, state.light, state.days_late) for state in found] == [
        ("R1", Light.RED, 7),
        ("R2", Light.RED, 2),
        ("R3", Light.GREY, 0),
    ]


# ── milestones ──


def _milestones(*after: tuple[str, ...], requirements: list[dict[str, str]]) -> tuple[MilestoneState, ...]:
    milestones = [
        {"id": f"M{n}", "name": "x", "start": "2026-07-01", "end": "2026-07-02", "after": list(names)}
        for n, names in enumerate(after, start=1)
    ]
    items = [ITEM | keys for keys in requirements]
    found = engagement(milestones=milestones, landing_requirements=items)
    return milestone_states(found, day("2026-07-22"))


LATE = {"needed_by": "2026-07-20"}
SOON = {"needed_by": "2026-07-25"}
FAR = {"needed_by": "2026-12-01"}


def test_a_milestone_takes_the_worst_light_of_what_blocks_it() -> None:
    requirements = [FAR | {"blocks": "M1"}, SOON | {"blocks": "M1"}, LATE | {"blocks": "M2"}]

    found = _milestones((), (), requirements=requirements)

    assert [state.light for state in found] == [Light.AMBER, Light.RED]


def test_a_milestone_inherits_through_others() -> None:
    found = _milestones((), ("M1",), ("M2",), requirements=[LATE | {"blocks": "M1"}])

    assert [(state.light, state.earliest_slip, state.blocked_by) for state in found] == [
        (Light.RED, 2, ("R1",))
    ] * 3


def test_what_comes_earlier_inherits_nothing_from_later() -> None:
    found = _milestones((), ("M1",), requirements=[LATE | {"blocks": "M2"}])

    assert found[0].light is Light.GREY
    assert (found[0].earliest_slip, found[0].blocked_by, found[0].waits_for) == (0, (), ())


def test_the_slip_is_that_of_the_latest_red_item() -> None:
    requirements = [
        LATE | {"blocks": "M1"},
        {"needed_by": "2026-07-10", "blocks": "M1"},
        {"needed_by": "2026-07-30", "status": "blocked", "blocks": "M1"},
    ]

    found = _milestones((), requirements=requirements)

    assert [(state.earliest_slip, state.blocked_by) for state in found] == [(12, ("R1", "R2", "R3"))]


def test_blocked_ahead_of_its_day_slips_nothing() -> None:
    found = _milestones((), requirements=[FAR | {"status": "blocked", "blocks": "M1"}])

    assert [(state.light, state.earliest_slip) for state in found] == [(Light.RED, 0)]


def test_a_milestone_waits_for_all_that_is_open() -> None:
    requirements = [
        FAR | {"blocks": "M1"},
        LATE | {"blocks": "M1"},
        LATE | {"blocks": "M1", "status": "done"},
        LATE,
    ]

    found = _milestones((), requirements=requirements)

    assert [(state.waits_for, state.blocked_by) for state in found] == [(("R1", "R2"), ("R2",))]


def test_a_circle_of_milestones_ends() -> None:
    found = _milestones(("M2",), ("M1",), requirements=[LATE | {"blocks": "M1"}])

    assert [state.light for state in found] == [Light.RED, Light.RED]


def test_milestones_after_several_take_all_of_them() -> None:
    requirements = [SOON | {"blocks": "M1"}, LATE | {"blocks": "M2"}]

    found = _milestones((), (), ("M1", "M2"), requirements=requirements)

    assert (found[2].light, found[2].waits_for) == (Light.RED, ("R1", "R2"))


def test_the_full_example_slips_by_a_week() -> None:
    found = milestone_states(full_engagement(), day("2026-07-22"))

    assert [(s.milestone.id, s.light, s.earliest_slip, s.blocked_by) for s in found] == [
        ("M1", Light.GREY, 0, ()),
        ("M2", Light.RED, 7, ("R1", "R2")),
        ("M3", Light.RED, 7, ("R1", "R2")),
    ]
