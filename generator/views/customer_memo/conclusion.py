"""How many items wait for the customer, and the nearest day."""

from __future__ import annotations

from dataclasses import dataclass

from generator.notes.codes import Party, RequirementStatus
from generator.views.customer_memo.allowlist import Shared, next_day
from generator.views.subject import Subject

_CLOSED = frozenset({RequirementStatus.DONE, RequirementStatus.DROPPED})


@dataclass(frozen=True, slots=True)
class CustomerConclusion:
    """sentences: what is asked of the customer, by when, and what it holds up."""

    sentences: tuple[str, ...]


def build_customer_conclusion(subject: Subject, shared: Shared) -> CustomerConclusion:
    w = subject.wording
    prerequisites = [
        requirement
        for requirement in shared.requirements
        if requirement.party is Party.CUSTOMER and requirement.status not in _CLOSED
    ]
    actions = [state for state in shared.risks if state.risk.customer_action]
    conditions = [
        promise.condition
        for promise in shared.promises
        if promise.condition
        and promise.condition.party is Party.CUSTOMER
        and promise.condition.met_on is None
    ]
    n = len(prerequisites) + len(actions) + len(conditions)
    if not n:
        return CustomerConclusion((w("customer_memo.nothing_asked"),))
    days = (*(item.needed_by for item in prerequisites), *(condition.due for condition in conditions))
    nearest, late = next_day(days, subject.day), sum(day is not None and day < subject.day for day in days)
    sentences = (
        w(
            "customer_memo.asked",
            n=n,
            prerequisites=len(prerequisites),
            actions=len(actions),
            conditions=len(conditions),
        ),
        w("customer_memo.nearest", day=nearest) if nearest else "",
        w("customer_memo.past", n=late) if late else "",
    )
    return CustomerConclusion(tuple(sentence for sentence in sentences if sentence))
