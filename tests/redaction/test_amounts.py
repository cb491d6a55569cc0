from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.redaction.amounts import Scale, make_factor
from generator.redaction.spans import replace_spans

DOUBLE = Scale.of(Decimal("1.5"), (Decimal(1_180_000), Decimal(2600), Decimal(50_000), Decimal(2026)))


def scaled(text: str) -> str:
    return replace_spans(text, DOUBLE.spans(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("报价118万", "报价177万"),
        ("报价 １１８ 万元", "报价 177 万元"),
        ("1,180,000 in all", "1,770,000 in all"),
        ("CNY 1,180 K", "CNY 1,770 K"),
        ("1180000", "1770000"),
        ("€1.18 million", "€1.77 million"),
        ("每小时约 2600 元", "每小时约 3900 元"),
        ("预算 100-120 万", "预算 150-180 万"),
        ("超出约 38 万", "超出约 57 万"),
        ("1.2亿", "1.8亿"),
        ("单节点 5 万行/秒", "单节点 7.5 万行/秒"),
        ("350 元", "520 元"),
    ],
)
def test_an_amount_keeps_the_form_in_which_it_is_written(text: str, expected: str) -> None:
    assert scaled(text) == expected


@pytest.mark.parametrize(
    "text",
    ["6.2 万行/秒", "12 万条样例", "2026-05-20", "2026 年", "91%", "x86", "25.6 kHz", "110 million reads", "40 分钟", "1.10", "M2", "12 点"],
)  # fmt: skip
def test_what_is_no_money_stays(text: str) -> None:
    assert scaled(text) == text


def test_a_key_that_holds_an_amount_needs_no_mark() -> None:
    assert replace_spans("900", DOUBLE.spans("900", is_money=True)) == "1400"
    assert replace_spans("0", DOUBLE.spans("0", is_money=True)) == "0"


@given(st.binary())
def test_the_factor_changes_every_amount_and_leaves_its_size(seed: bytes) -> None:
    factor = make_factor(seed)

    assert factor == make_factor(seed)
    assert Decimal("0.55") <= factor <= Decimal("0.85") or Decimal("1.2") <= factor <= Decimal("1.8")


@given(st.decimals(1, 10**9, places=2), st.decimals(1, 10**9, places=2))
def test_what_was_more_is_not_less(one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    digits = len(more.normalize().as_tuple().digits) == len(less.normalize().as_tuple().digits)

    assert not digits or DOUBLE.new_value(less) <= DOUBLE.new_value(more)
