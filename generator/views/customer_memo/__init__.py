"""The technical-risk memo that is safe to give the customer (DOCUMENTS.md, CONFIDENTIALITY.md).

The view holds finished texts of the allowlist only: a template cannot print what it was never handed.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from generator.notes.codes import EvidenceKind, ShareGroup
from generator.notes.model import Fit
from generator.views.customer_memo.allowlist import is_approved, shared_parts
from generator.views.customer_memo.conclusion import CustomerConclusion, build_customer_conclusion
from generator.views.customer_memo.plan import CustomerMilestone, customer_milestones, customer_plan_alt
from generator.views.customer_memo.promises import CustomerPromise, Exclusion, exclusions, promises
from generator.views.customer_memo.requirements import RequirementGroup, requirement_groups
from generator.views.customer_memo.risks import CustomerRisk, RiskLevel, customer_risks, risk_levels
from generator.views.risk_memo import PLAN
from generator.views.subject import PictureFile, Subject
from generator.views.titles import title_of

__all__ = ["CustomerMemo", "build_customer_memo"]

BLANK_LINES = 2


@dataclass(frozen=True, slots=True)
class Receipt:
    """One line of the block to sign; name and role are empty unless names are approved."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class SectionNumbers:
    """The sections that are there, numbered without gaps: a gap would tell of something withheld. 0 for the others."""

    scope: int
    conclusion: int
    overview: int
    register: int
    requirements: int
    plan: int
    promises: int
    exclusions: int
    assumptions: int
    confirmation: int
    attachments: int


@dataclass(frozen=True, slots=True)
class CustomerMemo:
    """What the template `customer-memo.md.j2` is handed. draft: approval has not been recorded."""

    title: str
    draft: bool
    parties: tuple[str, ...]
    asked: tuple[str, ...]
    brings: tuple[str, ...]
    basis: str
    conclusion: CustomerConclusion
    levels: tuple[RiskLevel, ...]
    risks: tuple[CustomerRisk, ...]
    requirements: tuple[RequirementGroup, ...]
    plan: str
    plan_alt: str
    milestones: tuple[CustomerMilestone, ...]
    promises: tuple[CustomerPromise, ...]
    exclusions: tuple[Exclusion, ...]
    assumptions: tuple[str, ...]
    receipts: tuple[Receipt, ...]
    pictures: tuple[PictureFile, ...]

    @property
    def numbers(self) -> SectionNumbers:
        there = {
            "scope": self.asked or self.brings or self.basis,
            "register": self.risks,
            "requirements": self.requirements,
            "plan": self.plan,
            "promises": self.promises,
            "exclusions": self.exclusions,
            "assumptions": self.assumptions,
            "attachments": self.pictures,
        }
        names = [field.name for field in fields(SectionNumbers)]
        shown = [name for name in names if there.get(name, True)]
        return SectionNumbers(**{name: shown.index(name) + 1 if name in shown else 0 for name in names})


def build_customer_memo(subject: Subject) -> CustomerMemo:
    engagement, shared = subject.engagement, shared_parts(subject.engagement)
    risks = customer_risks(subject, shared)
    return CustomerMemo(
        title=title_of(subject),
        draft=not is_approved(engagement),
        parties=_parties(subject),
        asked=_asked(subject),
        brings=_brings(subject),
        basis=_basis(subject),
        conclusion=build_customer_conclusion(subject, shared),
        levels=risk_levels(risks),
        risks=risks,
        requirements=requirement_groups(subject, shared),
        plan=subject.figures.get(PLAN, "") if engagement.milestones else "",
        plan_alt=customer_plan_alt(subject),
        milestones=customer_milestones(subject, shared),
        promises=promises(subject, shared),
        exclusions=exclusions(subject, shared),
        assumptions=tuple(assumption.text for assumption in shared.assumptions),
        receipts=_receipts(subject, shared.groups),
        pictures=tuple(picture for picture in subject.pictures if picture.shareable),
    )


def _parties(subject: Subject) -> tuple[str, ...]:
    w, engagement = subject.wording, subject.engagement
    return (
        w.labelled(w("customer_memo.you"), engagement.customer.name),
        w.labelled(w("customer_memo.we"), subject.company or w("customer_memo.us")),
        w.labelled(w("byline.products"), w.join(engagement.products)),
        w.labelled(w("byline.as_of"), str(subject.day)),
    )


def _asked(subject: Subject) -> tuple[str, ...]:
    w, shared = subject.wording, shared_parts(subject.engagement)
    middle = ShareGroup.NEEDS_MIDDLE in shared.groups
    return tuple(w.clauses((need.surface, need.middle or "" if middle else "")) for need in shared.needs)


def _brings(subject: Subject) -> tuple[str, ...]:
    """A case of another customer names its reference: the approval that lets it pass is one to name it."""
    w, shared = subject.wording, shared_parts(subject.engagement)
    return tuple(w.bracketed(fit.value or "", _case(fit)) for fit in shared.claims)


def _case(fit: Fit) -> str:
    evidence = fit.evidence
    is_case = evidence is not None and evidence.kind is EvidenceKind.CUSTOMER_CASE
    return (evidence.ref or "") if evidence is not None and is_case else ""


def _basis(subject: Subject) -> str:
    w = subject.wording
    return w.join(
        w.bracketed(str(meeting.on), w.within(meeting.kind) if meeting.kind else "")
        for meeting in subject.engagement.meetings
    )


def _receipts(subject: Subject, groups: frozenset[ShareGroup]) -> tuple[Receipt, ...]:
    """Named people of the customer where that is approved, and a blank line for anybody else."""
    people = subject.engagement.stakeholders if ShareGroup.CUSTOMER_NAMES in groups else ()
    named = tuple(Receipt(person.name, person.role) for person in people if person.name and person.met)
    return (*named, *(Receipt("", "") for _ in range(BLANK_LINES)))
