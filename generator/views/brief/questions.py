"""Section 7: which layers of the need are known or supposed, and what to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.insights.needs import LayerState, NeedState, need_states
from generator.notes.codes import ProbeKind
from generator.notes.model import Engagement
from generator.views.brief.subject import BriefSubject, Point

MOST_NEEDS = 2
MOST_SUPPOSED = 2


@dataclass(frozen=True, slots=True)
class QuestionsSection:
    """needs: of the deal, or supposed from others of its industry; questions: a kind each."""

    needs: tuple[Point, ...]
    questions: tuple[Point, ...]


def build_questions(subject: BriefSubject) -> QuestionsSection:
    states = need_states(subject.prepared) if subject.prepared is not None else ()
    needs = tuple(_need(subject, state) for state in states[:MOST_NEEDS]) if states else _supposed(subject)
    missing = tuple(kind for kind in ProbeKind if not states or any(kind in s.unasked for s in states))
    return QuestionsSection(
        needs=needs, questions=tuple(_question(subject, kind, states) for kind in missing)
    )


def _need(subject: BriefSubject, state: NeedState) -> Point:
    w = subject.wording
    layers = w.clauses(_layer(subject, layer) for layer in state.layers)
    return Point(head=state.id, text=layers)


def _layer(subject: BriefSubject, layer: LayerState) -> str:
    w = subject.wording
    name = w(f"needs.layer.{layer.layer}")
    if layer.text is None:
        return w.labelled(name, w.inside(w("needs.layer_missing")))
    return w.labelled(name, w.bracketed(layer.text, w.within(layer.knowledge) if layer.knowledge else ""))


def _supposed(subject: BriefSubject) -> tuple[Point, ...]:
    """What others of the industry, or with the product, wanted: to be checked, not to be assumed."""
    alike = sorted(subject.around.similar, key=lambda row: not row.same_industry)
    return tuple(_supposition(subject, row.engagement) for row in alike[:MOST_SUPPOSED])


def _supposition(subject: BriefSubject, engagement: Engagement) -> Point:
    w, need = subject.wording, engagement.needs[0]
    return Point(
        head=w("brief.questions.supposed"),
        text=w.bracketed(w.clauses((need.surface, need.middle or "")), subject.place(engagement)),
    )


def _question(subject: BriefSubject, kind: ProbeKind, states: tuple[NeedState, ...]) -> Point:
    """The question in general, for which needs it is missing, and one that got an answer elsewhere."""
    w = subject.wording
    missing = w.join(state.id for state in states if kind in state.unasked)
    example = next(_asked_elsewhere(subject, kind), "")
    return Point(
        head=w.bracketed(w.code(kind), missing),
        text=w.bracketed(w(f"brief.questions.{kind}"), example),
    )


def _asked_elsewhere(subject: BriefSubject, kind: ProbeKind) -> Iterator[str]:
    w = subject.wording
    for row in subject.around.similar:
        for need in row.engagement.needs:
            for probe in need.probes:
                if probe.kind is kind and probe.asked and probe.answer:
                    yield w("brief.questions.asked", question=probe.asked)
