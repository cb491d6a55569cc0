from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.insights.as_of import engagement_as_of
from generator.insights.portfolio.amounts import AmountSum
from generator.insights.portfolio.risk_map import Move, RiskMap, risk_map
from generator.insights.risks import Rating
from generator.notes.model import Engagement
from generator.states import Light
from tests.builders import day
from tests.insights.portfolio.notes import note

DAY = day("2026-06-30")
MONTH_BEFORE = day("2026-05-31")
DONE = {"what": "test", "status": "done", "closed_on": "2026-06-10"}


def _risk(probability: int = 4, impact: int = 4, **keys: Any) -> dict[str, Any]:
    rating = {"probability": str(probability), "impact": str(impact)}
    return {"event": "late", "category": "schedule"} | rating | keys


def _map(*notes: Engagement) -> RiskMap:
    past = (engagement_as_of(engagement, DAY) for engagement in notes)
    return risk_map(tuple(engagement for engagement in past if engagement), MONTH_BEFORE, "CNY")


def _of(*risks: dict[str, Any], on: str = "2026-04-01", **keys: Any) -> RiskMap:
    return _map(note("n", on, risks=list(risks), **keys))


def _moved(found: RiskMap) -> list[tuple[Move, str]]:
    return [(move.move, move.risk.name) for move in found.moves]


# ── the map ──


def test_open_risks_stand_in_the_cell_of_their_current_rating() -> None:
    found = _map(
        note("b", risks=[_risk(), _risk(2, 2)]),
        note("a", risks=[_risk(), _risk(action=DONE, residual={"probability": "2", "impact": "2"})]),
    )

    assert [(cell.rating, cell.colour, cell.shown) for cell in found.cells] == [
        (Rating(4, 4), Light.RED, ("a/T1", "b/T1")),
        (Rating(2, 2), Light.GREEN, ("a/T2", "b/T2")),
    ]
    assert found.by_colour == ((Light.RED, 2), (Light.ORANGE, 0), (Light.AMBER, 0), (Light.GREEN, 2))


def test_a_cell_shows_four_of_its_risks() -> None:
    found = _of(*(_risk() for _ in range(5)))

    assert (len(found.cells[0].risks), found.cells[0].shown) == (5, ("n/T1", "n/T2", "n/T3", "n/T4"))


def test_the_worst_then_the_nearest_then_the_heaviest_comes_first() -> None:
    found = _of(
        _risk(1, 1),
        _risk(5, 3),
        _risk(3, 5),
        _risk(4, 4, proximity="pilot", action={"due": "2026-08-01"}),
        _risk(4, 4, proximity="pilot", action={"due": "2026-07-01"}),
    )

    assert [risk.name for risk in found.open] == ["n/T5", "n/T4", "n/T3", "n/T2", "n/T1"]


def test_risks_that_happened_or_of_deals_lost_are_not_open() -> None:
    found = _map(
        note("a", risks=[_risk(happened_on="2026-05-25")]),
        note("b", risks=[_risk()], outcome={"status": "lost", "decided_on": "2026-05-25"}),
        note("c", risks=[_risk()], outcome={"status": "won", "decided_on": "2026-05-25"}),
    )

    assert [risk.name for risk in found.open] == ["c/T1"]


def test_an_action_that_changed_nothing_is_named() -> None:
    unchanged = {"probability": "4", "impact": "4"}

    found = _of(_risk(action=DONE, residual=unchanged), _risk(residual=unchanged))

    assert [risk.name for risk in found.without_effect] == ["n/T1"]


# ── moves ──


def test_a_risk_of_a_new_note_is_new() -> None:
    assert _moved(_of(_risk(), on="2026-06-01")) == [(Move.NEW, "n/T1")]


def test_a_finished_action_makes_a_risk_better_or_worse() -> None:
    found = _of(
        _risk(action=DONE, residual={"probability": "2", "impact": "4"}),
        _risk(2, 2, action=DONE, residual={"probability": "3", "impact": "3"}),
        _risk(action=DONE, residual={"probability": "4", "impact": "4"}),
        _risk(3, 3, action=DONE, residual={"probability": "4", "impact": "2"}),
    )

    assert [(move.move, move.risk.name, move.before, move.after) for move in found.moves] == [
        (Move.WORSE, "n/T2", Rating(2, 2), Rating(3, 3)),
        (Move.BETTER, "n/T1", Rating(4, 4), Rating(2, 4)),
        (Move.BETTER, "n/T4", Rating(3, 3), Rating(4, 2)),
    ]


def test_what_happened_comes_first() -> None:
    found = _of(
        _risk(happened_on="2026-06-05"),
        _risk(action=DONE, residual={"probability": "1", "impact": "1"}),
        _risk(happened_on="2026-05-05"),
    )

    assert _moved(found) == [(Move.HAPPENED, "n/T1"), (Move.BETTER, "n/T2")]


def test_a_risk_that_happened_in_the_month_of_its_note_is_told() -> None:
    found = _of(_risk(happened_on="2026-06-05"), on="2026-06-01")

    assert [(move.move, move.before, move.after) for move in found.moves] == [(Move.HAPPENED, None, None)]


def test_the_risks_of_a_deal_lost_this_month_end() -> None:
    found = _of(
        _risk(), _risk(happened_on="2026-05-05"), outcome={"status": "lost", "decided_on": "2026-06-05"}
    )

    assert [(move.move, move.risk.name, move.after) for move in found.moves] == [(Move.ENDED, "n/T1", None)]


def test_a_note_that_stayed_the_same_has_no_moves() -> None:
    assert _of(_risk(), _risk(2, 2)).moves == ()


# ── money ──


def test_exposure_is_listed_and_roughly_weighed_a_currency_at_a_time() -> None:
    found = _map(
        note("a", risks=[_risk(4, 4, cost_exposure="1000"), _risk(1, 1, cost_exposure="100"), _risk()]),
        note("b", deal={"currency": "EUR"}, risks=[_risk(2, 2, cost_exposure="10")]),
    ).exposure

    assert [(row.currency, row.total, row.n) for row in found.listed] == [
        ("CNY", Decimal(1100), 2),
        ("EUR", Decimal(10), 1),
    ]
    # 65 % of 1000 and 5 % of 100; 20 % of 10.
    assert found.expected == (
        AmountSum("CNY", Decimal(655), Decimal("327.5"), 2),
        AmountSum("EUR", Decimal(2), Decimal(2), 1),
    )
    assert found.unknown == ("a/T3",)


def test_without_notes_the_map_is_empty() -> None:
    found = _map()

    assert (found.open, found.cells, found.moves, found.exposure.listed) == ((), (), (), ())
