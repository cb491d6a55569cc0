from __future__ import annotations

import pytest

from generator.insights.same_name import folded


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Harbour Works", "harbour  works ", True),
        ("ＭＥＳ", "mes", True),
        ("青屿　精密", "青屿 精密", True),
        ("Harbour Works", "Harbourworks", False),
    ],
)
def test_case_width_and_spacing_make_no_other_name(one: str, other: str, same: bool) -> None:
    assert (folded(one) == folded(other)) is same
