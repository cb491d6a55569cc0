"""What is asked of the customer, by when, and what it holds up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeGuard

from generator.notes.codes import Party, RequirementStatus
from generator.notes.model import Condition, LandingRequirement
from generator.views.customer_memo.allowlist import Shared, next_day
from generator.views.subject import Subject

_CLOSED = frozenset({RequirementStatus.DONE, RequirementStatus.DROPPED})


@dataclass(frozen=True, slots=True)
class CustomerConclusion:
    """sentences: what is asked of the customer, by when, and what it holds up."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One thing that waits for the customer, in words with what it holds up."""

    text: str
    due: date | None


def build_customer_conclusion(subject: Subject, shared: Shared) -> CustomerConclusion:
    w = subject.wording
    prerequisites, conditions = _prerequisites(subject, shared), _conditions(shared)
    actions = sum(bool(state.risk.customer_action) for state in shared.risks)
    counts = {"to_prepare": len(prerequisites), "to_support": actions, "to_meet": len(conditions)}
    if not any(counts.values()):
        return CustomerConclusion((w("customer_memo.nothing_asked"),))
    parts = w.join(w(f"customer_memo.{part}", n=n) for part, n in counts.items() if n)
    asked = w("customer_memo.asked", n=sum(counts.values()), parts=parts)
    return CustomerConclusion((asked, *_dates(subject, (*prerequisites, *conditions))))


def _prerequisites(subject: Subject, shared: Shared) -> tuple[_Asked, ...]:
    """Those that wait for the customer."""
    w = subject.wording
    steps = {milestone.id: milestone.name for milestone in subject.engagement.milestones}

    def held_up(item: LandingRequirement) -> str:
        step = steps.get(item.blocks or "")
        return w("customer_memo.holds_up", step=step) if step else ""

    return tuple(
        _Asked(w.bracketed(item.item, held_up(item)), item.needed_by)
        for item in shared.requirements
        if item.party is Party.CUSTOMER and item.status not in _CLOSED
    )


def _conditions(shared: Shared) -> tuple[_Asked, ...]:
    """Those that the customer has to meet and has not met."""
    conditions = (promise.condition for promise in shared.promises)
    return tuple(_Asked(condition.what or "", condition.due) for condition in conditions if _waits(condition))


def _waits(condition: Condition | None) -> TypeGuard[Condition]:
    return condition is not None and condition.party is Party.CUSTOMER and condition.met_on is None


def _dates(subject: Subject, asked: tuple[_Asked, ...]) -> Iterator[str]:
    """The nearest day that is not past with what is due on it, and how many days are past."""
    w, today = subject.wording, subject.day
    nearest = next_day(tuple(each.due for each in asked), today)
    if nearest is not None:
        items = dict.fromkeys(each.text for each in asked if each.due == nearest)
        yield w("customer_memo.nearest", day=nearest, items=w.join(items))
    late = sum(each.due is not None and each.due < today for each in asked)
    if late:
        yield w("customer_memo.past", n=late)
