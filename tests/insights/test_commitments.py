from __future__ import annotations

from typing import Any

import pytest

from generator.insights.as_of import engagement_as_of
from generator.insights.commitments import CommitmentState, Standing, commitment_states
from generator.insights.working_days import Calendar
from generator.notes.codes import Party
from tests.builders import day, engagement, full_engagement

CALENDAR = Calendar()
PROMISE = {"said": "it works", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20"}
CONDITION = {"what": "power", "party": "customer", "due": "2026-07-20"}


def _state(as_of: str = "2026-06-30", **keys: Any) -> CommitmentState:
    found = commitment_states(engagement(commitments=[PROMISE | keys]), day(as_of), CALENDAR)
    assert len(found) == 1
    return found[0]


def _conditional(as_of: str, *, due: str = "2026-08-31", **condition: Any) -> CommitmentState:
    return _state(as_of, due=due, condition=CONDITION | condition, **{"class": "conditional"})


# ── the due day ──


def test_a_written_due_day_counts() -> None:
    assert _state(due="2026-06-01").due == day("2026-06-01")


def test_an_uncertain_promise_is_due_on_the_next_working_day() -> None:
    assert _state(made_on="2026-05-22", **{"class": "uncertain"}).due == day("2026-05-25")


def test_the_calendar_decides_what_is_a_working_day() -> None:
    promise = PROMISE | {"class": "uncertain", "made_on": "2026-10-09"}
    calendar = Calendar(work=frozenset({day("2026-10-10")}))

    found = commitment_states(engagement(commitments=[promise]), day("2026-10-09"), calendar)

    assert [state.due for state in found] == [day("2026-10-10")]


def test_another_promise_without_a_day_has_no_date_and_is_never_overdue() -> None:
    found = _state("2027-06-30")

    assert (found.due, found.standing, found.days_late) == (None, Standing.OPEN, 0)


def test_a_condition_met_late_moves_the_due_day_by_as_much() -> None:
    assert _conditional("2026-08-01", met_on="2026-07-25").due == day("2026-09-05")


def test_a_condition_met_early_moves_nothing() -> None:
    assert _conditional("2026-08-01", met_on="2026-07-10").due == day("2026-08-31")


def test_a_condition_without_a_day_moves_nothing() -> None:
    condition = {"what": "power", "met_on": "2026-07-25"}

    found = _state(due="2026-08-31", condition=condition, **{"class": "conditional"})

    assert found.due == day("2026-08-31")


# ── open ones ──


def test_an_open_promise_is_not_overdue_on_its_due_day() -> None:
    found = _state("2026-06-01", due="2026-06-01")

    assert (found.standing, found.days_late) == (Standing.OPEN, 0)


def test_an_open_promise_is_overdue_from_the_day_after() -> None:
    found = _state("2026-06-30", due="2026-06-01")

    assert (found.standing, found.days_late, found.waits_on) == (Standing.OVERDUE, 29, None)


def test_a_promise_waits_for_its_condition_even_past_its_own_day() -> None:
    found = _conditional("2026-07-20", due="2026-07-10")

    assert (found.standing, found.days_late, found.waits_on) == (Standing.WAITING, 0, Party.CUSTOMER)


def test_a_condition_past_its_day_is_late_on_its_party() -> None:
    found = _conditional("2026-07-23", party="third_party")

    assert (found.standing, found.days_late, found.waits_on) == (
        Standing.WAITING_LATE,
        3,
        Party.THIRD_PARTY,
    )


def test_a_condition_without_day_and_party_waits_on_nobody_named() -> None:
    found = _state("2027-01-01", condition={"what": "power"}, **{"class": "conditional"})

    assert (found.standing, found.waits_on) == (Standing.WAITING, None)


def test_once_the_condition_is_met_the_moved_day_counts() -> None:
    on_time = _conditional("2026-09-05", met_on="2026-07-25")
    late = _conditional("2026-09-06", met_on="2026-07-25")

    assert (on_time.standing, on_time.days_late, on_time.waits_on) == (Standing.OPEN, 0, None)
    assert (late.standing, late.days_late) == (Standing.OVERDUE, 1)


def test_a_conditional_promise_without_its_condition_does_not_wait() -> None:
    assert _state("2026-06-02", due="2026-06-01", **{"class": "conditional"}).standing is Standing.OVERDUE


def test_only_the_conditional_class_waits() -> None:
    found = _state("2026-08-01", due="2026-07-30", condition=CONDITION)

    assert (found.standing, found.waits_on) == (Standing.OVERDUE, None)


# ── ended ones ──


def test_kept_on_its_day_is_kept() -> None:
    found = _state(due="2026-06-01", status="kept", closed_on="2026-06-01")

    assert (found.standing, found.days_late) == (Standing.KEPT, 0)


def test_kept_after_its_day_is_kept_late() -> None:
    found = _state(due="2026-06-01", status="kept", closed_on="2026-06-08")

    assert (found.standing, found.days_late) == (Standing.KEPT_LATE, 7)


@pytest.mark.parametrize("keys", [{"due": "2026-06-01"}, {"closed_on": "2026-06-08"}])
def test_kept_without_one_of_the_days_is_not_known_to_be_late(keys: dict[str, str]) -> None:
    found = _state(status="kept", **keys)

    assert (found.standing, found.days_late) == (Standing.KEPT, 0)


def test_a_condition_met_late_gives_the_same_days_to_keep_it() -> None:
    condition = CONDITION | {"met_on": "2026-07-25"}
    keys = {"class": "conditional", "due": "2026-08-31", "status": "kept", "condition": condition}

    assert _state("2026-12-01", closed_on="2026-09-05", **keys).standing is Standing.KEPT
    assert _state("2026-12-01", closed_on="2026-09-07", **keys).days_late == 2


def test_said_to_be_kept_late_counts_its_days() -> None:
    found = _state(due="2026-06-01", status="kept_late", closed_on="2026-06-03")

    assert (found.standing, found.days_late) == (Standing.KEPT_LATE, 2)


def test_said_to_be_kept_late_without_days_has_none() -> None:
    found = _state(status="kept_late")

    assert (found.standing, found.days_late) == (Standing.KEPT_LATE, 0)


@pytest.mark.parametrize("status", ["renegotiated", "broken", "withdrawn"])
def test_other_ends_are_shown_as_they_are(status: str) -> None:
    found = _state(due="2026-06-01", status=status, closed_on="2026-06-08")

    assert (found.standing.value, found.days_late) == (status, 0)


def test_an_ended_promise_waits_on_nobody() -> None:
    found = _state(status="broken", condition=CONDITION, **{"class": "conditional"})

    assert found.waits_on is None


# ── confirmation and flags ──


def test_confirmed_on_the_day_it_was_made_is_confirmed_and_unflagged() -> None:
    found = _state(confirmed_by="delivery", confirmed_on="2026-05-20")

    assert (found.confirmed, found.process_flag) == (True, False)


def test_confirmed_afterwards_is_not_confirmed_and_flagged() -> None:
    found = _state(confirmed_by="delivery", confirmed_on="2026-05-21")

    assert (found.confirmed, found.process_flag) == (False, True)


def test_a_confirmation_by_nobody_is_none_although_its_day_was_in_time() -> None:
    found = _state(confirmed_on="2026-05-20")

    assert (found.confirmed, found.process_flag) == (False, False)


def test_what_gives_nothing_deliverable_is_never_flagged() -> None:
    found = _state(gives="answer", status="broken", reason="capacity", extra_cost="180000")

    assert (found.deliverable, found.process_flag, found.outcome_flag) == (False, False, False)


@pytest.mark.parametrize(
    ("keys", "deliverable"),
    [
        ({"class": "uncertain"}, False),
        ({"class": "uncertain", "gives": "date"}, True),
        ({"class": "firm"}, True),
        ({"class": "firm", "gives": "study"}, False),
        ({"class": "out_of_scope", "gives": "price"}, True),
    ],
)
def test_what_it_gives_decides_and_else_its_class(keys: dict[str, str], deliverable: bool) -> None:
    assert _state(**keys).deliverable is deliverable


@pytest.mark.parametrize("status", ["broken", "renegotiated", "kept_late"])
@pytest.mark.parametrize("reason", ["capability_gap", "estimate", "capacity"])
def test_not_kept_as_said_for_a_reason_of_ours_is_flagged(status: str, reason: str) -> None:
    assert _state(status=status, reason=reason).outcome_flag


def test_kept_after_its_day_for_a_reason_of_ours_is_flagged() -> None:
    keys = {"due": "2026-06-01", "status": "kept", "reason": "estimate"}

    assert _state(closed_on="2026-06-08", **keys).outcome_flag
    assert not _state(closed_on="2026-06-01", **keys).outcome_flag


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"status": "broken"},
        {"status": "broken", "reason": "customer"},
        {"status": "withdrawn", "reason": "capacity"},
        {"status": "open", "reason": "capacity"},
        {"extra_cost": "0"},
        {"extra_cost": "180000", "in_quote": "true"},
    ],
)
def test_other_ends_and_quoted_costs_are_not_flagged(keys: dict[str, str]) -> None:
    assert not _state(**keys).outcome_flag


@pytest.mark.parametrize("in_quote", [{}, {"in_quote": "false"}])
def test_a_cost_that_no_quote_holds_is_flagged(in_quote: dict[str, str]) -> None:
    assert _state(extra_cost="180000", **in_quote).outcome_flag


# ── the full example ──


def test_the_full_example_flags_one_of_two() -> None:
    found = commitment_states(full_engagement(), day("2026-07-22"), CALENDAR)

    promised = [state.id for state in found if state.deliverable]
    flagged = [state.id for state in found if state.process_flag or state.outcome_flag]
    assert (promised, flagged) == (["K2", "K3"], ["K3"])


def test_the_full_example_stands_as_worked_by_hand() -> None:
    found = commitment_states(full_engagement(), day("2026-07-22"), CALENDAR)

    assert [(state.id, state.standing, state.days_late) for state in found] == [
        ("K1", Standing.KEPT, 0),
        ("K2", Standing.WAITING_LATE, 2),
        ("K3", Standing.RENEGOTIATED, 0),
    ]


def test_before_it_ended_a_promise_was_flagged_for_its_process_and_cost() -> None:
    past = engagement_as_of(full_engagement(), day("2026-06-04"))
    assert past is not None

    found = {state.id: state for state in commitment_states(past, day("2026-06-04"), CALENDAR)}

    assert (found["K3"].standing, found["K3"].process_flag, found["K3"].outcome_flag) == (
        Standing.OPEN,
        True,
        True,
    )
