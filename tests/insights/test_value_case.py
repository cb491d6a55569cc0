from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.insights.value_case import ValueCase, value_case
from tests.builders import engagement, full_engagement

STOPS = {"item": "fewer stops", "quantity": "240", "unit_value": "2600"}


def _case(*benefits: dict[str, str], **keys: Any) -> ValueCase:
    found = value_case(engagement(roi={"benefits": list(benefits)} | keys))
    assert found is not None
    return found


def test_without_the_block_there_is_no_case() -> None:
    assert value_case(engagement()) is None


def test_the_full_example_pays_back_in_sixteen_and_a_half_months() -> None:
    found = value_case(full_engagement())

    assert found is not None
    assert found.annual_benefit == 714000
    assert found.payback_months is not None
    assert round(found.payback_months, 1) == Decimal("16.5")


def test_the_full_example_rests_by_thirteen_percent_on_our_own_estimate() -> None:
    found = value_case(full_engagement())

    assert found is not None
    assert found.own_estimate == 90000
    assert found.own_share is not None
    assert round(found.own_share * 100) == 13
    assert found.confirmed_by_customer is False


def test_each_benefit_has_its_sum() -> None:
    found = _case(STOPS, {"quantity": "2.5", "unit_value": "1.5"})

    assert [row.amount for row in found.benefits] == [Decimal(624000), Decimal("3.75")]


def test_incomplete_benefits_are_named_and_left_out_of_the_sum() -> None:
    found = _case({"item": "quality", "quantity": "3"}, STOPS, {"item": "image", "unit_value": "5"})

    assert [benefit.item for benefit in found.incomplete] == ["quality", "image"]
    assert found.annual_benefit == 624000


def test_an_incomplete_estimate_of_ours_adds_nothing() -> None:
    found = _case(STOPS, {"item": "image", "own_estimate": "true"})

    assert [found.own_estimate, found.own_share] == [0, 0]


def test_without_a_complete_benefit_nothing_is_computed() -> None:
    found = _case({"item": "quality"}, investment="980000")

    assert (found.annual_benefit, found.payback_months, found.own_share) == (None, None, None)


def test_without_an_investment_there_is_no_payback() -> None:
    found = _case(STOPS)

    assert [found.annual_benefit, found.investment, found.payback_months] == [624000, None, None]


def test_a_benefit_of_nothing_never_pays_back() -> None:
    found = _case({"quantity": "0", "unit_value": "2600"}, investment="980000")

    assert [found.annual_benefit, found.payback_months, found.own_share] == [0, None, None]


def test_an_investment_of_nothing_is_back_at_once() -> None:
    assert _case(STOPS, investment="0").payback_months == 0


def test_what_the_note_does_not_say_of_the_customer_stays_open() -> None:
    assert _case(STOPS).confirmed_by_customer is None
    assert _case(STOPS, confirmed_by_customer="yes").confirmed_by_customer is True
