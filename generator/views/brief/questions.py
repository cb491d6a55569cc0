"""Section 7: which layers of the need are known or supposed, and what to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.insights.needs import LayerState, NeedState, need_states
from generator.notes.codes import Knowledge, ProbeKind
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
    questions = _missing(subject, states) if states else tuple(_question(subject, kind) for kind in ProbeKind)
    return QuestionsSection(needs=needs, questions=questions)


def _need(subject: BriefSubject, state: NeedState) -> Point:
    w = subject.wording
    known = (_layer(subject, layer, layer.text) for layer in state.layers if layer.text is not None)
    missing = w.join(w.inside(w(f"needs.layer.{layer}")) for layer in state.missing)
    return Point(
        head=state.id,
        text=w.clauses((*known, w("needs.missing_layers", layers=missing) if missing else "")),
    )


def _layer(subject: BriefSubject, layer: LayerState, text: str) -> str:
    w = subject.wording
    unsure = layer.knowledge is not None and layer.knowledge is not Knowledge.CONFIRMED
    known = w.bracketed(text, w.within(layer.knowledge) if layer.knowledge and unsure else "")
    return w.labelled(w(f"needs.layer.{layer.layer}"), known)


def _supposed(subject: BriefSubject) -> tuple[Point, ...]:
    """What others of the industry, or with the product, wanted: to be checked, not to be assumed."""
    similar = subject.around.similar
    of_industry = [row for row in similar if row.same_industry][:MOST_SUPPOSED]
    return tuple(_supposition(subject, row.engagement) for row in of_industry or similar[:1])


def _supposition(subject: BriefSubject, engagement: Engagement) -> Point:
    w, need = subject.wording, engagement.needs[0]
    return Point(
        head=w("brief.questions.supposed"),
        text=w.bracketed(w.clauses((need.surface, need.middle or "")), subject.place(engagement)),
    )


def _missing(subject: BriefSubject, states: tuple[NeedState, ...]) -> tuple[Point, ...]:
    """What was not asked yet, the needs that lack the same questions together."""
    w = subject.wording
    needs: dict[tuple[ProbeKind, ...], list[str]] = {}
    for state in states:
        needs.setdefault(state.unasked, []).append(state.id)
    return tuple(
        Point(
            head=w.labelled(w.join(names), w.join(w.within(kind) for kind in kinds)),
            text=" ".join(w(f"brief.questions.{kind}") for kind in kinds),
        )
        for kinds, names in needs.items()
        if kinds
    )


def _question(subject: BriefSubject, kind: ProbeKind) -> Point:
    """The question in general, and one that got an answer elsewhere."""
    w = subject.wording
    example = next(_asked_elsewhere(subject, kind), "")
    return Point(head=w.code(kind), text=w.bracketed(w(f"brief.questions.{kind}"), example))


def _asked_elsewhere(subject: BriefSubject, kind: ProbeKind) -> Iterator[str]:
    w = subject.wording
    for row in subject.around.similar:
        for need in row.engagement.needs:
            for probe in need.probes:
                if probe.kind is kind and probe.asked and probe.answer:
                    yield w("brief.questions.asked", question=probe.asked)
