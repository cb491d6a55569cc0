"""Slips in what stands between the words."""

from __future__ import annotations

import pytest

from generator.source.mistakes import find_mistakes


@pytest.mark.parametrize(
    ("line", "column", "code", "mended"),
    [
        ("\tname: x", 1, "tab", "  name: x"),
        ("  \tname: x", 3, "tab", "    name: x"),
        ("  -\tname: x", 4, "tab", "  -  name: x"),
        ("　name: x", 1, "full_width_space", "  name: x"),
        ("\u00a0 name: x", 1, "full_width_space", "  name: x"),
        ("said：six weeks", 5, "full_width_colon", "said: six weeks"),
        ("  - said：x", 9, "full_width_colon", "  - said: x"),
        ("customer：", 9, "full_width_colon", "customer: "),
        ("- {kind: a, text：b}", 17, "full_width_colon", "- {kind: a, text: b}"),
        ("- {kind: a，theme: b}", 11, "full_width_comma", "- {kind: a, theme: b}"),
        ("- {kind: a、 theme: b}", 11, "full_width_comma", "- {kind: a, theme: b}"),
        ("name:x", 5, "space_after_colon", "name: x"),
        ("  - name:甲", 9, "space_after_colon", "  - name: 甲"),
        ("  * a", 3, "odd_list_mark", "  - a"),
        ("• a: 1", 1, "odd_list_mark", "- a: 1"),
        ("  －a", 3, "odd_list_mark", "  - a"),
        ("  -name: x", 3, "space_after_dash", "  - name: x"),
    ],
)
def test_a_slip_is_found_at_its_column_and_mended(line: str, column: int, code: str, mended: str) -> None:
    first = next(find_mistakes(line))

    assert (first.column, first.code, first.mended) == (column, code, mended)


@pytest.mark.parametrize("line", ["\tname: x", "　name: x"])
def test_indentation_is_tried_in_every_usual_width(line: str) -> None:
    tried = [mistake.mended for mistake in find_mistakes(line)]

    assert tried == ["  name: x", " name: x", "    name: x"]


def test_every_full_width_colon_between_braces_is_found() -> None:
    columns = [mistake.column for mistake in find_mistakes("- {kind：a, text：b}")]

    assert columns == [8, 16]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# 注释：a",
        "name: x",
        "  - name: 价格：高",
        "name: 甲，乙",
        "- {kind: a, text: 甲，乙}",
        "- 甲：乙",
        "see https://example.org/a",
        "products: [a, b]",
        "x-客户编号: 1",
    ],
)
def test_a_line_without_a_slip_has_none(line: str) -> None:
    assert list(find_mistakes(line)) == []


def test_lines_that_nobody_could_read_are_not_looked_at() -> None:
    assert list(find_mistakes("said：" + "x" * 5_000)) == []
