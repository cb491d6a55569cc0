"""What we stand by, on which condition, and what is not included."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.commitments import effective_due
from generator.notes.codes import CommitmentStatus, ShareGroup
from generator.notes.model import Commitment
from generator.states import Light
from generator.views.customer_memo.allowlist import Shared
from generator.views.subject import Subject
from generator.views.wording import Chip


@dataclass(frozen=True, slots=True)
class CustomerPromise:
    """condition: what has to be there, who brings it and by when, in plain words."""

    text: str
    condition: str
    due: str
    status: Chip


@dataclass(frozen=True, slots=True)
class Exclusion:
    """amount is empty unless amounts are approved."""

    text: str
    amount: str


def promises(subject: Subject, shared: Shared) -> tuple[CustomerPromise, ...]:
    """In the order of the note."""
    return tuple(_promise(subject, promise) for promise in shared.promises)


def _promise(subject: Subject, promise: Commitment) -> CustomerPromise:
    w = subject.wording
    due = effective_due(promise, subject.calendar)
    is_kept = promise.status is CommitmentStatus.KEPT
    return CustomerPromise(
        text=promise.customer_text or promise.said,
        condition=_condition(subject, promise),
        due=str(due or ""),
        status=Chip(Light.GREEN if is_kept else Light.GREY, w.code(promise.status)),
    )


def _condition(subject: Subject, promise: Commitment) -> str:
    w, condition = subject.wording, promise.condition
    if condition is None or condition.what is None:
        return ""
    party = w(f"customer_memo.who.{condition.party}") if condition.party else ""
    due = w("common.by_day", day=condition.due) if condition.due else ""
    met = w("commitments.met_on", day=condition.met_on) if condition.met_on else ""
    return w.bracketed(condition.what, w.aside((party, due, met)))


def exclusions(subject: Subject, shared: Shared) -> tuple[Exclusion, ...]:
    """In the order of the note."""
    priced = ShareGroup.AMOUNTS in shared.groups
    return tuple(
        Exclusion(promise.customer_text or "", subject.money(promise.extra_cost) if priced else "")
        for promise in shared.out_of_scope
    )
