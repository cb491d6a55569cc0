from __future__ import annotations

from typing import Any

import pytest

from generator.insights.intel import IntelCoverage, intel_coverage
from tests.builders import engagement, full_engagement

REQUIRED = (
    "budget_ceiling",
    "decision_chain",
    "competitors",
    "timeline",
    "decision_criteria",
    "past_pains",
)


def _coverage(required: tuple[str, ...] = REQUIRED, **intel: Any) -> IntelCoverage:
    found = intel_coverage(engagement(intel=intel), required)
    assert found is not None
    return found


def test_without_the_block_there_is_no_coverage() -> None:
    assert intel_coverage(engagement(), REQUIRED) is None


def test_an_empty_block_knows_nothing() -> None:
    found = _coverage()

    assert (found.known_before, found.known_now, found.unknown_now) == ((), (), REQUIRED)
    assert [row.item for row in found.rows] == [None] * 6


def test_confirmed_and_inferred_are_known_now() -> None:
    found = _coverage(
        budget_ceiling={"status": "confirmed"},
        timeline={"status": "inferred"},
        past_pains={"status": "unknown"},
        competitors={"known_before": "true"},
    )

    assert found.known_now == ("budget_ceiling", "timeline")
    assert found.unknown_now == ("decision_chain", "competitors", "decision_criteria", "past_pains")


def test_known_before_must_be_said() -> None:
    found = _coverage(
        budget_ceiling={"known_before": "true"},
        timeline={"known_before": "false", "status": "confirmed"},
        past_pains={"status": "confirmed"},
    )

    assert found.known_before == ("budget_ceiling",)


def test_items_that_are_not_required_have_a_row_and_count_nowhere() -> None:
    found = _coverage(("timeline",), procurement={"status": "confirmed", "known_before": "true"})

    assert [(row.name, row.required) for row in found.rows] == [
        ("timeline", True),
        ("procurement", False),
    ]
    assert (found.required, found.known_before, found.known_now) == (("timeline",), (), ())


def test_rows_are_in_the_order_of_the_format() -> None:
    found = _coverage(("past_pains", "budget_ceiling"), timeline={"status": "unknown"})

    assert [row.name for row in found.rows] == ["budget_ceiling", "timeline", "past_pains"]
    assert found.required == ("budget_ceiling", "past_pains")


@pytest.mark.parametrize(
    "source", ["报价后销售转告", "sales, after the quote", "told by Sales", "来自sales", "a salesperson"]
)
def test_what_sales_knew_and_presales_did_not_is_a_silo(source: str) -> None:
    item = {"known_before": "false", "source": source}

    assert _coverage(budget_ceiling=item, competitors=item).silo == ("budget_ceiling", "competitors")


@pytest.mark.parametrize(
    "source", ["客户口述", "presales", "pre-sales", "the pre sales call", "SalesCloud", "wholesales"]
)
def test_another_source_is_no_silo(source: str) -> None:
    assert _coverage(budget_ceiling={"known_before": "false", "source": source}).silo == ()


def test_a_silo_needs_the_statement_that_it_was_not_known() -> None:
    found = _coverage(
        budget_ceiling={"source": "sales"},
        competitors={"known_before": "true", "source": "sales"},
        timeline={"known_before": "false", "source": "sales"},
    )

    assert found.silo == ()


def test_a_silo_is_seen_where_the_item_is_not_required_too() -> None:
    item = {"known_before": "false", "source": "sales"}

    assert _coverage((), budget_ceiling=item).silo == ("budget_ceiling",)


def test_the_full_example_knew_three_of_six_before() -> None:
    found = intel_coverage(full_engagement(), REQUIRED)

    assert found is not None
    assert found.known_before == ("decision_chain", "timeline", "past_pains")
    assert len(found.required) == 6
    assert found.unknown_now == ("decision_criteria",)
    assert found.silo == ("budget_ceiling",)
