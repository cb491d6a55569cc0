"""What tells the series of a chart apart: pattern, shape and dashes as well as colour, the same in SVG and Word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.figures import colours
from generator.states import Light

# The names are DrawingML's (ECMA-376-1, 20.1.10.51, 20.1.10.48, 21.2.3.27); no pattern is a solid area.
Pattern = Literal["", "wdUpDiag", "pct25", "dkHorz", "diagCross", "dkVert"]
Dash = Literal["solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash"]
Marker = Literal["circle", "square", "triangle", "diamond", "x", "plus"]


@dataclass(frozen=True, slots=True)
class Ink:
    """colour has at least 3 : 1 against white; patterns are drawn in it on white."""

    colour: str
    pattern: Pattern
    dash: Dash
    marker: Marker


INKS = (
    Ink("1F3A5F", "", "solid", "circle"),
    Ink("CF6A1B", "wdUpDiag", "dash", "square"),
    Ink("3C8C5A", "pct25", "sysDot", "triangle"),
    Ink("7A4E9C", "dkHorz", "dashDot", "diamond"),
    Ink("B0413E", "diagCross", "lgDash", "x"),
    Ink("5B6670", "dkVert", "sysDash", "plus"),
)
_LIGHTS = {
    light: Ink(colours.BARS[light], INKS[n].pattern, INKS[n].dash, INKS[n].marker)
    for n, light in enumerate(Light)
}


def ink_of(place: int, light: Light | None = None) -> Ink:
    """Of the series at that place; after the last ink the first comes again."""
    return _LIGHTS[light] if light else INKS[place % len(INKS)]
