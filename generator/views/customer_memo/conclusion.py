"""How many items wait for the customer, and the nearest day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.notes.codes import Party, RequirementStatus
from generator.notes.model import Condition, LandingRequirement
from generator.views.customer_memo.allowlist import Shared, next_day
from generator.views.subject import Subject

_CLOSED = frozenset({RequirementStatus.DONE, RequirementStatus.DROPPED})


@dataclass(frozen=True, slots=True)
class CustomerConclusion:
    """sentences: what is asked of the customer, by when, and what it holds up."""

    sentences: tuple[str, ...]


def build_customer_conclusion(subject: Subject, shared: Shared) -> CustomerConclusion:
    w = subject.wording
    prerequisites, conditions = _prerequisites(shared), _conditions(shared)
    actions = sum(bool(state.risk.customer_action) for state in shared.risks)
    n = len(prerequisites) + actions + len(conditions)
    if not n:
        return CustomerConclusion((w("customer_memo.nothing_asked"),))
    asked = w(
        "customer_memo.asked",
        n=n,
        prerequisites=len(prerequisites),
        actions=actions,
        conditions=len(conditions),
    )
    days = (*(item.needed_by for item in prerequisites), *(condition.due for condition in conditions))
    return CustomerConclusion((asked, *_dates(subject, days)))


def _prerequisites(shared: Shared) -> tuple[LandingRequirement, ...]:
    """Those that wait for the customer."""
    return tuple(
        requirement
        for requirement in shared.requirements
        if requirement.party is Party.CUSTOMER and requirement.status not in _CLOSED
    )


def _conditions(shared: Shared) -> tuple[Condition, ...]:
    """Those that the customer has to meet and has not met."""
    conditions = (promise.condition for promise in shared.promises)
    return tuple(
        condition
        for condition in conditions
        if condition and condition.party is Party.CUSTOMER and condition.met_on is None
    )


def _dates(subject: Subject, days: tuple[date | None, ...]) -> Iterator[str]:
    """The nearest day that is not past, and how many are."""
    nearest, late = next_day(days, subject.day), sum(day is not None and day < subject.day for day in days)
    if nearest:
        yield subject.wording("customer_memo.nearest", day=nearest)
    if late:
        yield subject.wording("customer_memo.past", n=late)
