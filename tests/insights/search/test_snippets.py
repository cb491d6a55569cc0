from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.search import snippet


def columns(text: str) -> int:
    return sum(2 if char in "预算上限" else 1 for char in text)


@pytest.mark.parametrize(
    ("text", "marks", "room", "piece", "kept"),
    [
        ("short", ((0, 2),), 10, "short", ((0, 2),)),
        ("two\nlines", (), 20, "two lines", ()),
        ("abcdefghijklmnop", ((10, 12),), 9, "…hijklmn…", ((4, 6),)),
        ("abcdefghijklmnop", ((1, 2),), 9, "abcdefgh…", ((1, 2),)),
        ("abcdefghijklmnop", (), 5, "abcd…", ()),
        ("预算上限预算上限", ((4, 6),), 10, "…限预算上…", ((2, 4),)),
        ("abcdefghijklmnop", ((12, 16),), 9, "…jklmnop", ((4, 8),)),
    ],
)
def test_the_piece_lies_around_the_first_place(
    text: str, marks: tuple[tuple[int, int], ...], room: int, piece: str, kept: tuple[tuple[int, int], ...]
) -> None:
    assert snippet(text, marks, room) == (piece, kept)


@given(st.text("ab 预算上限"), st.integers(0, 40), st.integers(1, 5), st.integers(8, 40))
def test_it_takes_no_more_than_its_room_and_marks_what_was_marked(
    text: str, start: int, length: int, room: int
) -> None:
    start = min(start, max(0, len(text) - 1))
    end = min(start + length, len(text))
    piece, kept = snippet(text, ((start, end),) if end > start else (), room)

    assert columns(piece) <= max(room, 0)
    assert all(text[start:end].startswith(piece[left:right]) for left, right in kept)
