"""Everything that somebody still has to do by a day, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.insights.commitments import commitment_states
from generator.insights.item_ids import item_ids
from generator.insights.risks import risk_states
from generator.notes.codes import ActionStatus
from generator.notes.model import RiskAction
from generator.states import Light
from generator.views.commitments import TO_DO, state_chip
from generator.views.subject import Subject
from generator.views.wording import Chip


@dataclass(frozen=True, slots=True)
class OpenItem:
    due: str
    what: str
    owner: str
    kind: str
    state: Chip


@dataclass(frozen=True, slots=True)
class _Task:
    """state is None where only the day says how it stands."""

    due: date
    what: str
    owner: str
    kind: str
    state: Chip | None = None


def open_items(subject: Subject) -> tuple[OpenItem, ...]:
    """Next steps, promises and actions; on one day in this order, then in that of the note."""
    tasks = (*_next_steps(subject), *_promises(subject), *_risk_actions(subject), *_lesson_actions(subject))
    w = subject.wording
    return tuple(
        OpenItem(
            due=str(task.due),
            what=task.what,
            owner=task.owner,
            kind=w(f"conclusion.kind.{task.kind}"),
            state=task.state or _by_day(subject, task.due),
        )
        for task in sorted(tasks, key=lambda task: task.due)
    )


def _by_day(subject: Subject, due: date) -> Chip:
    late = (subject.day - due).days
    if late > 0:
        return Chip(Light.RED, subject.wording.days_late(late))
    return Chip(Light.GREEN, subject.wording("conclusion.in_time"))


def _next_steps(subject: Subject) -> Iterator[_Task]:
    w = subject.wording
    for step in subject.engagement.next_steps:
        if step.status in {None, ActionStatus.OPEN}:
            owner = w.bracketed(step.owner, w.within(step.side) if step.side else "")
            yield _Task(step.due, step.what, owner, "next_step")


def _promises(subject: Subject) -> Iterator[_Task]:
    for state in commitment_states(subject.engagement, subject.day, subject.calendar):
        if state.standing in TO_DO and state.due is not None:
            promise = state.commitment
            what = f"{state.id} {promise.said}"
            yield _Task(state.due, what, promise.made_by, "promise", state_chip(subject, state))


def _risk_actions(subject: Subject) -> Iterator[_Task]:
    """None where the deal is over: its risks are nobody's any more."""
    for state in risk_states(subject.engagement):
        if state.open:
            yield from _action(state.id, state.risk.action, "risk_action")


def _lesson_actions(subject: Subject) -> Iterator[_Task]:
    names = item_ids(subject.engagement).lessons
    for name, lesson in zip(names, subject.engagement.lessons, strict=True):
        yield from _action(name, lesson.action, "lesson_action")


def _action(name: str, action: RiskAction | None, kind: str) -> Iterator[_Task]:
    if action is None or action.status not in {None, ActionStatus.OPEN}:
        return
    if action.what is not None and action.due is not None:
        yield _Task(action.due, f"{name} {action.what}", action.owner or "", kind)
