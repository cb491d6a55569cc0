from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figures.measure import fold_lines, longest_word, text_width


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("中文", 4), ("R1 中", 5), ("■ 红", 5), ("，。", 4), ("é", 1)]
)
def test_wide_characters_count_two(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("a bcd", 3), ("中文", 2), ("中 MES写回", 3), ("2026-05-20 中", 10), ("需 R4、R5、R6 先", 10)],
)
def test_lines_break_between_wide_characters(text: str, width: int) -> None:
    assert longest_word(text) == width


@given(st.text(st.sampled_from("ab cde中文字，■"), max_size=80), st.integers(2, 20), st.integers(1, 3))
def test_folded_lines_fit(text: str, width: int, most: int) -> None:
    lines = fold_lines(text, width, most)

    assert len(lines) <= most
    assert [line for line in lines if text_width(line) > width] == []


def test_text_that_fits_is_all_there() -> None:
    assert fold_lines("MES 写回试点 line two", 12, 2) == ("MES 写回试点", "line two")


def test_closing_marks_do_not_begin_a_line() -> None:
    assert fold_lines("▲ R4、R5、R6、R7 就绪，则“不变”。", 11, 9) == (
        "▲ R4、R5、",
        "R6、R7 就",
        "绪，则“不",
        "变”。",
    )


def test_text_that_does_not_fit_ends_in_an_ellipsis() -> None:
    assert fold_lines("one two three four", 9, 1) == ("one two…",)
