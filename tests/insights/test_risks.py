from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.risks import Rating, RiskState, colour_of, risk_states
from generator.states import Light
from tests.builders import engagement, full_engagement

LEVELS = st.integers(1, 5)
RISK = {"event": "late", "category": "schedule", "probability": "4", "impact": "4"}
LETTERS = {"R": Light.RED, "O": Light.ORANGE, "Y": Light.AMBER, "G": Light.GREEN}
# INSIGHTS.md, section 4: the rows from probability 5 down to 1, the columns from impact 1 up to 5.
PRINTED = {5: "YORRR", 4: "YYORR", 3: "GYYOR", 2: "GGYYO", 1: "GGGYY"}


def _state(**keys: Any) -> RiskState:
    outcome = keys.pop("outcome", {"status": "open"})
    found = risk_states(engagement(risks=[RISK | keys], outcome=outcome))
    assert len(found) == 1
    return found[0]


def _order(*risks: dict[str, Any]) -> list[str]:
    return [state.id for state in risk_states(engagement(risks=[RISK | risk for risk in risks]))]


# ── colours ──


@pytest.mark.parametrize(("probability", "row"), PRINTED.items())
def test_the_colour_table_is_the_printed_one(probability: int, row: str) -> None:
    found = [colour_of(Rating(probability, impact)) for impact in range(1, 6)]

    assert found == [LETTERS[letter] for letter in row]


@given(LEVELS, LEVELS)
def test_colours_never_improve_as_a_risk_grows(probability: int, impact: int) -> None:
    here = colour_of(Rating(probability, impact)).rank

    assert colour_of(Rating(min(5, probability + 1), impact)).rank <= here
    assert colour_of(Rating(probability, min(5, impact + 1))).rank <= here


@given(LEVELS, LEVELS)
def test_neighbours_differ_by_one_step_at_most(probability: int, impact: int) -> None:
    here = colour_of(Rating(probability, impact)).rank

    assert here - colour_of(Rating(min(5, probability + 1), impact)).rank <= 1
    assert here - colour_of(Rating(probability, min(5, impact + 1))).rank <= 1


@given(LEVELS, LEVELS)
def test_colours_are_symmetric(probability: int, impact: int) -> None:
    assert colour_of(Rating(probability, impact)) is colour_of(Rating(impact, probability))


def test_low_probability_with_heavy_impact_is_not_low() -> None:
    assert colour_of(Rating(1, 4)) is Light.AMBER
    assert colour_of(Rating(2, 2)) is Light.GREEN


# ── ratings ──


def test_without_a_residual_the_inherent_rating_is_current() -> None:
    found = _state(action={"status": "done"})

    assert (found.residual, found.current, found.action_had_no_effect) == (None, Rating(4, 4), False)


@pytest.mark.parametrize("action", [None, {}, {"status": "open"}, {"status": "cancelled"}])
def test_until_the_action_is_done_the_inherent_rating_is_current(action: dict[str, str] | None) -> None:
    keys = {} if action is None else {"action": action}

    found = _state(residual={"probability": "1", "impact": "1"}, **keys)

    assert (found.current, found.residual) == (Rating(4, 4), Rating(1, 1))
    assert (found.colour, found.current_colour) == (Light.RED, Light.RED)


def test_once_the_action_is_done_the_residual_rating_is_current() -> None:
    found = _state(residual={"probability": "2", "impact": "3"}, action={"status": "done"})

    assert (found.inherent, found.current) == (Rating(4, 4), Rating(2, 3))
    assert (found.colour, found.current_colour) == (Light.RED, Light.AMBER)


@pytest.mark.parametrize(("status", "expected"), [("done", True), ("open", False)])
def test_an_action_done_without_a_change_had_no_effect(status: str, expected: bool) -> None:
    found = _state(residual={"probability": "4", "impact": "4"}, action={"status": status})

    assert found.action_had_no_effect is expected


def test_an_action_that_changed_the_rating_had_an_effect() -> None:
    found = _state(residual={"probability": "4", "impact": "3"}, action={"status": "done"})

    assert not found.action_had_no_effect


# ── open ones ──


@pytest.mark.parametrize(
    ("status", "is_open"),
    [("open", True), ("won", True), ("lost", False), ("no_decision", False), ("withdrawn", False)],
)
def test_a_risk_is_open_while_the_engagement_is_open_or_won(status: str, is_open: bool) -> None:
    outcome = {"status": status} | ({} if status == "open" else {"decided_on": "2026-07-03"})

    assert _state(outcome=outcome).open is is_open


def test_a_risk_that_happened_is_not_open() -> None:
    assert not _state(happened_on="2026-07-02").open


# ── order ──


def test_the_worst_current_colour_comes_first() -> None:
    mitigated = {"action": {"status": "done"}, "residual": {"probability": "1", "impact": "1"}}

    found = _order(
        {"id": "green"} | mitigated,
        {"id": "amber", "probability": "2", "impact": "3"},
        {"id": "red"},
        {"id": "orange", "probability": "3"},
    )

    assert found == ["red", "orange", "amber", "green"]


def test_within_a_colour_the_nearest_comes_first_and_unknown_last() -> None:
    found = _order(
        {"id": "unknown"},
        {"id": "later", "proximity": "after_go_live"},
        {"id": "work", "proximity": "implementation"},
        {"id": "trial", "proximity": "pilot"},
        {"id": "now", "proximity": "before_signature"},
    )

    assert found == ["now", "trial", "work", "later", "unknown"]


def test_then_comes_the_heavier_impact() -> None:
    assert _order({"id": "a", "probability": "5", "impact": "3"}, {"id": "b", "impact": "5"}) == ["b", "a"]


def test_then_comes_the_earlier_action_and_none_last() -> None:
    found = _order(
        {"id": "a"},
        {"id": "b", "action": {"what": "x"}},
        {"id": "d", "action": {"due": "2026-07-25"}},
        {"id": "c", "action": {"due": "2026-06-12"}},
    )

    assert found == ["c", "d", "a", "b"]


def test_last_of_all_the_id_decides_by_its_number() -> None:
    assert _order({"id": "T10"}, {"id": "T9"}, {}) == ["T3", "T9", "T10"]


@given(st.permutations([{"id": f"T{n}", "probability": str(n % 5 + 1)} for n in range(1, 8)]))
def test_the_order_does_not_depend_on_the_note(risks: list[dict[str, str]]) -> None:
    assert _order(*risks) == _order(*sorted(risks, key=lambda risk: risk["id"]))


def test_the_full_example_has_two_amber_risks_in_the_order_of_their_nearness() -> None:
    found = risk_states(full_engagement())

    assert [(state.id, state.colour, state.current_colour, state.current) for state in found] == [
        ("T1", Light.RED, Light.AMBER, Rating(2, 3)),
        ("T2", Light.AMBER, Light.AMBER, Rating(3, 3)),
    ]
