"""What would make a note more useful (NOTE.md, "Hints"): never an error, shown by `check` and in section 12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from generator.errors import Bilingual, Severity
from generator.notes.codes import ActionStatus, EvidenceKind, OutcomeStatus
from generator.notes.model import Engagement
from generator.notes.promises import is_confirmed, promises_something
from generator.source.fields import Code
from generator.source.validate import Finding, Loc

_LEFTOVER = re.compile(r"\bTODO\b|待补充|\bx{3,}\b", re.IGNORECASE)
SHORTEST_NAME = 2


def hint_findings(engagement: Engagement, day: date) -> tuple[Finding, ...]:
    """All hints of one note as of a day, in the order of the format."""
    per_note = (_needs, _fit, _commitments, _names, _leftovers)
    return (*(finding for hints in per_note for finding in hints(engagement)), *_stale(engagement, day))


def is_unfinished(engagement: Engagement) -> bool:
    """Whether text of a scaffold or an import is left: such a note builds, but digests leave it out."""
    return next(_leftovers(engagement), None) is not None


def _hint(loc: Loc, code: str, message: Bilingual, suggestion: Bilingual) -> Finding:
    return Finding(loc, code, message, suggestion, Severity.HINT)


def _needs(engagement: Engagement) -> Iterator[Finding]:
    for index, need in enumerate(engagement.needs):
        if need.middle is None and need.deep is None:
            yield _hint(
                ("needs", index),
                "shallow_need",
                Bilingual("只有表层需求", "only the surface need is recorded"),
                Bilingual(
                    "下次问：为了哪个指标？谁在意、为什么？", "ask next: for which goal? who cares, and why?"
                ),
            )


def _fit(engagement: Engagement) -> Iterator[Finding]:
    for index, fit in enumerate(engagement.fit):
        here = ("fit", index)
        if fit.technology and not (fit.scenario and fit.value):
            yield _hint(
                here,
                "half_triad",
                Bilingual("写了技术，没写场景或价值", "a technology without its scenario or value"),
                Bilingual("补上 scenario 和 value", "add scenario and value"),
            )
        unsupported = fit.evidence is None or fit.evidence.kind in {None, EvidenceKind.NONE}
        if fit.value and unsupported:
            yield _hint(
                here,
                "no_evidence",
                Bilingual("价值没有证据", "a claim without evidence"),
                Bilingual("补上 evidence，或先不这么说", "add evidence, or stop saying it"),
            )


def _commitments(engagement: Engagement) -> Iterator[Finding]:
    for index, commitment in enumerate(engagement.commitments):
        if promises_something(commitment) and not is_confirmed(commitment):
            yield _hint(
                ("commitments", index),
                "not_confirmed",
                Bilingual("承诺之前没有内部确认", "promised before anybody inside confirmed it"),
                Bilingual(
                    "补上 confirmed_by 和 confirmed_on（不晚于 made_on）", "add confirmed_by and confirmed_on"
                ),
            )


def free_texts(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text that the author typed freely, with its place; codes, dates, numbers and ids are none."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name not in _NOT_FREE:
                yield from free_texts(getattr(value, name), (*loc, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from free_texts(item, (*loc, index))
    elif isinstance(value, str) and not isinstance(value, Code):
        yield loc, value


_NOT_FREE = frozenset(
    {"x", "id", "need", "gap", "blocks", "after", "answered_by", "theme", "file", "currency", "repeats"}
)


def _names(engagement: Engagement) -> Iterator[Finding]:
    names = [
        person.name for person in engagement.stakeholders if person.name and len(person.name) >= SHORTEST_NAME
    ]
    for loc, text in free_texts(engagement):
        if loc[0] == "stakeholders" and loc[-1] == "name":
            continue
        for name in names:
            if _holds_name(text, name):
                yield _hint(
                    loc,
                    "name_in_text",
                    Bilingual(
                        f"文字里写了客户的人名「{name}」",
                        f"the text holds the name of a stakeholder, “{name}”",
                    ),
                    Bilingual("改写成角色", "write the role instead"),
                )


def _holds_name(text: str, name: str) -> bool:
    if name.isascii():
        return re.search(rf"\b{re.escape(name)}\b", text) is not None
    return name in text


def _leftovers(engagement: Engagement) -> Iterator[Finding]:
    for loc, text in free_texts(engagement):
        found = _LEFTOVER.search(text)
        if found:
            yield _hint(
                loc,
                "leftover",
                Bilingual(f"还留着「{found[0]}」", f"“{found[0]}” is left over"),
                Bilingual("补上内容；没补完的记录不进摘要", "fill it in; digests leave unfinished notes out"),
            )


def _stale(engagement: Engagement, day: date) -> Iterator[Finding]:
    if engagement.outcome.status is not OutcomeStatus.OPEN or not engagement.next_steps:
        return
    open_steps = [
        step for step in engagement.next_steps if (step.status or ActionStatus.OPEN) is ActionStatus.OPEN
    ]
    last = max((step.due for step in open_steps), default=None)
    if last is None or last < day:
        index = len(engagement.next_steps) - 1
        yield _hint(
            ("next_steps", index, "due"),
            "stale_next_step",
            Bilingual(
                "商机还开着，最后一个下一步已经过期",
                "the engagement is open and its last next step is past due",
            ),
            Bilingual("写一条新的下一步，或写结果", "write a new next step or the outcome"),
        )
