"""Text as a quoted value."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.source.fields import quoted
from generator.source.text import unprintable_in
from tests.source.trees import plain, root

PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(
    lambda text: not unprintable_in(text)
)


@given(PRINTABLE)
def test_quoted_text_is_read_as_it_was(text: str) -> None:
    one_line = re.sub("[\u2028\u2029]", " ", text)

    assert plain(root(f"a: {quoted(one_line)}\n")) == {"a": one_line}


def test_a_line_break_in_it_is_a_space() -> None:
    assert quoted('a\n"b\\') == '"a \\"b\\\\"'
