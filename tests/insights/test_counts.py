from __future__ import annotations

from generator.insights.counts import headline_counts
from generator.insights.working_days import Calendar
from tests.builders import day, engagement, full_engagement

REQUIRED = (
    "budget_ceiling",
    "decision_chain",
    "competitors",
    "timeline",
    "decision_criteria",
    "past_pains",
)


def test_the_full_example_has_its_three_counts() -> None:
    found = headline_counts(full_engagement(), day("2026-07-22"), Calendar(), REQUIRED)

    assert (found.overdue_promises.k, found.overdue_promises.n) == (0, 3)
    assert (found.open_prerequisites.ids, found.open_prerequisites.n) == (("R1", "R2"), 3)
    assert found.unknown_intel is not None
    assert (found.unknown_intel.ids, found.unknown_intel.n) == (("decision_criteria",), 6)


def test_promises_past_their_day_are_counted_by_id() -> None:
    promise = {
        "said": "x",
        "class": "firm",
        "made_by": "Lin",
        "made_on": "2026-05-20",
        "due": "2026-06-01",
    }
    waiting = promise | {"class": "conditional", "condition": {"what": "power", "due": "2026-06-01"}}

    found = headline_counts(
        engagement(commitments=[promise, promise | {"status": "kept"}, waiting]),
        day("2026-06-02"),
        Calendar(),
        REQUIRED,
    )

    assert (found.overdue_promises.ids, found.overdue_promises.n) == (("K1",), 3)


def test_a_minimal_note_counts_nothing_and_knows_nothing_of_intelligence() -> None:
    found = headline_counts(engagement(), day("2026-07-22"), Calendar(), REQUIRED)

    assert (found.overdue_promises.n, found.open_prerequisites.n) == (0, 0)
    assert found.unknown_intel is None
