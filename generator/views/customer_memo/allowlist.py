"""What of a note a customer may see (CONFIDENTIALITY.md). Everything not named here: never."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.insights.item_ids import id_order, item_ids
from generator.insights.risks import RiskState, risk_states
from generator.notes.codes import (
    CommitmentClass,
    CommitmentStatus,
    EvidenceKind,
    Knowledge,
    RiskCategory,
    ShareGroup,
)
from generator.notes.model import (
    Assumption,
    Commitment,
    Engagement,
    Fit,
    LandingRequirement,
    Need,
)
from generator.notes.promises import is_confirmed

_OWN_EVIDENCE = frozenset({EvidenceKind.PILOT, EvidenceKind.BENCHMARK, EvidenceKind.DOCUMENT})
_PROMISED = frozenset({CommitmentClass.FIRM, CommitmentClass.CONDITIONAL})
_STANDING = frozenset({CommitmentStatus.OPEN, CommitmentStatus.KEPT})


@dataclass(frozen=True, slots=True)
class Withheld:
    """Items marked for the customer, or risks and promises, that stay inside; ids in the order of the note."""

    block: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """The parts of an engagement that passed; items carry their ids."""

    groups: frozenset[ShareGroup]
    needs: tuple[Need, ...]
    claims: tuple[Fit, ...]
    risks: tuple[RiskState, ...]
    requirements: tuple[LandingRequirement, ...]
    promises: tuple[Commitment, ...]
    out_of_scope: tuple[Commitment, ...]
    assumptions: tuple[Assumption, ...]
    withheld: tuple[Withheld, ...]


def is_approved(engagement: Engagement) -> bool:
    """Until then a customer memo is a draft and no group is open."""
    share = engagement.customer_share
    return share is not None and share.approved_by is not None and share.on is not None


def shares_something(engagement: Engagement) -> bool:
    """Whether somebody marked anything for the customer."""
    blocks = (
        engagement.commitments,
        engagement.landing_requirements,
        engagement.risks,
        engagement.assumptions,
        engagement.attachments,
    )
    return engagement.customer_share is not None or any(item.shareable for block in blocks for item in block)


def shared_parts(engagement: Engagement) -> Shared:
    share = engagement.customer_share
    groups = frozenset(share.include) if share is not None and is_approved(engagement) else frozenset()
    risks = tuple(state for state in risk_states(engagement) if _risk_passes(state))
    promises = _named(engagement, "commitments")
    return Shared(
        groups=groups,
        needs=tuple(need for need in engagement.needs if _need_passes(need)),
        claims=tuple(fit for fit in engagement.fit if _claim_passes(fit, groups)),
        risks=risks,
        requirements=tuple(r for r in _named(engagement, "landing_requirements") if r.shareable),
        promises=tuple(promise for promise in promises if _promise_passes(promise)),
        out_of_scope=tuple(promise for promise in promises if _exclusion_passes(promise)),
        assumptions=tuple(assumption for assumption in engagement.assumptions if assumption.shareable),
        withheld=_withheld(engagement, frozenset(state.id for state in risks)),
    )


def _named(engagement: Engagement, block: str) -> tuple[Any, ...]:
    """The items with their ids for display, so that leaving some out renames none."""
    names = getattr(item_ids(engagement), block)
    items = zip(names, getattr(engagement, block), strict=True)
    return tuple(item.model_copy(update={"id": name}) for name, item in items)


def _need_passes(need: Need) -> bool:
    return need.confidence is not None and need.confidence.surface is Knowledge.CONFIRMED


def _claim_passes(fit: Fit, groups: frozenset[ShareGroup]) -> bool:
    evidence = fit.evidence
    if fit.value is None or evidence is None or not evidence.verified:
        return False
    is_case = evidence.kind is EvidenceKind.CUSTOMER_CASE and ShareGroup.CASE_REFERENCES in groups
    return evidence.kind in _OWN_EVIDENCE or is_case


def _risk_passes(state: RiskState) -> bool:
    risk = state.risk
    is_commercial = risk.category is RiskCategory.COMMERCIAL
    return bool(risk.shareable and risk.customer_text and state.open and not is_commercial)


def _promise_passes(promise: Commitment) -> bool:
    return bool(
        promise.shareable
        and promise.cls in _PROMISED
        and is_confirmed(promise)
        and promise.status in _STANDING
    )


def _exclusion_passes(promise: Commitment) -> bool:
    is_outside = promise.cls is CommitmentClass.OUT_OF_SCOPE
    return bool(promise.shareable and is_outside and promise.customer_text)


def _withheld(engagement: Engagement, shown_risks: frozenset[str]) -> tuple[Withheld, ...]:
    risks = sorted(
        (state.id for state in risk_states(engagement) if state.id not in shown_risks), key=id_order
    )
    promises = _named(engagement, "commitments")
    kept_back = [p.id for p in promises if not _promise_passes(p) and not _exclusion_passes(p)]
    requirements = [r.id for r in _named(engagement, "landing_requirements") if not r.shareable]
    found = {"risks": risks, "commitments": kept_back, "landing_requirements": requirements}
    return tuple(Withheld(block, tuple(name or "" for name in ids)) for block, ids in found.items() if ids)


def next_day(days: tuple[date | None, ...], today: date) -> date | None:
    """The nearest day that is not past; None without one."""
    return min((day for day in days if day is not None and day >= today), default=None)
