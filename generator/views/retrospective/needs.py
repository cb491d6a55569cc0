"""Section 2: need layers with how sure we are of each, and what was not asked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.needs import LayerState, NeedState, need_states
from generator.notes.codes import Knowledge
from generator.states import Light
from generator.views.subject import Subject
from generator.views.wording import Chip

KNOWLEDGE_LIGHTS = {
    Knowledge.CONFIRMED: Light.GREEN,
    Knowledge.INFERRED: Light.AMBER,
    Knowledge.UNKNOWN: Light.RED,
}


@dataclass(frozen=True, slots=True)
class LayerRow:
    """need: the id, on the first row of each need only. state is None for the customer's own words."""

    need: str
    layer: str
    text: str
    state: Chip | None


@dataclass(frozen=True, slots=True)
class ProbeRow:
    need: str
    kind: str
    asked: str
    answer: str


@dataclass(frozen=True, slots=True)
class Needs:
    """depth: the highest confirmed layer in words; gaps: what is missing, a sentence a need."""

    layers: tuple[LayerRow, ...]
    probes: tuple[ProbeRow, ...]
    depth: str
    gaps: tuple[str, ...]


def build_needs(subject: Subject) -> Needs:
    states = need_states(subject.engagement)
    w = subject.wording
    return Needs(
        layers=tuple(row for state in states for row in _layers(subject, state)),
        probes=tuple(
            ProbeRow(state.id, w.code(probe.kind), probe.asked or "", probe.answer or "")
            for state in states
            for probe in state.need.probes
        ),
        depth=w(f"needs.depth_{max(state.depth for state in states)}"),
        gaps=tuple(gap for state in states if (gap := _gap(subject, state))),
    )


def _layers(subject: Subject, state: NeedState) -> tuple[LayerRow, ...]:
    w = subject.wording
    rows: list[tuple[str, str, Chip | None]] = []
    if state.need.said:
        rows.append((w("needs.said"), state.need.said, None))
    rows += [
        (w(f"needs.layer.{layer.layer}"), layer.text or w("needs.layer_missing"), _state(subject, layer))
        for layer in state.layers
        if layer.text is not None or layer.knowledge is not None
    ]
    return tuple(
        LayerRow(state.id if place == 0 else "", layer, text, chip)
        for place, (layer, text, chip) in enumerate(rows)
    )


def _state(subject: Subject, layer: LayerState) -> Chip:
    if layer.knowledge is None:
        return Chip(Light.GREY, subject.wording("common.not_said"))
    return Chip(KNOWLEDGE_LIGHTS[layer.knowledge], subject.wording.code(layer.knowledge))


def _gap(subject: Subject, state: NeedState) -> str:
    w = subject.wording
    layers = w.join(w.inside(w(f"needs.layer.{layer}")) for layer in state.missing)
    kinds = w.join(w.within(kind) for kind in state.unasked)
    parts = (
        w("needs.missing_layers", layers=layers) if layers else "",
        w("needs.unasked", kinds=kinds) if kinds else "",
    )
    return w.labelled(state.id, w.clauses(parts)) if any(parts) else ""
