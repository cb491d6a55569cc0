from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Language
from generator.notes.codes import THEMES, FitLevel, Party, ThemeGroup
from generator.notes.codes import Theme as ThemeCode
from generator.states import Light
from generator.views.wording import Chip, Wording, number
from tests.builders import day
from tests.views.subjects import labels, wording

EN, ZH = wording("en"), wording("zh")


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        ("0", "0元", "CNY 0"),
        ("0.5", "0.5元", "CNY 0.5"),
        ("2600", "2600元", "CNY 2,600"),
        ("2600.40", "2600.4元", "CNY 2,600.4"),
        ("9999.99", "9999.99元", "CNY 9,999.99"),
        ("9999.995", "1万元", "CNY 10 K"),
        ("10000", "1万元", "CNY 10 K"),
        ("10005", "1万元", "CNY 10 K"),
        ("10050", "1万元", "CNY 10.05 K"),
        ("10150", "1.02万元", "CNY 10.15 K"),
        ("12345", "1.23万元", "CNY 12.34 K"),
        ("12355", "1.24万元", "CNY 12.36 K"),
        ("180000", "18万元", "CNY 180 K"),
        ("1180000", "118万元", "CNY 1,180 K"),
        ("99990000", "9999万元", "CNY 99,990 K"),
        ("100000000", "10,000万元", "CNY 100,000 K"),
        ("1234567890", "123,456.79万元", "CNY 1,234,567.89 K"),
    ],
)  # fmt: skip
def test_amounts_are_worded_by_language(amount: str, zh: str, en: str) -> None:
    assert (ZH.money(Decimal(amount), "CNY"), EN.money(Decimal(amount), "CNY")) == (zh, en)


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        ("2600", "USD 2600", "USD 2,600"),
        ("10000", "USD 1万", "USD 10 K"),
        ("1180000", "USD 118万", "USD 1,180 K"),
    ],
)
def test_another_currency_is_named_in_front(amount: str, zh: str, en: str) -> None:
    assert (ZH.money(Decimal(amount), "USD"), EN.money(Decimal(amount), "USD")) == (zh, en)


@given(st.decimals(0, Decimal(10) ** 70, allow_nan=False, allow_infinity=False))
def test_amounts_of_any_size_are_worded(amount: Decimal) -> None:
    assert ZH.money(amount, "CNY").endswith("元")
    assert EN.money(amount, "EUR").startswith("EUR ")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "0"), ("100", "100"), ("1200", "1,200"), ("2.50", "2.5"), ("2.005", "2"), ("2.015", "2.02"),
        ("2.025", "2.02"), ("0.001", "0"), ("1000000.10", "1,000,000.1"),
    ],
)  # fmt: skip
def test_numbers_have_two_decimals_at_most_half_to_even(value: str, expected: str) -> None:
    assert number(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("value", "step", "expected"), [("16.45", "0.1", "16.4"), ("16.55", "0.1", "16.6"), ("12", "0.1", "12"), ("120", "1", "120")]
)  # fmt: skip
def test_numbers_are_no_finer_than_asked(value: str, step: str, expected: str) -> None:
    assert number(Decimal(value), Decimal(step)) == expected


@pytest.mark.parametrize(
    ("part", "expected"), [("0", "0%"), ("0.125", "12%"), ("0.135", "14%"), ("0.126", "13%"), ("1", "100%")]
)
def test_shares_are_whole_percentages(part: str, expected: str) -> None:
    assert EN.share(Decimal(part)) == expected


def test_counts_are_worded() -> None:
    assert (ZH.k_of_n(2, 5), EN.k_of_n(2, 5)) == ("2 / 5", "2 of 5")
    assert (ZH.days_late(1), EN.days_late(1)) == ("逾期 1 天", "1 day late")
    assert (ZH.days_late(12), EN.days_late(12)) == ("逾期 12 天", "12 days late")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ("甲、乙", "甲，乙", "甲；乙", "甲（乙）", "甲：乙")),
        ("en", ("甲, 乙", "甲, 乙", "甲; 乙", "甲 (乙)", "甲: 乙")),
    ],
)
def test_lists_remarks_and_labels_are_punctuated_by_language(
    language: Language, expected: tuple[str, ...]
) -> None:
    w, parts = wording(language), ("甲", "", "乙")

    assert (
        w.join(parts), w.aside(parts), w.clauses(parts), w.bracketed("甲", "乙"), w.labelled("甲", "乙"),
    ) == expected  # fmt: skip
    assert (w.join(()), w.bracketed("甲", "")) == ("", "甲")


def test_closed_values_begin_a_cell_or_stand_in_a_sentence() -> None:
    assert (EN.code(Party.THIRD_PARTY), EN.within(Party.THIRD_PARTY), EN.code(None)) == (
        "Third party",
        "third party",
        "",
    )
    assert (ZH.code(FitLevel.GAP), ZH.within(FitLevel.GAP), ZH.code(None)) == ("缺口", "缺口", "")
    assert (EN.inside("Held up by R1"), ZH.inside("被 R1 卡住"), EN.inside("")) == (
        "held up by R1",
        "被 R1 卡住",
        "",
    )


def test_themes_and_intelligence_have_names() -> None:
    extra = ThemeCode("localization", "本地化", "Localization", ThemeGroup.OTHER)
    zh, en = (Wording(labels(language), (*THEMES, extra)) for language in ("zh", "en"))

    assert (zh.theme("intel_gap"), en.theme("intel_gap")) == ("情报不全", "Intelligence gap")
    assert (zh.theme("localization"), en.theme("localization")) == ("本地化", "Localization")
    assert (zh.intel("budget_ceiling"), en.intel("budget_ceiling")) == ("预算上限", "budget ceiling")


@pytest.mark.parametrize(("value", "zh", "en"), [(True, "是", "Yes"), (False, "否", "No"), (None, "", "")])
def test_flags_are_words_and_silence_is_silence(value: bool | None, zh: str, en: str) -> None:
    assert (ZH.flag(value), EN.flag(value)) == (zh, en)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-07-20", "2026-08-28", "2026-07-20 – 2026-08-28"),
        ("2026-07-20", "2026-07-20", "2026-07-20"),
        ("2026-07-20", None, "2026-07-20 – …"),
        (None, "2026-08-28", "… – 2026-08-28"),
        (None, None, ""),
    ],
)
def test_periods_may_have_an_open_end(start: str | None, end: str | None, expected: str) -> None:
    assert EN.period(day(start) if start else None, day(end) if end else None) == expected


def test_a_state_is_shape_and_word() -> None:
    assert [Chip(light, "w").text for light in Light] == ["■ w", "◆ w", "▲ w", "● w", "○ w"]
