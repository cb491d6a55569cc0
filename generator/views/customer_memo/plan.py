"""The plan as the customer sees it: which dates hold if which shared prerequisites are ready."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.gantt import Gantt, GanttBar
from generator.insights.requirements import milestone_states
from generator.states import Light
from generator.views.customer_memo.allowlist import Shared, shared_parts
from generator.views.subject import Subject


@dataclass(frozen=True, slots=True)
class CustomerMilestone:
    """condition: "needs R1 R2"; empty where nothing shared stands before it."""

    name: str
    period: str
    condition: str


def customer_milestones(subject: Subject, shared: Shared) -> tuple[CustomerMilestone, ...]:
    """Computed from the shared prerequisites alone: one that is not shared leaves no trace."""
    w = subject.wording
    visible = subject.engagement.model_copy(update={"landing_requirements": shared.requirements})
    return tuple(
        CustomerMilestone(
            name=state.milestone.name,
            period=w.period(state.milestone.start, state.milestone.end),
            condition=_condition(subject, state.waits_for),
        )
        for state in milestone_states(visible, subject.day)
    )


def _condition(subject: Subject, ids: tuple[str, ...]) -> str:
    """Spaces part the ids: the narrow cell of the plan breaks lines at them, and within R4 without them."""
    return subject.wording("customer_memo.holds_if", ids=" ".join(ids)) if ids else ""


def customer_plan(subject: Subject) -> Gantt | None:
    """None without milestones. Bars with an open condition are amber, the others grey."""
    milestones = subject.engagement.milestones
    if not milestones:
        return None
    w = subject.wording
    rows = customer_milestones(subject, shared_parts(subject.engagement))
    bars = tuple(
        GanttBar(
            name=milestone.name,
            start=milestone.start,
            end=milestone.end,
            light=Light.AMBER if row.condition else Light.GREY,
            state=row.condition or w("customer_memo.holds"),
        )
        for milestone, row in zip(milestones, rows, strict=True)
    )
    heads = (w("milestones.name"), w("milestones.period"), w("customer_memo.condition"))
    return Gantt(bars, subject.day, w("milestones.today"), heads)


def customer_plan_alt(subject: Subject) -> str:
    """The alternative text of the plan, empty without milestones."""
    w, rows = subject.wording, customer_milestones(subject, shared_parts(subject.engagement))
    milestones = subject.engagement.milestones
    if not milestones:
        return ""
    first = min(milestone.start for milestone in milestones)
    last = max(milestone.end for milestone in milestones)
    steps = (w.bracketed(row.name, w.aside((row.period, row.condition))) for row in rows)
    return w.clauses((w("milestones.alt", n=len(rows), first=first, last=last), *steps))
