"""Which objections were resolved, and by what answers (INSIGHTS.md, section 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.item_ids import ids_in
from generator.insights.portfolio.references import item_order, reference
from generator.insights.portfolio.small_numbers import Rate, rate
from generator.insights.portfolio.windows import Window
from generator.notes.codes import ObjectionKind, ObjectionResult, OutcomeStatus
from generator.notes.model import Engagement, Objection


@dataclass(frozen=True, slots=True)
class NotedObjection:
    engagement: Engagement
    objection: Objection
    id: str

    @property
    def name(self) -> str:
        return reference(self.engagement, self.id)


@dataclass(frozen=True, slots=True)
class ObjectionAnswers:
    """Objections of one kind, None for those without.

    An objection that is still open counts as not resolved once its engagement is closed; before that, and where no
    result is recorded, it is left out. worked are those resolved with a fact or a proposal, newest note first.
    """

    kind: ObjectionKind | None
    resolved: Rate
    worked: tuple[NotedObjection, ...]


def objection_answers(engagements: Iterable[Engagement], window: Window) -> tuple[ObjectionAnswers, ...]:
    """Kinds that occur, in the order of the codes."""
    groups: dict[ObjectionKind | None, list[NotedObjection]] = defaultdict(list)
    for engagement in engagements:
        if engagement.objections and window.holds(engagement.date):
            names = ids_in(engagement, "objections")
            for objection, name in zip(engagement.objections, names, strict=True):
                groups[objection.kind].append(NotedObjection(engagement, objection, name))
    return tuple(_answers(kind, tuple(groups[kind])) for kind in (*ObjectionKind, None) if kind in groups)


def _answers(kind: ObjectionKind | None, noted: tuple[NotedObjection, ...]) -> ObjectionAnswers:
    ended = tuple(row for row in noted if _has_ended(row))
    resolved = tuple(row for row in ended if row.objection.result is ObjectionResult.RESOLVED)
    worked = (row for row in resolved if row.objection.fact or row.objection.proposal)
    return ObjectionAnswers(
        kind=kind,
        resolved=rate(
            (row.name for row in resolved), len(ended), (row.name for row in noted if not _has_ended(row))
        ),
        worked=tuple(sorted(worked, key=_newest_first)),
    )


def _has_ended(row: NotedObjection) -> bool:
    if row.objection.result is ObjectionResult.OPEN:
        return row.engagement.outcome.status is not OutcomeStatus.OPEN
    return row.objection.result is not None


def _newest_first(row: NotedObjection) -> tuple[object, ...]:
    return -row.engagement.date.toordinal(), *item_order(row.engagement, row.id)
