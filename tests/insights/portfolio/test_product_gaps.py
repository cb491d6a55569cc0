from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.portfolio.product_gaps import GapRow, GapWeights, gap_rows, gap_shares
from generator.notes.codes import AmountKind
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import note

LOST = {"status": "lost", "decided_on": "2026-06-01", "our_read": {"category": "capability"}}
NO_DECISION = LOST | {"status": "no_decision"}
WON = {"status": "won", "decided_on": "2026-06-01"}


def _fit(gap: str | None, severity: str | None = None, level: str = "gap") -> dict[str, str]:
    typed = {"capability": "write-back", "level": level, "gap": gap, "severity": severity}
    return {key: value for key, value in typed.items() if value is not None}


def _deal(name: str, *fit: dict[str, str], amount: str | None = "1000", **keys: Any) -> Engagement:
    deal = {"amount": amount} if amount else {"currency": "CNY"}
    return note(name, **({"deal": deal, "fit": list(fit)} | keys))


def _row(*notes: Engagement) -> GapRow:
    found = gap_rows(notes, "CNY")
    assert len(found) == 1
    return found[0]


def test_an_amount_is_shared_out_by_severity() -> None:
    found = gap_shares(
        _deal("a", _fit("x", "blocker"), _fit("y", "major"), _fit("z", "minor")), GapWeights().by_severity()
    )

    assert [(share.gap, share.share) for share in found] == [
        ("x", Fraction(600)),
        ("y", Fraction(300)),
        ("z", Fraction(100)),
    ]


def test_a_gap_without_severity_is_minor_and_one_named_twice_is_the_worse() -> None:
    found = gap_shares(
        _deal("a", _fit("x"), _fit("y"), _fit("y", "blocker"), _fit("y", "minor")), GapWeights().by_severity()
    )

    # 0.1 and 0.6 of 0.7.
    assert [share.share for share in found] == [Fraction(1000, 7), Fraction(6000, 7)]


def test_what_is_standard_or_has_no_name_is_no_gap() -> None:
    assert gap_rows([_deal("a", _fit("x", level="standard"), _fit(None, "blocker"))], "CNY") == ()


SEVERITY = st.sampled_from(["blocker", "major", "minor", None])


@given(
    st.lists(st.tuples(st.sampled_from("uvwxyz"), SEVERITY), min_size=1, max_size=8),
    st.integers(1, 10**9),
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
)
def test_shares_add_up_to_the_amount_once(
    gaps: list[tuple[str, str | None]], amount: int, weights: tuple[int, int, int]
) -> None:
    typed = _deal("a", *(_fit(gap, severity) for gap, severity in gaps), amount=str(amount))

    found = gap_shares(typed, GapWeights(*(Decimal(weight) / 10 for weight in weights)).by_severity())

    assert sum(share.share or 0 for share in found) == amount


def test_only_what_blocked_a_deal_in_our_reading_lost_it() -> None:
    found = _row(
        _deal("a", _fit("x", "blocker"), outcome=LOST),
        _deal("b", _fit("x", "blocker"), outcome=NO_DECISION),
        _deal("c", _fit("x", "major"), outcome=LOST),
        _deal("d", _fit("x", "blocker"), outcome=LOST | {"our_read": {"category": "price"}}),
        _deal("e", _fit("x", "blocker"), outcome={"status": "lost", "decided_on": "2026-06-01"}),
        _deal("f", _fit("x", "blocker"), outcome=LOST | {"status": "withdrawn"}),
    )

    assert (found.lost, found.lost_deals, found.at_risk) == (Decimal(2000), ("a", "b"), Decimal(0))
    assert found.deals == ("a", "b", "c", "d", "e", "f")


def test_open_deals_are_at_risk_and_won_ones_were_won_anyway() -> None:
    found = _row(
        _deal("a", _fit("x", "minor")), _deal("b", _fit("x")), _deal("c", _fit("x", "blocker"), outcome=WON)
    )

    assert (found.at_risk, found.open_deals, found.won_anyway, found.lost) == (
        Decimal(2000),
        ("a", "b"),
        ("c",),
        Decimal(0),
    )


def test_at_most_takes_whole_amounts() -> None:
    found = gap_rows(
        [
            _deal("a", _fit("x", "blocker"), _fit("y", "major")),
            _deal("b", _fit("x", "blocker"), amount="500", outcome=LOST),
            _deal("c", _fit("x", "major"), amount="70", outcome=LOST),
        ],
        "CNY",
    )

    # Of 1000, 2/3 fall to x and 1/3 to y.
    assert [(row.gap, row.at_most, round(row.at_risk, 2), row.lost) for row in found] == [
        ("x", Decimal(1500), Decimal("666.67"), Decimal(500)),
        ("y", Decimal(1000), Decimal("333.33"), Decimal(0)),
    ]


def test_currencies_have_rows_of_their_own() -> None:
    found = gap_rows(
        [
            _deal("a", _fit("x")),
            _deal("b", _fit("x"), deal={"amount": "5", "currency": "EUR"}),
            note("c", fit=[_fit("x")]),
        ],
        "CNY",
    )

    assert [(row.currency, row.at_risk, row.deals) for row in found] == [
        ("CNY", Decimal(1000), ("a", "c")),
        ("EUR", Decimal(5), ("b",)),
    ]


def test_a_deal_without_an_amount_is_counted_and_named() -> None:
    found = _row(_deal("a", _fit("x")), _deal("b", _fit("x"), amount=None), note("c", fit=[_fit("x")]))

    assert (found.at_risk, found.deals, found.without_amount) == (
        Decimal(1000),
        ("a", "b", "c"),
        ("b", "c"),
    )


def test_kinds_of_amounts_are_counted_and_the_newest_day_is_given() -> None:
    found = gap_rows(
        [
            note("a", "2026-01-10", fit=[_fit("x")], deal={"amount": "1", "amount_kind": "estimate"}),
            note("b", "2026-03-10", fit=[_fit("x")], deal={"amount": "1", "amount_kind": "quoted"}),
            note("c", "2026-02-10", fit=[_fit("x")], deal={"amount": "1"}),
            note("d", "2026-02-10", fit=[_fit("x")], deal={"amount_kind": "quoted"}),
        ],
        "CNY",
    )[0]

    assert found.amount_kinds == ((AmountKind.ESTIMATE, 1), (AmountKind.QUOTED, 1), (None, 1))
    assert found.newest == day("2026-03-10")


def test_many_customers_come_before_much_money() -> None:
    def _of(name: str, customer: str, gap: str, amount: str, currency: str = "CNY") -> Engagement:
        return note(name, customer=customer, fit=[_fit(gap)], deal={"amount": amount, "currency": currency})

    found = gap_rows(
        [
            _of("a", "A", "rich", "900"),
            _of("b", "A", "twice", "1"),
            _of("c", "B", "twice", "1"),
            _of("d", "A", "poor", "800"),
            _of("e", "A", "also-poor", "800"),
            _of("f", "A", "euro", "999", "EUR"),
        ],
        "CNY",
    )

    assert [row.gap for row in found] == ["twice", "rich", "also-poor", "poor", "euro"]
    assert [row.customers for row in found] == [2, 1, 1, 1, 1]


@pytest.mark.parametrize("notes", [[], [note("a")]])
def test_without_gaps_there_are_no_rows(notes: list[Engagement]) -> None:
    assert gap_rows(notes, "CNY") == ()
