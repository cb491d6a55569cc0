from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.word.scripts import split_scripts, split_wide

ANY = st.characters(codec="utf-8")
TEXTS = st.text(st.sampled_from("ab 中文，“”‘’—…·×é■①1") | ANY, max_size=30)


@given(TEXTS)
def test_pieces_together_are_the_text(text: str) -> None:
    assert "".join(piece for piece, _ in split_scripts(text)) == text
    assert "".join(piece for piece, _ in split_wide(text)) == text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain", (("plain", False),)),
        ("纯中文，没有引号", (("纯中文，没有引号", False),)),
        ("“中文”", (("“中文”", True),)),
        ("采用“AI”方案", (("采用“AI”方案", True),)),
        ("he said “hello” – don’t", (("he said “hello” – don’t", False),)),
        ("上线——何工……", (("上线——何工……", True),)),
        ("3×4 grid", (("3×4 grid", False),)),
        ("● done", (("● done", True),)),
        ("“中文”, say “yes”", (("“中文”, say ", True), ("“yes”", False))),
        ("“重点”é", (("“重点”", True), ("é", False))),
        ("", (("", False),)),
    ],
)
def test_marks_follow_their_neighbours(text: str, pieces: tuple[tuple[str, bool], ...]) -> None:
    assert split_scripts(text) == pieces


def test_emphasis_parts_east_asian_from_latin_text() -> None:
    assert split_wide("重点 it’s“要点”") == (("重点", True), (" it’s", False), ("“要点”", True))
