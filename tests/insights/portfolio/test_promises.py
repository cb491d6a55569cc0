from __future__ import annotations

from typing import Any

import pytest

from generator.insights.portfolio.promises import Promises, noted_promises, promises
from generator.insights.portfolio.windows import window_to
from generator.insights.working_days import Calendar
from generator.notes.codes import CommitmentReason
from generator.notes.model import Engagement
from tests.builders import day, full_engagement
from tests.insights.portfolio.notes import note

DAY = day("2026-06-30")
LOST = {"status": "lost", "decided_on": "2026-06-01"}


def _promise(**keys: Any) -> dict[str, Any]:
    promise = {
        "said": "it runs",
        "class": "firm",
        "made_by": "Lin",
        "made_on": "2026-05-01",
        "due": "2026-06-01",
    }
    return {key: value for key, value in (promise | keys).items() if value is not None}


def _conditional(**condition: str) -> dict[str, Any]:
    met = {"what": "network", "party": "customer"} | condition
    return _promise(**{"class": "conditional", "condition": met})


def _promises(*notes: Engagement) -> Promises:
    return promises(noted_promises(notes, DAY, Calendar()), window_to(DAY, 12))


def _of(*typed: dict[str, Any], **keys: Any) -> Promises:
    return _promises(note("n", "2026-04-01", commitments=list(typed), **keys))


def _names(rows: tuple[Any, ...]) -> list[str]:
    return [row.name for row in rows]


def test_kept_on_time_is_over_everything_that_fell_due() -> None:
    found = _of(
        _promise(status="kept", closed_on="2026-06-01"),
        _promise(status="kept", closed_on="2026-06-02"),
        _promise(status="kept_late", closed_on="2026-06-10"),
        _promise(status="broken", closed_on="2026-06-10"),
        _promise(),
        _promise(status="renegotiated", closed_on="2026-06-02"),
    ).kept_on_time

    assert (found.k, found.n, found.ids, found.left_out) == (1, 6, ("n/K1",), ())


def test_withdrawn_and_waiting_promises_and_those_not_yet_due_are_outside() -> None:
    found = _of(
        _promise(status="withdrawn", closed_on="2026-05-10"),
        _conditional(due="2026-07-10"),
        _promise(due="2026-07-10"),
        _promise(due="2025-06-30", status="broken", closed_on="2025-07-05"),
    ).kept_on_time

    assert (found.k, found.n, found.left_out) == (0, 0, ())


def test_renegotiated_before_it_was_due_stands_beside() -> None:
    found = _of(_promise(status="renegotiated", closed_on="2026-06-01"))

    assert (found.kept_on_time.n, _names(found.renegotiated_in_time)) == (0, ["n/K1"])


def test_what_ended_on_an_unknown_day_counts_neither_way() -> None:
    found = _of(_promise(status="kept"), _promise(status="renegotiated"), _promise(status="broken"))

    assert (found.kept_on_time.k, found.kept_on_time.n, found.kept_on_time.left_out) == (
        0,
        1,
        ("n/K1", "n/K2"),
    )
    assert found.renegotiated_in_time == ()


def test_the_most_overdue_comes_first() -> None:
    found = _promises(
        note("b", "2026-04-01", commitments=[_promise(), _promise(due="2026-05-30")]),
        note("a", "2026-04-01", commitments=[_promise()]),
    ).overdue

    assert [(row.name, row.state.days_late) for row in found] == [("b/K2", 31), ("a/K1", 29), ("b/K1", 29)]


def test_nobody_waits_for_the_promises_of_a_lost_deal() -> None:
    found = _of(_promise(), _promise(due=None), _conditional(due="2026-06-01"), _conditional(), outcome=LOST)

    assert (found.overdue, found.no_date, found.waiting, found.waiting_late) == ((), (), (), ())
    assert found.kept_on_time.n == 0


def test_what_waits_for_its_condition_is_listed_by_how_late_the_condition_is() -> None:
    found = _of(
        _conditional(due="2026-06-20"), _conditional(due="2026-06-10"), _conditional(due="2026-07-10")
    )

    assert [(row.name, row.state.days_late) for row in found.waiting_late] == [("n/K2", 20), ("n/K1", 10)]
    assert _names(found.waiting) == ["n/K3"]


def test_promises_without_a_day_are_listed_while_they_are_still_to_be_kept() -> None:
    found = _of(_promise(due=None), _promise(due=None, status="kept", closed_on="2026-05-02"), _promise())

    assert _names(found.no_date) == ["n/K1"]


def test_reasons_are_counted_and_so_is_giving_none() -> None:
    found = _of(
        _promise(status="broken", reason="capacity"),
        _promise(),
        _promise(),
        _promise(status="kept_late", closed_on="2026-06-10", reason="estimate"),
        _promise(status="kept", closed_on="2026-06-01", reason="customer"),
    ).reasons

    assert [(count.reason, count.names) for count in found] == [
        (None, ("n/K2", "n/K3")),
        (CommitmentReason.ESTIMATE, ("n/K4",)),
        (CommitmentReason.CAPACITY, ("n/K1",)),
    ]


@pytest.mark.parametrize(
    ("on", "overdue", "waiting", "waiting_late"),
    [("2026-07-20", [], ["n/K2"], []), ("2026-09-01", [], [], ["n/K2"])],
)
def test_the_full_example_waits_for_the_customer(
    on: str, overdue: list[str], waiting: list[str], waiting_late: list[str]
) -> None:
    noted = noted_promises((full_engagement(id="n"),), day(on), Calendar())

    found = promises(noted, window_to(day(on), 12))

    assert [_names(found.overdue), _names(found.waiting), _names(found.waiting_late)] == [
        overdue,
        waiting,
        waiting_late,
    ]
    # K1 was kept on its day; K3 had no due day.
    assert (found.kept_on_time.k, found.kept_on_time.n) == (1, 1)


def test_of_no_notes_nothing_is_due() -> None:
    found = _promises()

    assert (found.overdue, found.kept_on_time.n, found.reasons) == ((), 0, ())
