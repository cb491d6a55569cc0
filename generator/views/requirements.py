"""Landing requirements and milestones: lights in words, and the plan as a figure (INSIGHTS.md, section 5)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.gantt import Gantt, GanttBar
from generator.insights.requirements import (
    MilestoneState,
    RequirementReason,
    RequirementState,
    milestone_states,
    requirement_states,
)
from generator.states import Light
from generator.views.subject import Subject
from generator.views.wording import Chip, number


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """what: the item with its quantity; who: the party with the role that owns it."""

    id: str
    what: str
    who: str
    needed_by: str
    blocks: str
    state: Chip
    open: bool


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    id: str
    name: str
    period: str
    after: str
    state: Chip


def requirement_rows(subject: Subject) -> tuple[RequirementRow, ...]:
    """In the order of the note."""
    return tuple(_row(subject, state) for state in requirement_states(subject.engagement, subject.day))


def _row(subject: Subject, state: RequirementState) -> RequirementRow:
    requirement, w = state.requirement, subject.wording
    milestones = {milestone.id: milestone.name for milestone in subject.engagement.milestones}
    blocks = requirement.blocks or ""
    quantity = number(requirement.quantity) if requirement.quantity is not None else ""
    return RequirementRow(
        id=state.id,
        what=w.bracketed(requirement.item, f"{quantity} {requirement.unit or ''}".strip()),
        who=w.bracketed(w.code(requirement.party), requirement.owner_role or ""),
        needed_by=str(requirement.needed_by) if requirement.needed_by else "",
        blocks=f"{blocks} {milestones.get(blocks, '')}".strip(),
        state=requirement_chip(subject, state),
        open=state.open,
    )


def requirement_chip(subject: Subject, state: RequirementState) -> Chip:
    """In a deal that is lost or given up nothing is red any more."""
    w = subject.wording
    word = w(f"requirements.reason.{state.reason}", n=state.days_left or 0)
    late = w.days_late(state.days_late) if state.days_late else ""
    if state.reason is RequirementReason.LATE:
        text = w.bracketed(w.code(state.requirement.status), late)
    else:
        text = w.bracketed(word, late)
    return Chip(state.light if subject.is_live else Light.GREY, text)


def milestone_rows(subject: Subject) -> tuple[MilestoneRow, ...]:
    """In the order of the note."""
    return tuple(
        MilestoneRow(
            id=state.milestone.id,
            name=state.milestone.name,
            period=subject.wording.period(state.milestone.start, state.milestone.end),
            after=subject.wording.join(state.milestone.after),
            state=_milestone_chip(subject, state),
        )
        for state in milestone_states(subject.engagement, subject.day)
    )


def _milestone_chip(subject: Subject, state: MilestoneState) -> Chip:
    w = subject.wording
    if not subject.is_live:
        return Chip(Light.GREY, w("milestones.closed_deal"))
    if state.light is Light.RED:
        late = w("milestones.at_least_late", n=state.earliest_slip) if state.earliest_slip else ""
        blocked = w("milestones.blocked_by", ids=w.join(state.blocked_by))
        return Chip(Light.RED, w.clauses((blocked, late)))
    if state.waits_for:
        return Chip(state.light, w("milestones.waits_for", ids=w.join(state.waits_for)))
    return Chip(state.light, w("milestones.nothing_open"))


def plan_figure(subject: Subject) -> Gantt | None:
    """None without milestones."""
    milestones = subject.engagement.milestones
    if not milestones:
        return None
    w = subject.wording
    bars = tuple(
        GanttBar(
            name=f"{milestone.id} {milestone.name}",
            start=milestone.start,
            end=milestone.end,
            light=row.state.light,
            state=row.state.word,
        )
        for milestone, row in zip(milestones, milestone_rows(subject), strict=True)
    )
    heads = (w("milestones.name"), w("milestones.period"), w("milestones.state"))
    return Gantt(bars, subject.day, w("milestones.today"), heads)


def plan_in_words(subject: Subject) -> str:
    """The alternative text of the plan, empty without milestones."""
    w, states = subject.wording, milestone_states(subject.engagement, subject.day)
    if not states:
        return ""
    first = min(state.milestone.start for state in states)
    last = max(state.milestone.end for state in states)
    red = [state.milestone.id for state in states if state.light is Light.RED] if subject.is_live else []
    key = "milestones.alt_blocked" if red else "milestones.alt"
    steps = (
        w.bracketed(f"{row.id} {row.name}", w.aside((row.period, w.inside(row.state.word))))
        for row in milestone_rows(subject)
    )
    return w.clauses((w(key, n=len(states), first=first, last=last, ids=w.join(red)), *steps))
