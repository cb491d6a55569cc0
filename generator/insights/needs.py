"""How deep each need was dug and what was not asked (INSIGHTS.md, section 9)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.insights.item_ids import ids_in
from generator.notes.codes import Knowledge, ProbeKind
from generator.notes.model import Confidence, Engagement, Need


class Layer(StrEnum):
    """From what they ask for to who cares and why; the names are keys of a need."""

    SURFACE = "surface"
    MIDDLE = "middle"
    DEEP = "deep"


@dataclass(frozen=True, slots=True)
class LayerState:
    """text is None where the layer is missing; knowledge is None where nobody said how sure we are."""

    layer: Layer
    text: str | None
    knowledge: Knowledge | None


@dataclass(frozen=True, slots=True)
class NeedState:
    """layers from surface to deep. depth is the highest layer that is there and confirmed, 0 when none is."""

    need: Need
    id: str
    layers: tuple[LayerState, ...]
    depth: int
    unasked: tuple[ProbeKind, ...]

    @property
    def missing(self) -> tuple[Layer, ...]:
        return tuple(state.layer for state in self.layers if state.text is None)


def need_states(engagement: Engagement) -> tuple[NeedState, ...]:
    """In the order of the note."""
    return tuple(
        _state(need, name) for need, name in zip(engagement.needs, ids_in(engagement, "needs"), strict=True)
    )


def need_depth(engagement: Engagement) -> int:
    """The deepest of the engagement's needs, 0 to 3."""
    return max((state.depth for state in need_states(engagement)), default=0)


def _state(need: Need, name: str) -> NeedState:
    confidence = need.confidence or Confidence()
    layers = (
        LayerState(Layer.SURFACE, need.surface, confidence.surface),
        LayerState(Layer.MIDDLE, need.middle, confidence.middle),
        LayerState(Layer.DEEP, need.deep, confidence.deep),
    )
    asked = {probe.kind for probe in need.probes if probe.asked or probe.answer}
    return NeedState(
        need=need,
        id=name,
        layers=layers,
        depth=max((depth for depth, layer in enumerate(layers, start=1) if _is_firm(layer)), default=0),
        unasked=tuple(kind for kind in ProbeKind if kind not in asked),
    )


def _is_firm(state: LayerState) -> bool:
    return state.text is not None and state.knowledge is Knowledge.CONFIRMED
