"""Shared prerequisites, grouped by who prepares them: theirs, ours, a third party's."""

from __future__ import annotations

from dataclasses import dataclass

from generator.notes.codes import Party, RequirementStatus
from generator.notes.model import LandingRequirement
from generator.states import Light
from generator.views.customer_memo.allowlist import Shared
from generator.views.subject import Subject
from generator.views.wording import Chip, number

_LIGHTS = {
    RequirementStatus.UNCONFIRMED: Light.AMBER,
    RequirementStatus.CONFIRMED: Light.GREEN,
    RequirementStatus.DONE: Light.GREEN,
    RequirementStatus.BLOCKED: Light.RED,
    RequirementStatus.DROPPED: Light.GREY,
}


@dataclass(frozen=True, slots=True)
class CustomerRequirement:
    id: str
    item: str
    quantity: str
    role: str
    needed_by: str
    milestone: str
    status: Chip


@dataclass(frozen=True, slots=True)
class RequirementGroup:
    """head: whose they are, in words."""

    head: str
    rows: tuple[CustomerRequirement, ...]


def requirement_groups(subject: Subject, shared: Shared) -> tuple[RequirementGroup, ...]:
    w = subject.wording
    groups = (
        RequirementGroup(
            w(f"customer_memo.party.{party}"),
            tuple(_row(subject, item) for item in shared.requirements if item.party is party),
        )
        for party in (Party.CUSTOMER, Party.US, Party.THIRD_PARTY)
    )
    return tuple(group for group in groups if group.rows)


def _row(subject: Subject, item: LandingRequirement) -> CustomerRequirement:
    names = {milestone.id: milestone.name for milestone in subject.engagement.milestones}
    quantity = number(item.quantity) if item.quantity is not None else ""
    return CustomerRequirement(
        id=item.id or "",
        item=item.item,
        quantity=f"{quantity} {item.unit or ''}".strip(),
        role=item.owner_role or "",
        needed_by=str(item.needed_by or ""),
        milestone=names.get(item.blocks or "", ""),
        status=Chip(_LIGHTS[item.status], subject.wording.code(item.status)),
    )
