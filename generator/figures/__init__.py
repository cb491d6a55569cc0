"""Figure data, and each as SVG; the data also feed Word's native figures."""

from __future__ import annotations

from typing import assert_never

from generator.figures.bar_svg import render_bars_svg
from generator.figures.charts import BarChart, Chart, LineChart, ScatterChart, StackedBarChart
from generator.figures.gantt import Gantt
from generator.figures.line_svg import render_line_svg
from generator.figures.risk_map import RiskMap
from generator.figures.risk_map_svg import render_risk_map_svg
from generator.figures.scatter_svg import render_scatter_svg
from generator.figures.svg import render_svg

__all__ = ["Figure", "render_figure"]

Figure = Gantt | RiskMap | Chart


def render_figure(figure: Figure, title: str = "") -> str:
    """SVG; title is its accessible name."""
    match figure:
        case Gantt():
            return render_svg(figure, title)
        case RiskMap():
            return render_risk_map_svg(figure, title)
        case BarChart() | StackedBarChart():
            return render_bars_svg(figure, title)
        case LineChart():
            return render_line_svg(figure, title)
        case ScatterChart():
            return render_scatter_svg(figure, title)
        case _:
            assert_never(figure)
