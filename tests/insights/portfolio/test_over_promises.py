from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.insights.portfolio.amounts import AmountSum
from generator.insights.portfolio.over_promises import Flavour, OverPromises, over_promises
from generator.insights.portfolio.promises import noted_promises
from generator.insights.portfolio.windows import window_to
from generator.insights.working_days import Calendar
from generator.notes.codes import Channel
from generator.notes.model import Engagement
from tests.builders import day, full_engagement
from tests.insights.portfolio.notes import note

DAY = day("2026-06-30")
CONFIRMED = {"confirmed_by": "delivery", "confirmed_on": "2026-04-30"}


def _promise(**keys: Any) -> dict[str, Any]:
    return {"said": "it runs", "class": "firm", "made_by": "Lin", "made_on": "2026-05-01"} | keys


def _over_promises(*notes: Engagement) -> OverPromises:
    return over_promises(noted_promises(notes, DAY, Calendar()), window_to(DAY, 12), "CNY")


def _of(*typed: dict[str, Any], **keys: Any) -> OverPromises:
    return _over_promises(note("n", "2026-04-01", commitments=list(typed), **keys))


def test_in_the_full_example_one_of_two_is_flagged() -> None:
    found = _over_promises(full_engagement(id="n"))

    assert [(part.k, part.n, part.ids) for part in (found.process, found.outcome, found.either)] == [
        (1, 2, ("n/K3",)),
        (1, 2, ("n/K3",)),
        (1, 2, ("n/K3",)),
    ]
    assert found.extra_costs == (AmountSum("CNY", Decimal(180000), Decimal(180000), 1),)


def test_the_two_parts_overlap_in_the_union() -> None:
    found = _of(
        _promise(),
        _promise(**CONFIRMED, status="broken", reason="estimate"),
        _promise(status="broken", reason="capacity"),
        _promise(**CONFIRMED, status="broken", reason="customer"),
    )

    assert (found.process.ids, found.outcome.ids, found.either.ids) == (
        ("n/K1", "n/K3"),
        ("n/K2", "n/K3"),
        ("n/K1", "n/K2", "n/K3"),
    )
    assert found.either.n == 4


def test_answers_and_promises_before_the_window_are_outside() -> None:
    found = _over_promises(
        note(
            "old",
            "2025-06-01",
            commitments=[
                _promise(made_on="2025-06-30"),
                _promise(made_on="2025-07-01", **{"class": "uncertain"}),
            ],
        )
    )

    assert (found.either.n, found.flagged, found.by_channel) == (0, (), ())


def test_the_newest_flagged_promise_is_first() -> None:
    found = _of(_promise(), _promise(made_on="2026-05-03"), _promise())

    assert [promise.name for promise in found.flagged] == ["n/K2", "n/K1", "n/K3"]


def test_extra_costs_are_summed_a_currency_at_a_time() -> None:
    found = _over_promises(
        note(
            "a",
            "2026-04-01",
            commitments=[
                _promise(extra_cost="10"),
                _promise(extra_cost="40"),
                _promise(extra_cost="100", in_quote="true"),
                _promise(extra_cost="0"),
            ],
        ),
        note("b", "2026-04-01", deal={"currency": "EUR"}, commitments=[_promise(extra_cost="7")]),
    )

    assert found.extra_costs == (
        AmountSum("CNY", Decimal(50), Decimal(25), 2),
        AmountSum("EUR", Decimal(7), Decimal(7), 1),
    )


def test_channels_and_flavours_are_told_apart() -> None:
    found = _of(
        _promise(channel="chat", gives="date"),
        _promise(channel="chat", gives="service", **CONFIRMED),
        _promise(channel="meeting", gives="price"),
        _promise(gives="capability"),
        _promise(channel="demo", gives="answer"),
        _promise(),
    )

    assert [(channel, row.k, row.n) for channel, row in found.by_channel] == [
        (Channel.MEETING, 1, 1),
        (Channel.CHAT, 1, 2),
        (None, 2, 2),
    ]
    assert [(flavour, row.k, row.n) for flavour, row in found.by_flavour] == [
        (Flavour.FEATURE, 1, 2),
        (Flavour.TIMELINE, 1, 1),
        (Flavour.PRICE, 1, 1),
        (Flavour.NOT_SAID, 1, 1),
    ]
