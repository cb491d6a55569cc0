"""The five states that documents show as shape, word and colour at once. Imports nothing of ours."""

from __future__ import annotations

from enum import StrEnum


class Light(StrEnum):
    """A traffic light with an extra step; the order of members is from worst to no statement."""

    RED = "red"
    ORANGE = "orange"
    AMBER = "amber"
    GREEN = "green"
    GREY = "grey"

    @property
    def glyph(self) -> str:
        """A shape of its own for each state, so that black-and-white print and colour-blind readers lose nothing."""
        return GLYPHS[self]

    @property
    def rank(self) -> int:
        """0 is worst."""
        return _RANKS[self]


_RANKS = {light: rank for rank, light in enumerate(Light)}
# Shapes that every CJK font has, so that no page shows an empty box.
GLYPHS = {Light.RED: "■", Light.ORANGE: "◆", Light.AMBER: "▲", Light.GREEN: "●", Light.GREY: "○"}
LIGHT_OF_GLYPH = {glyph: light for light, glyph in GLYPHS.items()}

# (background, foreground) as RRGGBB; contrast of each pair is at least 4.5 (tests/test_states.py).
COLOURS = {
    Light.RED: ("F9D6D5", "8C1D18"),
    Light.ORANGE: ("FDE0C8", "7A3B00"),
    Light.AMBER: ("FFF1C2", "5F4B00"),
    Light.GREEN: ("D6EBDD", "0E4F2B"),
    Light.GREY: ("E8EBEE", "434A52"),
}


def worst(lights: tuple[Light, ...]) -> Light:
    """The worst of some lights; grey when there are none."""
    return min(lights, key=lambda light: light.rank, default=Light.GREY)
