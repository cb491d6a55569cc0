from __future__ import annotations

from generator.insights.as_of import engagement_as_of
from generator.insights.portfolio.headline import headline, span_before
from generator.insights.portfolio.windows import Window, month_to
from generator.insights.working_days import Calendar
from tests.builders import day
from tests.insights.portfolio.notes import lesson, note

PROMISE = {
    "id": "K1", "said": "a report", "class": "firm", "made_by": "Lin", "made_on": "2026-05-04", "due": "2026-05-20",
}  # fmt: skip
REQUIREMENT = {"id": "R1", "item": "power", "party": "customer", "needed_by": "2026-05-10"}


def test_it_names_what_is_new_open_closed_overdue_and_red_on_the_last_day_of_the_span() -> None:
    won = {"status": "won", "decided_on": "2026-05-12"}
    notes = (
        note("a", "2026-04-20", commitments=[PROMISE], landing_requirements=[REQUIREMENT]),
        note("b", "2026-05-05", lessons=[lesson(), lesson("evidence")]),
        note("c", "2026-04-01", outcome=won),
    )
    found = headline(notes, month_to(day("2026-05-31")), Calendar())

    assert found.new == ("b",)
    assert found.open == ("a", "b")
    assert found.closed == ("c",)
    assert found.lessons == ("b/L1", "b/L2")
    assert (found.overdue, found.red) == (("a/K1",), ("a/R1",))


def test_a_deal_decided_later_was_open_then() -> None:
    won = note("c", "2026-04-01", outcome={"status": "won", "decided_on": "2026-05-12"})
    past = engagement_as_of(won, day("2026-04-30"))
    assert past is not None
    found = headline((past,), month_to(day("2026-04-30")), Calendar())

    assert (found.open, found.closed) == (("c",), ())


def test_before_a_month_or_its_beginning_lies_the_whole_month_before() -> None:
    april = Window(day("2026-03-31"), day("2026-04-30"))

    assert span_before(month_to(day("2026-05-31"))) == april
    assert span_before(month_to(day("2026-05-07"))) == april


def test_before_other_days_lie_as_many_days() -> None:
    quarter = Window(day("2026-06-30"), day("2026-09-30"))
    week = Window(day("2026-05-10"), day("2026-05-17"))

    assert span_before(quarter) == Window(day("2026-03-30"), day("2026-06-30"))
    assert span_before(week) == Window(day("2026-05-03"), day("2026-05-10"))
