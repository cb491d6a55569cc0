from __future__ import annotations

from typing import Any

import pytest

from generator.insights.needs import Layer, NeedState, need_depth, need_states
from generator.notes.codes import Knowledge, ProbeKind
from tests.builders import engagement, full_engagement

LAYERS = {"surface": "a", "middle": "b", "deep": "c"}


def _state(**keys: Any) -> NeedState:
    found = need_states(engagement(needs=[LAYERS | keys]))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("confidence", "depth"),
    [
        ({}, 0),
        ({"surface": "inferred"}, 0),
        ({"surface": "confirmed"}, 1),
        ({"surface": "confirmed", "middle": "confirmed", "deep": "inferred"}, 2),
        ({"surface": "confirmed", "middle": "confirmed", "deep": "confirmed"}, 3),
        ({"surface": "unknown", "deep": "confirmed"}, 3),
    ],
)
def test_the_depth_is_the_highest_confirmed_layer(confidence: dict[str, str], depth: int) -> None:
    assert _state(confidence=confidence).depth == depth


def test_without_any_confidence_the_depth_is_nought() -> None:
    assert _state().depth == 0


def test_a_layer_that_nobody_wrote_down_is_not_confirmed() -> None:
    need = {"surface": "a", "confidence": {"surface": "confirmed", "deep": "confirmed"}}

    assert need_depth(engagement(needs=[need])) == 1


def test_missing_layers_are_named() -> None:
    found = need_states(engagement(needs=[{"surface": "a"}, {"surface": "a", "deep": "c"}, LAYERS]))

    assert [state.missing for state in found] == [(Layer.MIDDLE, Layer.DEEP), (Layer.MIDDLE,), ()]


def test_layers_carry_text_and_knowledge_from_surface_to_deep() -> None:
    found = need_states(engagement(needs=[{"surface": "a", "confidence": {"deep": "unknown"}}]))

    assert [(layer.layer.value, layer.text, layer.knowledge) for layer in found[0].layers] == [
        ("surface", "a", None),
        ("middle", None, None),
        ("deep", None, Knowledge.UNKNOWN),
    ]


def test_kinds_of_questions_that_nobody_asked_are_named() -> None:
    probes = [{"kind": "impact", "asked": "how much"}, {"asked": "what else"}]

    assert _state(probes=probes).unasked == (ProbeKind.SCENARIO, ProbeKind.COMPETITOR)


def test_a_kind_without_question_or_answer_was_not_asked() -> None:
    probes = [{"kind": "impact"}, {"kind": "scenario", "answer": "at night"}]

    assert _state(probes=probes).unasked == (ProbeKind.IMPACT, ProbeKind.COMPETITOR)


def test_an_engagement_is_as_deep_as_its_deepest_need() -> None:
    needs = [
        LAYERS | {"confidence": {"surface": "confirmed"}},
        LAYERS | {"confidence": {"middle": "confirmed"}},
    ]

    assert need_depth(engagement(needs=needs)) == 2


def test_the_full_example_is_confirmed_to_the_middle_with_every_kind_asked() -> None:
    found = need_states(full_engagement())

    assert [(state.id, state.depth, state.missing, state.unasked) for state in found] == [("N1", 2, (), ())]
