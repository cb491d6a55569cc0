from __future__ import annotations

import pytest

from generator.insights.portfolio.looks import last_look, next_look


@pytest.mark.parametrize(
    ("n", "last", "ahead"),
    [
        (0, None, 30),
        (29, None, 30),
        (30, 30, 60),
        (99, 60, 100),
        (100, 100, 200),
        (399, 200, 400),
        (400, 400, 800),
    ],
)
def test_looks_are_at_thirty_sixty_a_hundred_and_then_at_every_doubling(
    n: int, last: int | None, ahead: int
) -> None:
    assert (last_look(n), next_look(n)) == (last, ahead)
