"""The technical-risk memo for delivery and sales: what must be true for delivery to succeed (DOCUMENTS.md)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.item_ids import item_ids
from generator.notes.codes import CommitmentClass
from generator.prose import Prose
from generator.views.commitments import CommitmentRow, commitment_rows
from generator.views.requirements import (
    MilestoneRow,
    RequirementRow,
    milestone_rows,
    plan_in_words,
    requirement_rows,
)
from generator.views.risk_memo.conclusion import MemoConclusion, build_memo_conclusion
from generator.views.risks import RiskRow, risk_rows
from generator.views.subject import PictureFile, Subject
from generator.views.titles import byline, title_of

__all__ = ["RiskMemo", "build_risk_memo"]

PLAN, RISK_MAP = "milestones", "risk-map"


@dataclass(frozen=True, slots=True)
class RiskNote:
    """The internal note of a risk."""

    id: str
    note: Prose


@dataclass(frozen=True, slots=True)
class CommitmentGroup:
    """The commitments of one class, in the order of the note."""

    name: str
    rows: tuple[CommitmentRow, ...]


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Scope:
    """asked: what the customer asks for; brings: what each capability is meant to bring; basis: the meetings."""

    asked: tuple[str, ...]
    brings: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class RiskMemo:
    """What the template `risk-memo.md.j2` is handed. changes: what the last commit changed, worded; plan and
    risk_map are paths of figures, empty where there is nothing to show."""

    title: str
    byline: tuple[str, ...]
    scope: Scope
    conclusion: MemoConclusion
    changes: tuple[str, ...]
    risk_map: str
    risk_map_alt: str
    risks: tuple[RiskRow, ...]
    risk_notes: tuple[RiskNote, ...]
    requirements: tuple[RequirementRow, ...]
    plan: str
    plan_alt: str
    milestones: tuple[MilestoneRow, ...]
    commitments: tuple[CommitmentGroup, ...]
    out_of_scope: tuple[CommitmentRow, ...]
    assumptions: tuple[AssumptionRow, ...]
    reviewed_by: str
    pictures: tuple[PictureFile, ...]
    x: dict[str, object]


def build_risk_memo(subject: Subject) -> RiskMemo:
    engagement, w = subject.engagement, subject.wording
    conclusion = build_memo_conclusion(subject)
    assumptions = zip(item_ids(engagement).assumptions, engagement.assumptions, strict=True)
    return RiskMemo(
        title=title_of(subject),
        byline=byline(subject),
        scope=_scope(subject),
        conclusion=conclusion,
        changes=subject.changes,
        risk_map=subject.figures.get(RISK_MAP, "") if engagement.risks else "",
        risk_map_alt=w.labelled(w("risk_memo.map_alt"), conclusion.counts_in_words)
        if engagement.risks
        else "",
        risks=risk_rows(subject),
        risk_notes=_risk_notes(subject),
        requirements=requirement_rows(subject),
        plan=subject.figures.get(PLAN, "") if engagement.milestones else "",
        plan_alt=plan_in_words(subject),
        milestones=milestone_rows(subject),
        commitments=_groups(subject),
        out_of_scope=tuple(
            row for row in commitment_rows(subject) if row.cls == w.code(CommitmentClass.OUT_OF_SCOPE)
        ),
        assumptions=tuple(AssumptionRow(name, assumption.text) for name, assumption in assumptions),
        reviewed_by=engagement.reviewed_by or "",
        pictures=subject.pictures,
        x=engagement.x,
    )


def _scope(subject: Subject) -> Scope:
    engagement, w = subject.engagement, subject.wording
    brings = (w.labelled(fit.capability, fit.value) for fit in engagement.fit if fit.value)
    meetings = (
        w.bracketed(str(meeting.on), w.within(meeting.kind) if meeting.kind else "")
        for meeting in engagement.meetings
    )
    return Scope(
        asked=tuple(need.surface for need in engagement.needs),
        brings=tuple(brings),
        basis=w.join(meetings) or w("risk_memo.no_meetings", day=engagement.date),
    )


def _risk_notes(subject: Subject) -> tuple[RiskNote, ...]:
    named = zip(item_ids(subject.engagement).risks, subject.engagement.risks, strict=True)
    return tuple(RiskNote(name, risk.internal_note) for name, risk in named if risk.internal_note)


def _groups(subject: Subject) -> tuple[CommitmentGroup, ...]:
    rows, w = commitment_rows(subject), subject.wording
    order = (CommitmentClass.CONDITIONAL, CommitmentClass.FIRM, CommitmentClass.UNCERTAIN)
    groups = (
        CommitmentGroup(w.code(cls), tuple(row for row in rows if row.cls == w.code(cls))) for cls in order
    )
    return tuple(group for group in groups if group.rows)
