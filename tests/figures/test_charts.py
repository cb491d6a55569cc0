from __future__ import annotations

import pytest

from generator.figures.charts import Axis, Chart, Series, in_words
from generator.figures.inks import INKS, ink_of
from generator.figures.numbers import Number, NumberKind, number_of
from generator.figures.scale import AxisScale, axis_scale
from generator.states import Light
from tests.figures.charts import CALIBRATION, KEPT, LIGHTS, THEMES
from tests.figures.test_colours import luminance


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (THEMES, "涉及项目数 – 过度承诺: 上月 5, 本月 3; 情报不全: 上月 4, 本月 6; 范围与定制: 上月 2"),
        (KEPT, "Share kept on time – 2026-08: 50% (20%–80%); 2026-09: 75%"),
        (LIGHTS, "落地要点（项） – 软件: ■ 红 2, ● 绿 1; 硬件 & <网关>: ■ 红 0, ● 绿 60"),
        (
            CALIBRATION,
            (
                "售前评分: 预测赢单率 30% – 实际赢单率 25% (10%–50%), n = 12; 售前评分: 预测赢单率 70% – 实际赢单率 80%; "
                "销售评分: 预测赢单率 30% – 实际赢单率 10% (0%–40%), n = 7"
            ),
        ),
    ],
)
def test_every_number_is_told_in_words(chart: Chart, words: str) -> None:
    assert in_words(chart) == words


@pytest.mark.parametrize(
    ("kind", "values", "texts", "code"),
    [
        (NumberKind.COUNT, (3, 1200), ("3", "1,200"), "#,##0"),
        (NumberKind.COUNT, (2.5, 3), ("2.5", "3.0"), "#,##0.0"),
        (NumberKind.MONEY, (118.456, 0.0), ("118.46", "0.00"), "#,##0.00"),
        (NumberKind.MONEY, (0.125, 0.135), ("0.12", "0.14"), "#,##0.00"),
        (NumberKind.PERCENT, (0.125, 0.135, -0.001), ("12%", "14%", "0%"), "0%"),
        (NumberKind.COUNT, (), (), "#,##0"),
    ],
)
def test_numbers_of_an_axis_have_the_same_decimals(
    kind: NumberKind, values: tuple[float, ...], texts: tuple[str, ...], code: str
) -> None:
    number = number_of(kind, values)

    assert (tuple(map(number.text, values)), number.code) == (texts, code)


def test_a_number_that_rounds_to_nothing_has_no_sign() -> None:
    assert Number(NumberKind.MONEY, 1).text(-0.04) == "0.0"


@pytest.mark.parametrize(
    ("axis", "values", "ticks"),
    [
        (Axis("n"), (7, 3), (0, 2, 4, 6, 8)),
        (Axis("n"), (1,), (0, 1)),
        (Axis("n"), (), (0, 1)),
        (Axis("n"), (0.2,), (0, 1)),
        (Axis("share", NumberKind.PERCENT), (0.03,), (0, 0.01, 0.02, 0.03)),
        (Axis("share", NumberKind.PERCENT, 0, 1), (0.4,), (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (Axis("bias", NumberKind.PERCENT), (-0.05, 0.28), (-0.1, 0, 0.1, 0.2, 0.3)),
        (Axis("money", NumberKind.MONEY), (118.5, 260.25), (0, 100, 200, 300)),
        (Axis("n", NumberKind.COUNT, 0, 7), (5,), (0, 2, 4, 6)),
    ],
)
def test_scales_have_round_steps_and_hold_zero_and_every_value(
    axis: Axis, values: tuple[float, ...], ticks: tuple[float, ...]
) -> None:
    assert axis_scale(axis, values).ticks() == ticks


def test_what_lies_beyond_the_ends_is_drawn_at_them() -> None:
    scale = AxisScale(-1, 3, 1)

    assert [scale.share(value) for value in (-5, -1, 0, 3, 9)] == [0, 0, 0.25, 1, 1]


def test_a_series_without_intervals_has_none() -> None:
    assert Series("a", (1, 2)).interval(1) is None


def test_inks_stand_out_from_the_page_and_differ_without_colour() -> None:
    lights = [ink_of(0, light) for light in Light]

    assert min(1.05 / (luminance(ink.colour) + 0.05) for ink in (*INKS, *lights)) >= 3
    for inks in (INKS, lights):
        assert len({ink.pattern for ink in inks}) == len({ink.dash for ink in inks}) == len(inks)
        assert len({ink.marker for ink in inks}) == len(inks)


def test_after_the_last_ink_the_first_comes_again() -> None:
    assert ink_of(len(INKS) + 1) == INKS[1]
