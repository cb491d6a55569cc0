from __future__ import annotations

from decimal import Decimal

import pytest

from generator.leaks.folding import clauses, fold, is_long_enough, spellings


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ｔｏｒｎ　System", "tornsystem"),
        ("拓恩 系统", "拓恩系统"),
        ("118 万", "118万"),
        ("A\u200bB\u00adC\ufeff", "abc"),
        ("１１８万元", "118万元"),
    ],
)
def test_spellings_of_one_text_are_one(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_clause_counts_from_twelve_characters() -> None:
    text = "拓恩的演示回避了老设备，可以作为对比点；a long clause of latin words. short"

    assert clauses(text) == ("alongclauseoflatinwords",)
    assert clauses("拓恩的演示回避了十年以上的老设备，短") == ("拓恩的演示回避了十年以上的老设备",)


@pytest.mark.parametrize(
    ("folded", "expected"), [("陈总", True), ("陈", False), ("lin", False), ("linl", True)]
)
def test_short_words_stand_everywhere(folded: str, expected: bool) -> None:
    assert is_long_enough(folded) is expected


def test_money_in_all_its_spellings() -> None:
    found = spellings(Decimal(1_180_000))

    assert {"1180000", "1,180,000", "118万", "1,180k", "1180k", "1.18million", "1.18m"} <= set(found)
    assert {"118w", "1180千", "1,180thousand", "0.0118亿"} <= set(found)
    assert "0.01亿" not in found


def test_an_amount_as_our_own_documents_round_it() -> None:
    assert "738.52万" in spellings(Decimal(7_385_232))


def test_numbers_under_four_digits_are_not_searched() -> None:
    assert spellings(Decimal(999)) == ()
