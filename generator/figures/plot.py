"""What the pictures of all charts have in common: the frame, the legend, axes with their words, inks as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.figures import colours
from generator.figures.charts import Axis
from generator.figures.inks import Dash, Ink, Marker, Pattern
from generator.figures.measure import fold_lines, text_width
from generator.figures.numbers import Number, number_of
from generator.figures.scale import AxisScale
from generator.figures.svg import LETTER, SIZE, SMALL, escape

WIDTH, MARGIN = 720, 12
PIXEL = SIZE * LETTER  # of a half-width
ROW = 20  # of the legend
_SWATCH, _NEXT = 26, 20
_LINE = 15
Anchor = Literal["start", "middle", "end"]

_PATTERNS: dict[Pattern, str] = {
    "wdUpDiag": '<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke-width="2.4"/>',
    "pct25": '<path d="M1 1h2v2h-2zM5 5h2v2h-2z" stroke="none"/>',
    "dkHorz": '<path d="M0 2H8M0 6H8" stroke-width="2"/>',
    "diagCross": '<path d="M0 0L8 8M8 0L0 8" stroke-width="1.2"/>',
    "dkVert": '<path d="M2 0V8M6 0V8" stroke-width="2"/>',
}
_DASHES: dict[Dash, str] = {
    "solid": "", "dash": "7 4", "sysDot": "2 3", "dashDot": "8 3 2 3", "lgDash": "12 4", "sysDash": "4 2",
}  # fmt: skip
_MARKERS: dict[Marker, str] = {
    "circle": "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
    "square": "M-4 -4H4V4H-4z",
    "triangle": "M0 -5L5 4H-5z",
    "diamond": "M0 -5.5L5.5 0L0 5.5L-5.5 0z",
    "x": "M-4 -4L4 4M4 -4L-4 4",
    "plus": "M-5 0H5M0 -5V5",
}


@dataclass(frozen=True, slots=True)
class Plot:
    """The area of the bars, lines or points, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def x(self, share: float) -> float:
        return self.left + share * (self.right - self.left)

    def y(self, share: float) -> float:
        """A share of the height, from the bottom."""
        return self.bottom - share * (self.bottom - self.top)


def pixels(text: str) -> float:
    return text_width(text) * PIXEL


def text_at(
    text: str, x: float, y: float, anchor: Anchor = "start", *, bold: bool = False, faint: bool = False
) -> str:
    """One line; y is its base line."""
    look = "" if anchor == "start" else f' text-anchor="{anchor}"'
    look += ' font-weight="bold"' if bold else ""
    look += f' font-size="{SMALL}" fill="#{colours.FAINT}"' if faint else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{look}>{escape(text)}</text>'


def lines_at(text: str, x: float, middle: float, anchor: Anchor, *, room: float, most: int = 2) -> str:
    """Folded into room pixels around a middle; the whole text is a tool tip where the lines are not all of it."""
    lines = fold_lines(text, max(4, int(room / PIXEL)), most)
    first = middle + SIZE * 0.36 - _LINE * (len(lines) - 1) / 2
    tip = f"<title>{escape(text)}</title>" if lines[-1].endswith("…") else ""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{first + _LINE * number:.1f}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text text-anchor="{anchor}">{tip}{spans}</text>'


def pattern_defs(inks: Iterable[Ink], key: str) -> str:
    """The areas of the inks; key keeps the ids of two figures in one page apart."""
    made = {pattern_id(ink, key): ink for ink in inks if ink.pattern}
    patterns = "".join(
        f'<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8"'
        f' fill="#ffffff"/><g stroke="#{ink.colour}" fill="#{ink.colour}">{_PATTERNS[ink.pattern]}</g></pattern>'
        for name, ink in made.items()
    )
    return f"<defs>{patterns}</defs>" if patterns else ""


def pattern_id(ink: Ink, key: str) -> str:
    return f"{ink.pattern}-{ink.colour}-{key}"


def box(area: tuple[float, float, float, float], ink: Ink, key: str) -> str:
    """area is x, y, width and height; an outline holds the pattern together."""
    x, y, width, height = area
    fill = f"url(#{pattern_id(ink, key)})" if ink.pattern else f"#{ink.colour}"
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}"'
        f' stroke="#{ink.colour}"/>'
    )


def marker_at(x: float, y: float, ink: Ink) -> str:
    return (
        f'<path d="{_MARKERS[ink.marker]}" transform="translate({x:.1f} {y:.1f})" fill="#{ink.colour}"'
        f' stroke="#{ink.colour}" stroke-width="1.5"/>'
    )


def stroke(ink: Ink, width: float = 2) -> str:
    """Attributes of a line in an ink."""
    dashes = f' stroke-dasharray="{_DASHES[ink.dash]}"' if _DASHES[ink.dash] else ""
    return f'fill="none" stroke="#{ink.colour}" stroke-width="{width:g}"{dashes}'


def legend(entries: Sequence[tuple[str, str]], top: float) -> tuple[str, float]:
    """entries are the swatch, drawn around (0, 0), and the name; gives the SVG and its height."""
    parts = []
    x, y = float(MARGIN), top + ROW / 2
    for swatch, name in entries:
        need = _SWATCH + pixels(name)
        if x > MARGIN and x + need > WIDTH - MARGIN:
            x, y = float(MARGIN), y + ROW
        parts.append(f'<g transform="translate({x + 9:.1f} {y:.1f})">{swatch}</g>')
        room = WIDTH - MARGIN - x - _SWATCH
        parts.append(lines_at(name, x + _SWATCH, y, "start", room=room, most=1))
        x += need + _NEXT
    return "\n".join(parts), y + ROW / 2 - top + 6


def box_swatch(ink: Ink, key: str) -> str:
    return box((-8, -6, 16, 12), ink, key)


def line_swatch(ink: Ink) -> str:
    return f'<path d="M-10 0H10" {stroke(ink)}/>{marker_at(0, 0, ink)}'


def value_axis(plot: Plot, scale: AxisScale, number: Number, *, upright: bool) -> str:
    """A faint grid with its numbers, and a firm line at zero."""
    parts = []
    for tick in scale.ticks():
        colour = colours.FAINT if tick == 0 else colours.GRID
        share = scale.share(tick)
        if upright:
            y = plot.y(share)
            parts.append(f'<path d="M{plot.left:.1f} {y:.1f}H{plot.right:.1f}" stroke="#{colour}"/>')
            parts.append(text_at(number.text(tick), plot.left - 6, y + 4, "end", faint=True))
        else:
            x = plot.x(share)
            parts.append(f'<path d="M{x:.1f} {plot.top:.1f}V{plot.bottom:.1f}" stroke="#{colour}"/>')
            parts.append(text_at(number.text(tick), x, plot.bottom + 16, "middle", faint=True))
    return "\n".join(parts)


def interval_bar(x: float, low: float, high: float, ink: Ink, *, upright: bool = True) -> str:
    """A line with ends, on a white one that keeps it apart from what it crosses; low and high are pixels."""
    ends = f"M{x - 4:.1f} {low:.1f}h8M{x - 4:.1f} {high:.1f}h8M{x:.1f} {low:.1f}V{high:.1f}"
    if not upright:
        ends = f"M{low:.1f} {x - 4:.1f}v8M{high:.1f} {x - 4:.1f}v8M{low:.1f} {x:.1f}H{high:.1f}"
    colour = colours.TEXT if ink.pattern == "" else ink.colour
    return (
        f'<path d="{ends}" fill="none" stroke="#ffffff" stroke-width="4"/>'
        f'<path d="{ends}" fill="none" stroke="#{colour}" stroke-width="1.5"/>'
    )


def upright_plot(top: float, right: float, height: float, axis: Axis, scale: AxisScale) -> Plot:
    """Right of the numbers of a value axis, below its word."""
    number = number_of(axis.kind, scale.ticks())
    left = MARGIN + max(pixels(number.text(tick)) for tick in scale.ticks()) + 8
    return Plot(left, top + 34, right, top + 34 + height)
