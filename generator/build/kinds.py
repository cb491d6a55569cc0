"""The kinds of documents that are made from one note: what each is built from and who may read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.figures import Figure
from generator.notes.codes import Confidentiality
from generator.notes.model import Engagement
from generator.views.customer_memo import build_customer_memo
from generator.views.customer_memo.allowlist import is_approved, shares_something
from generator.views.customer_memo.plan import customer_plan
from generator.views.requirements import plan_figure
from generator.views.retrospective import build_retrospective
from generator.views.risk_memo import PLAN, RISK_MAP, build_risk_memo
from generator.views.risks import risk_map
from generator.views.subject import Subject


@dataclass(frozen=True, slots=True)
class Kind:
    """name is that of the file, of the template (`<name>.md.j2`) and of the label `document.<name>`.

    view is what the template is handed; figures are keyed by their names in file names; fits tells whether a note
    gets the document without asking; for_customer: the finished file is searched for anything internal; tells_changes:
    it says what the last change of the note changed, which git is asked for.
    """

    name: str
    view: Callable[[Subject], object]
    figures: Mapping[str, Callable[[Subject], Figure | None]]
    label: Callable[[Subject], str]
    source: Callable[[Subject], str]
    fits: Callable[[Engagement], bool]
    for_customer: bool = False
    has_contents: bool = False
    tells_changes: bool = False


def _internal_label(subject: Subject) -> str:
    restricted = subject.engagement.confidentiality is Confidentiality.RESTRICTED
    return subject.wording("document.restricted" if restricted else "document.internal")


def _customer_label(subject: Subject) -> str:
    approved = is_approved(subject.engagement)
    return subject.wording("document.customer" if approved else "document.customer_draft")


def _generated_from(subject: Subject) -> str:
    """The note, the first digits of its text's id in git, and the day spoken for."""
    note = f"{subject.engagement.id} ({subject.blob[:12]})"
    return subject.wording("document.generated_from", notes=note, day=subject.day)


def _day_only(subject: Subject) -> str:
    return subject.wording("document.as_of", day=subject.day)


def _always(engagement: Engagement) -> bool:
    del engagement
    return True


RETROSPECTIVE = Kind(
    name="retrospective",
    view=build_retrospective,
    figures={PLAN: plan_figure},
    label=_internal_label,
    source=_generated_from,
    fits=_always,
    has_contents=True,
)
RISK_MEMO = Kind(
    name="risk-memo",
    view=build_risk_memo,
    figures={RISK_MAP: risk_map, PLAN: plan_figure},
    label=_internal_label,
    source=_generated_from,
    fits=_always,
    tells_changes=True,
)
CUSTOMER_MEMO = Kind(
    name="customer-memo",
    view=build_customer_memo,
    figures={PLAN: customer_plan},
    label=_customer_label,
    source=_day_only,
    fits=shares_something,
    for_customer=True,
)
KINDS = (RETROSPECTIVE, RISK_MEMO, CUSTOMER_MEMO)
