from __future__ import annotations

from typing import Any

from generator.insights.portfolio.reasons import loss_reasons, result_table
from generator.insights.portfolio.windows import window_to
from generator.notes.codes import OutcomeStatus, ReasonCategory, TechnicalResult
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import note

WINDOW = window_to(day("2026-06-30"), 12)


def _lost(
    name: str, stated: str | None, read: str | None, source: str | None = None, **keys: Any
) -> Engagement:
    outcome: dict[str, Any] = {"status": "lost", "decided_on": "2026-06-01"}
    if stated:
        outcome["stated_reason"] = {"category": stated} | ({"source": source} if source else {})
    if read:
        outcome["our_read"] = {"category": read}
    return note(name, outcome=outcome | keys)


def test_reasons_that_differ_are_counted_over_deals_with_both() -> None:
    found = loss_reasons(
        [
            _lost("a", "price", "capability", "buyer"),
            _lost("b", "price", "price", "seller"),
            _lost("c", "price", None),
            _lost("d", "unknown", "price", "buyer"),
            _lost("e", None, "price"),
            note("open"),
        ],
        WINDOW,
    )

    assert (found.differ.k, found.differ.n, found.differ.left_out) == (1, 2, ("c", "d", "e"))
    assert (found.from_buyer.ids, found.from_buyer.n, found.from_buyer.left_out) == (
        ("a", "d"),
        3,
        ("c", "e"),
    )
    assert found.lost == ("a", "b", "c", "d", "e")


def test_the_newest_decision_comes_first() -> None:
    found = loss_reasons(
        [
            _lost("a", "price", "value"),
            _lost("b", "price", "risk", decided_on="2026-06-02"),
            _lost("old", "price", "risk", decided_on="2025-06-30"),
        ],
        WINDOW,
    )

    assert [(gap.engagement.id, gap.stated, gap.read) for gap in found.gaps] == [
        ("b", ReasonCategory.PRICE, ReasonCategory.RISK),
        ("a", ReasonCategory.PRICE, ReasonCategory.VALUE),
    ]


def test_a_reason_without_a_category_is_left_out() -> None:
    outcome = {
        "status": "lost",
        "decided_on": "2026-06-01",
        "stated_reason": {"text": "t"},
        "our_read": {"text": "t"},
    }

    found = loss_reasons([note("a", outcome=outcome)], WINDOW)

    assert (found.differ.n, found.differ.left_out) == (0, ("a",))


def test_the_table_sets_the_technical_result_against_the_commercial_one() -> None:
    found = result_table(
        [
            _lost("b", None, None, technical_result="won"),
            _lost("a", None, None, technical_result="won"),
            _lost("c", None, None),
            _lost("d", None, None, status="won", technical_result="won"),
            _lost("e", None, None, status="withdrawn"),
            note("open"),
        ],
        WINDOW,
    )

    assert len(found) == 12
    assert [(cell.outcome, cell.technical, cell.ids) for cell in found if cell.ids] == [
        (OutcomeStatus.WON, TechnicalResult.WON, ("d",)),
        (OutcomeStatus.LOST, TechnicalResult.WON, ("a", "b")),
        (OutcomeStatus.LOST, None, ("c",)),
    ]
