from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.templating.spacing import single_spaced


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "a\n"),
        ("\n\n\na\n\n\n \nb\n\n", "a\n\nb\n"),
        ("a \nb\t", "a\nb\n"),
        ("a  \nb", "a  \nb\n"),
        ("- a\n   \n  b", "- a\n\n  b\n"),
        ("```\na\n\n\n  b \n```\n\n\nc", "```\na\n\n\n  b \n```\n\nc\n"),
        ("~~~\n```\n\n\n~~~\n\n\nb", "~~~\n```\n\n\n~~~\n\nb\n"),
        ("````\n```\n\n\n````\n\n\nb", "````\n```\n\n\n````\n\nb\n"),
        ("```\na\n``` x\n\n\n```", "```\na\n``` x\n\n\n```\n"),
        ("> ```\n> a\n> ```\n\n\nb", "> ```\n> a\n> ```\n\nb\n"),
        ("", "\n"),
    ],
)
def test_one_blank_line_stands_between_blocks_and_code_keeps_its_lines(text: str, expected: str) -> None:
    assert single_spaced(text) == expected


@given(st.text("a `~>\n", max_size=60))
def test_spacing_twice_changes_nothing_more(text: str) -> None:
    once = single_spaced(text)

    assert single_spaced(once) == once
