"""Which places of a note may appear before a customer: the second, independent reading of the allowlist."""

from __future__ import annotations

from generator.notes.codes import (
    CommitmentClass,
    CommitmentStatus,
    EvidenceKind,
    Knowledge,
    OutcomeStatus,
    ShareGroup,
)
from generator.notes.codes import RiskCategory as Category
from generator.notes.model import Commitment, Engagement, Fit, Risk
from generator.notes.promises import is_confirmed
from generator.source.findings import Loc

_ALWAYS = frozenset({("title",), ("customer", "name")})
_OWN_EVIDENCE = frozenset({EvidenceKind.PILOT, EvidenceKind.BENCHMARK, EvidenceKind.DOCUMENT})
_LIVE = frozenset({OutcomeStatus.OPEN, OutcomeStatus.WON})


def open_groups(engagement: Engagement) -> frozenset[ShareGroup]:
    """The groups that a recorded approval opens."""
    share = engagement.customer_share
    if share is None or share.approved_by is None or share.on is None:
        return frozenset()
    return frozenset(share.include)


def may_appear(engagement: Engagement, loc: Loc) -> bool:
    """Whether the value at a place of the note, texts and numbers alike, is on the allowlist."""
    if loc in _ALWAYS or loc[0] == "products":
        return True
    if len(loc) < 3 or not isinstance(loc[1], int):
        return False
    block, place, key = str(loc[0]), loc[1], ".".join(str(part) for part in loc[2:])
    reader = _READERS.get(block)
    return reader is not None and key in reader(engagement, place)


Keys = frozenset[str]


def _needs(engagement: Engagement, place: int) -> Keys:
    need = engagement.needs[place]
    if need.confidence is None or need.confidence.surface is not Knowledge.CONFIRMED:
        return frozenset()
    middle = {"middle"} if ShareGroup.NEEDS_MIDDLE in open_groups(engagement) else set()
    return frozenset({"said", "surface", *middle})


def _fit(engagement: Engagement, place: int) -> Keys:
    fit: Fit = engagement.fit[place]
    evidence = fit.evidence
    if evidence is None or not evidence.verified:
        return frozenset()
    if evidence.kind in _OWN_EVIDENCE:
        return frozenset({"value"})
    is_case = evidence.kind is EvidenceKind.CUSTOMER_CASE
    is_open = ShareGroup.CASE_REFERENCES in open_groups(engagement)
    return frozenset({"value", "evidence.ref"}) if is_case and is_open else frozenset()


def _risks(engagement: Engagement, place: int) -> Keys:
    risk: Risk = engagement.risks[place]
    is_open = engagement.outcome.status in _LIVE and risk.happened_on is None
    if not (risk.shareable and risk.customer_text and is_open) or risk.category is Category.COMMERCIAL:
        return frozenset()
    return frozenset({"customer_text", "customer_action", "action.what"})


def _commitments(engagement: Engagement, place: int) -> Keys:
    promise: Commitment = engagement.commitments[place]
    if not promise.shareable:
        return frozenset()
    if promise.cls is CommitmentClass.OUT_OF_SCOPE:
        priced = {"extra_cost"} if ShareGroup.AMOUNTS in open_groups(engagement) else set()
        return frozenset({"customer_text", *priced}) if promise.customer_text else frozenset()
    stands = promise.status in {CommitmentStatus.OPEN, CommitmentStatus.KEPT}
    if promise.cls is CommitmentClass.UNCERTAIN or not stands or not is_confirmed(promise):
        return frozenset()
    return frozenset({"said", "customer_text", "condition.what"})


def _requirements(engagement: Engagement, place: int) -> Keys:
    shareable = engagement.landing_requirements[place].shareable
    return frozenset({"item", "owner_role", "quantity", "unit"}) if shareable else frozenset()


def _assumptions(engagement: Engagement, place: int) -> Keys:
    return frozenset({"text"}) if engagement.assumptions[place].shareable else frozenset()


def _attachments(engagement: Engagement, place: int) -> Keys:
    return frozenset({"caption"}) if engagement.attachments[place].shareable else frozenset()


def _stakeholders(engagement: Engagement, place: int) -> Keys:
    is_open = ShareGroup.CUSTOMER_NAMES in open_groups(engagement)
    return frozenset({"name", "role"}) if is_open and engagement.stakeholders[place].met else frozenset()


def _milestones(engagement: Engagement, place: int) -> Keys:
    del engagement, place
    return frozenset({"name"})


_READERS = {
    "needs": _needs,
    "fit": _fit,
    "risks": _risks,
    "commitments": _commitments,
    "landing_requirements": _requirements,
    "assumptions": _assumptions,
    "attachments": _attachments,
    "stakeholders": _stakeholders,
    "milestones": _milestones,
}
