from __future__ import annotations

from decimal import Decimal

import pytest

from generator.notes.model import Stakeholder
from tests.builders import engagement
from tests.views.subjects import full, lost, subject

NAMED = Stakeholder.model_validate({"role": "head of IT", "name": "Chen"})


@pytest.mark.parametrize(
    ("status", "live"),
    [("open", True), ("won", True), ("lost", False), ("no_decision", False), ("withdrawn", False)],
)
def test_a_deal_is_live_while_it_is_open_or_won(status: str, live: bool) -> None:
    outcome = {"status": status} | ({} if status == "open" else {"decided_on": "2026-07-03"})

    assert subject(engagement(outcome=outcome)).is_live is live


def test_a_deal_that_is_lost_later_is_still_live() -> None:
    assert (subject(lost(), "2026-07-02").is_live, subject(lost(), "2026-07-03").is_live) == (True, False)


def test_money_is_in_the_currency_of_the_deal_or_else_of_the_workspace() -> None:
    in_euro = subject(engagement(deal={"currency": "EUR"}))

    assert in_euro.money(Decimal(500)) == "EUR 500"
    assert subject(engagement(deal={"amount": "1"})).money(Decimal(500)) == "CNY 500"
    assert full().money(Decimal(500)) == "CNY 500"
    assert full().money(None) == ""


def test_people_are_roles_unless_names_were_asked_for() -> None:
    nameless = Stakeholder.model_validate({"role": "foreman"})

    assert full().person(NAMED) == "head of IT"
    assert full(show_names=True).person(NAMED) == "head of IT (Chen)"
    assert full(language="zh", show_names=True).person(NAMED) == "head of IT（Chen）"
    assert full(show_names=True).person(nameless) == "foreman"
