"""Figure data, and each as SVG; the data also feed Word's native figures."""

from __future__ import annotations

from typing import assert_never

from generator.figures.gantt import Gantt
from generator.figures.risk_map import RiskMap
from generator.figures.risk_map_svg import render_risk_map_svg
from generator.figures.svg import render_svg

__all__ = ["Figure", "render_figure"]

Figure = Gantt | RiskMap


def render_figure(figure: Figure, title: str = "") -> str:
    """SVG; title is its accessible name."""
    match figure:
        case Gantt():
            return render_svg(figure, title)
        case RiskMap():
            return render_risk_map_svg(figure, title)
        case _:
            assert_never(figure)
