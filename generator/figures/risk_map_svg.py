"""A risk map as SVG: text stays text, each tile has shape and colour."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures import colours
from generator.figures.measure import fold_lines
from generator.figures.risk_map import RiskMap, RiskMapCell
from generator.figures.svg import escape, open_svg
from generator.states import COLOURS

_LEFT, _TOP, _TILE_WIDTH, _TILE_HEIGHT, _GAP = 88, 40, 126, 50, 3
_LINE, _ROOM, _MOST_LINES = 16, 15, 2
_WIDTH, _HEIGHT = _LEFT + 5 * _TILE_WIDTH + 8, _TOP + 5 * _TILE_HEIGHT + 34
_BOTTOM = _TOP + 5 * _TILE_HEIGHT + 16


def render_risk_map_svg(risk_map: RiskMap, title: str = "") -> str:
    """title is the accessible name."""
    parts = (
        open_svg(
            title or f"{risk_map.probability} × {risk_map.impact}", _in_words(risk_map), _WIDTH, _HEIGHT
        ),
        f'<text x="8" y="24" font-weight="bold">{escape(risk_map.probability)} ↑ · {escape(risk_map.impact)} →</text>',
        *(line for place, row in enumerate(risk_map.rows) for line in _row(place, row)),
        *_impacts(),
        f'<text x="8" y="{_BOTTOM + 14}" font-size="11" fill="#{colours.FAINT}">{escape(risk_map.legend)}</text>',
        "</svg>\n",
    )
    return "\n".join(parts)


def _row(place: int, cells: tuple[RiskMapCell, ...]) -> Iterator[str]:
    """The tiles of one probability behind its number; the first place is that of 5."""
    y = _TOP + place * _TILE_HEIGHT
    yield f'<text x="{_LEFT - 20}" y="{y + 30}" font-weight="bold">{5 - place}</text>'
    for column, cell in enumerate(cells):
        yield _tile(cell, _LEFT + column * _TILE_WIDTH, y)


def _impacts() -> Iterator[str]:
    for impact in range(1, 6):
        x = _LEFT + (impact - 1) * _TILE_WIDTH + _TILE_WIDTH // 2
        yield f'<text x="{x}" y="{_BOTTOM}" font-weight="bold" text-anchor="middle">{impact}</text>'


def _in_words(risk_map: RiskMap) -> str:
    found = []
    for place, row in enumerate(risk_map.rows):
        for impact, cell in enumerate(row, start=1):
            if cell.text:
                found.append(f"{5 - place} × {impact}: {cell.text}")
    return "; ".join(found)


def _tile(cell: RiskMapCell, x: int, y: int) -> str:
    background, foreground = COLOURS[cell.light]
    lines = fold_lines(f"{cell.light.glyph} {cell.text}".rstrip(), _ROOM, _MOST_LINES)
    first = y + _TILE_HEIGHT / 2 + 4 - _LINE * (len(lines) - 1) / 2
    spans = "".join(
        f'<tspan x="{x + 10}" y="{first + _LINE * number:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    box = (
        f'<rect x="{x}" y="{y}" width="{_TILE_WIDTH - _GAP}" height="{_TILE_HEIGHT - _GAP}" rx="3"'
        f' fill="#{background}"/>'
    )
    whole = f"<title>{escape(cell.text)}</title>" if cell.text and lines[-1].endswith("…") else ""
    return f'<g>{whole}{box}<text font-weight="bold" fill="#{foreground}">{spans}</text></g>'
