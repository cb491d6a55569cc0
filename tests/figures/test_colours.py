from __future__ import annotations

import pytest

from generator.figures.colours import BARS
from generator.states import Light


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("light", list(Light))
def test_bars_stand_out_from_the_page(light: Light) -> None:
    assert 1.05 / (luminance(BARS[light]) + 0.05) >= 3
