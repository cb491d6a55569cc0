from __future__ import annotations

from typing import Any

import pytest

from generator.views.retrospective.needs import LayerRow, Needs, ProbeRow, build_needs
from generator.views.wording import Chip
from tests.builders import engagement
from tests.views.subjects import AMBER, GREEN, GREY, RED, full, subject


def test_each_layer_says_how_sure_we_are() -> None:
    assert build_needs(full()) == Needs(
        layers=(
            LayerRow("N1", "Surface", "stops are noticed too late", Chip(GREEN, "Confirmed")),
            LayerRow("", "Middle", "effectiveness of 78 % by the end of the year", Chip(GREEN, "Confirmed")),
            LayerRow("", "Deep", "afraid to lose orders after the audit", Chip(AMBER, "Inferred")),
        ),
        probes=(
            ProbeRow("N1", "Scenario", "who notices a stop at night", "40 minutes later"),
            ProbeRow("N1", "Impact", "what does an hour cost", "2600"),
            ProbeRow("N1", "Competitor", "whom else have you seen", "one demo"),
        ),
        depth="Deepest confirmed layer: middle (for which business goal)",
        gaps=(),
    )


def test_their_own_words_come_first_and_a_layer_nobody_reached_may_be_known_to_be_unknown() -> None:
    need = {"said": "see the machines", "surface": "s", "confidence": {"deep": "unknown"}}
    found = build_needs(subject(engagement(needs=[need, {"surface": "s2"}])))

    assert found.layers == (
        LayerRow("N1", "In their words", "see the machines", None),
        LayerRow("", "Surface", "s", Chip(GREY, "Not said")),
        LayerRow("", "Deep", "Not reached", Chip(RED, "Unknown")),
        LayerRow("N2", "Surface", "s2", Chip(GREY, "Not said")),
    )


@pytest.mark.parametrize(
    ("confidence", "zh", "en"),
    [
        ({}, "没有一层得到确认", "none is confirmed"),
        ({"surface": "confirmed"}, "表层（要什么）", "surface (what they ask for)"),
        ({"surface": "confirmed", "middle": "confirmed"}, "中层（为了哪个业务指标）", "middle (for which business goal)"),
        ({"deep": "confirmed"}, "深层（谁为什么在意）", "deep (who cares, and why)"),
    ],
)  # fmt: skip
def test_the_deepest_confirmed_layer_is_named(confidence: dict[str, str], zh: str, en: str) -> None:
    need: dict[str, Any] = {"surface": "s", "middle": "m", "deep": "d", "confidence": confidence}
    found = engagement(needs=[{"surface": "other"}, need])

    assert build_needs(subject(found, language="zh")).depth == f"已确认的最深一层：{zh}"
    assert build_needs(subject(found)).depth == f"Deepest confirmed layer: {en}"


def test_what_is_missing_is_what_to_ask_next() -> None:
    asked = {
        "id": "N7",
        "surface": "s",
        "middle": "m",
        "deep": "d",
        "probes": [{"kind": "impact", "asked": "a"}],
    }
    found = engagement(needs=[{"surface": "s"}, asked])

    assert build_needs(subject(found)).gaps == (
        "N1: layers missing: middle, deep; not asked: scenario, impact, competitor",
        "N7: not asked: scenario, competitor",
    )
    assert build_needs(subject(found, language="zh")).gaps == (
        "N1：缺中层、深层；没问过场景、影响、竞品",
        "N7：没问过场景、竞品",
    )
