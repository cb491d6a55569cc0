from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.document import Break, Code, Emphasis, FootnoteMark, Link, Strong
from generator.figures.measure import text_width
from generator.states import Light
from generator.word.widths import HALF_WIDTH, PADDING, column_widths, plain_text, share
from tests.word.documents import cell, inlines, state, table

WIDTH = 9638
LONG = "写回接口只支持旧版本，产线型号跨四代，驱动需逐一验证，且现场网络与办公网隔离"


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.lists(st.text(max_size=60), min_size=n, max_size=n), min_size=1, max_size=4)))  # fmt: skip
def test_widths_together_are_the_width_of_the_text(rows: list[list[str]]) -> None:
    head, *rest = (tuple(row) for row in rows)
    widths = column_widths(table(head, *rest), WIDTH)

    assert sum(widths) == WIDTH
    assert min(widths) > 0


@given(st.integers(1, 20000), st.lists(st.integers(1, 50), min_size=1, max_size=9))
def test_shares_lose_nothing(width: int, weights: list[int]) -> None:
    assert sum(share(width, weights)) == width


def test_the_author_decides_where_there_are_weights() -> None:
    assert column_widths(table(("a", LONG), ("b", LONG), weights=(3, 1)), 8000) == (6000, 2000)


def test_ids_dates_and_states_do_not_wrap_beside_long_text() -> None:
    short = ("R1", "2026-05-20", "▲ 关注", "交付部-何工")
    row = (short[0], LONG, cell(state(Light.AMBER, "关注")), LONG * 2, short[3], short[1])
    widths = column_widths(table(("编号", "风险", "状态", "应对", "负责人", "期限"), row), WIDTH)
    rooms = {text: widths[place] - PADDING for text, place in zip(short, (0, 5, 2, 4), strict=True)}

    assert [text for text, room in rooms.items() if room < text_width(text) * HALF_WIDTH] == []
    assert widths[3] > widths[1] > widths[0]


def test_a_long_unbroken_string_does_not_push() -> None:
    plain = column_widths(table(("a", "b"), (LONG, LONG)), WIDTH)
    pushed = column_widths(table(("a", "b"), (LONG, "x" * text_width(LONG))), WIDTH)

    assert pushed == plain


def test_more_columns_than_room_share_it() -> None:
    widths = column_widths(table(("a long head",) * 30, ("text",) * 30), WIDTH)

    assert max(widths) - min(widths) <= 1


def test_equal_columns_are_equally_wide() -> None:
    widths = column_widths(table(("aa", "bb", "cc"), ("xx", "yy", "zz")), 9000)

    assert widths == (3000, 3000, 3000)


def test_plain_text_is_what_is_read() -> None:
    parts = (
        "a",
        state(Light.RED, "红"),
        Break(),
        Strong((Code("c"), Emphasis(inlines("d")))),
        FootnoteMark(2),
    )
    link = Link("https://example.com", "tip", inlines("out"))

    assert plain_text(cell(*parts, link).children) == "a■ 红 cd2out"
