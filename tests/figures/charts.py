"""A chart of each kind, in both languages."""

from __future__ import annotations

from generator.figures.charts import (
    Axis,
    BarChart,
    Chart,
    Interval,
    LineChart,
    Point,
    PointSeries,
    ScatterChart,
    Series,
    StackedBarChart,
)
from generator.figures.numbers import NumberKind
from generator.states import Light

THEMES = BarChart(
    ("过度承诺", "情报不全", "范围与定制"),
    (Series("上月", (5, 4, 2)), Series("本月", (3, 6, None))),
    Axis("涉及项目数"),
    "主题",
    "情报不全的项目在增加。",
)
KEPT = BarChart(
    ("2026-08", "2026-09"),
    (Series("On time", (0.5, 0.75), (Interval(0.2, 0.8), None)),),
    Axis("Share kept on time", NumberKind.PERCENT, 0, 1),
    "Month",
    "More promises are kept.",
    upright=True,
)
BIAS = BarChart(
    ("Presales", "Sales"),
    (Series("Bias", (-0.05, 0.28), (Interval(-0.2, 0.1), Interval(0.1, 0.45))),),
    Axis("Mean bias", NumberKind.PERCENT),
    "Forecaster",
    "Sales scores are too high.",
)
LIGHTS = StackedBarChart(
    ("软件", "硬件 & <网关>"),
    (Series("■ 红", (2, 0), light=Light.RED), Series("● 绿", (1, 60), light=Light.GREEN)),
    Axis("落地要点（项）"),
    "类别",
    "红色的都是软件。",
)
GAPS = StackedBarChart(
    ("East", "South"),
    (Series("Lost", (118.5, 2)), Series("At risk", (60, 240.25))),
    Axis("CNY K", NumberKind.MONEY),
    "Region",
    "Most money is at risk in the south.",
    upright=True,
)
MONTHS = LineChart(
    ("2026-07", "2026-08", "2026-09", "2026-10"),
    (
        Series("Promised", (3, 5, None, 8)),
        Series("Kept", (1, 4, None, 7), (None, Interval(2, 5), None, None)),
    ),
    Axis("Promises"),
    "Month",
    "Both grow.",
)
CALIBRATION = ScatterChart(
    (
        PointSeries("售前评分", (Point(0.3, 0.25, Interval(0.1, 0.5), "n = 12"), Point(0.7, 0.8))),
        PointSeries("销售评分", (Point(0.3, 0.1, Interval(0, 0.4), "n = 7"),)),
    ),
    Axis("预测赢单率", NumberKind.PERCENT, 0, 1),
    Axis("实际赢单率", NumberKind.PERCENT, 0, 1),
    "售前评分接近对角线。",
    "完全准确",
)
CHARTS: dict[str, Chart] = {
    "themes": THEMES, "kept": KEPT, "bias": BIAS, "lights": LIGHTS, "gaps": GAPS, "months": MONTHS,
    "calibration": CALIBRATION,
}  # fmt: skip
