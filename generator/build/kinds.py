"""The kinds of documents that are made from one note: what each is built from and who may read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.figures.gantt import Gantt
from generator.notes.codes import Confidentiality
from generator.views.requirements import plan_figure
from generator.views.retrospective import build_retrospective, title_of
from generator.views.retrospective.risks import PLAN
from generator.views.subject import Subject


@dataclass(frozen=True, slots=True)
class Kind:
    """name is that of the file, of the template (`<name>.md.j2`) and of the label `document.<name>`.

    view is what the template is handed; figures are keyed by their names in file names.
    """

    name: str
    view: Callable[[Subject], object]
    title: Callable[[Subject], str]
    figures: Callable[[Subject], Mapping[str, Gantt]]
    figure_names: tuple[str, ...]
    label: Callable[[Subject], str]


def _plan(subject: Subject) -> dict[str, Gantt]:
    plan = plan_figure(subject)
    return {PLAN: plan} if plan else {}


def internal_label(subject: Subject) -> str:
    restricted = subject.engagement.confidentiality is Confidentiality.RESTRICTED
    return subject.wording("document.restricted" if restricted else "document.internal")


RETROSPECTIVE = Kind("retrospective", build_retrospective, title_of, _plan, (PLAN,), internal_label)
KINDS = (RETROSPECTIVE,)
