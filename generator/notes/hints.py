"""What would make a note more useful (NOTE.md, "Hints"): never an error, shown by `check` and in section 12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.errors import Bilingual, Severity
from generator.notes.codes import ActionStatus, EvidenceKind, OutcomeStatus
from generator.notes.free_text import FreeText, free_texts
from generator.notes.model import Engagement
from generator.notes.names import names_in, person_names
from generator.notes.promises import is_confirmed, promises_something
from generator.source.findings import Finding, Loc

_JOINING = re.compile("[，、；]")
_LEFTOVER_WORDS = ("todo", "xxx", "待补充")
_LEFTOVER = re.compile(r"(?<![0-9a-z_])(?:todo|x{3,})(?![0-9a-z_])|待补充", re.IGNORECASE)
# The leak check is told there what may pass.
_NAMES_BELONG_HERE = frozenset({"customer_share"})


def hint_findings(engagement: Engagement, texts: tuple[FreeText, ...], day: date) -> tuple[Finding, ...]:
    """All hints of one note as of a day, in the order of the format. texts are its free texts."""
    return (
        *_needs(engagement),
        *_fit(engagement),
        *_commitments(engagement),
        *_joined(engagement),
        *_names(engagement, texts),
        *_leftovers(texts),
        *_stale(engagement, day),
    )


def is_unfinished(engagement: Engagement) -> bool:
    """Whether text of a scaffold or an import is left: such a note builds, but digests leave it out."""
    return any(_leftover(text) for _, text in free_texts(engagement))


def _leftover(text: str) -> str | None:
    """What the scaffold left in a text; the words are looked for first, as the pattern is slow."""
    small = text.lower()
    found = _LEFTOVER.search(text) if any(word in small for word in _LEFTOVER_WORDS) else None
    return found[0] if found else None


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
        missing = [name for name in ("scenario", "value") if getattr(fit, name) is None]
        if fit.technology and missing:
            zh, en = "、".join(missing), " and ".join(missing)
            yield _hint(
                here,
                "half_triad",
                Bilingual(f"写了技术，没写 {zh}", f"a technology without its {en}"),
                Bilingual(
                    f"补上 {zh}：在哪一刻用到、带来什么变化", f"add {en}: the moment it is used, what changes"
                ),
            )
        if fit.value and (fit.evidence is None or fit.evidence.kind in {None, EvidenceKind.NONE}):
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
                    "下次先确认再承诺；确认过就补上 confirmed_by 和 confirmed_on",
                    "confirm before you promise; if it was confirmed add confirmed_by and confirmed_on",
                ),
            )


def _joined(engagement: Engagement) -> Iterator[Finding]:
    """Several names in one item of a list: `[网关，预测维护]` is one product, and matches none."""
    items: list[FreeText] = [(("products", index), name) for index, name in enumerate(engagement.products)]
    for number, meeting in enumerate(engagement.meetings):
        items += (
            (("meetings", number, "attended", index), who) for index, who in enumerate(meeting.attended)
        )
    for loc, text in items:
        found = _JOINING.search(text)
        if found:
            parts = ", ".join(part.strip() for part in _JOINING.split(text))
            yield _hint(
                loc,
                "joined_items",
                Bilingual(
                    f"全角的「{found[0]}」不分开列表项，这里只读成一项",
                    f"a full-width {found[0]} does not part list items; this is read as one",
                ),
                Bilingual(f"是几项就写 [{parts}]", f"if they are several write [{parts}]"),
            )


def _names(engagement: Engagement, texts: tuple[FreeText, ...]) -> Iterator[Finding]:
    names = person_names(engagement.stakeholders)
    for loc, text in texts:
        if loc[0] not in _NAMES_BELONG_HERE and loc[-1] != "name":
            for name in names_in(text, names):
                yield _hint(
                    loc,
                    "name_in_text",
                    Bilingual(
                        f"文字里写了客户的人名「{name}」",
                        f"the text holds the name of a stakeholder, “{name}”",
                    ),
                    Bilingual("改写成角色", "write the role instead"),
                )


def _leftovers(texts: tuple[FreeText, ...]) -> Iterator[Finding]:
    for loc, text in texts:
        found = _leftover(text)
        if found:
            yield _hint(
                loc,
                "leftover",
                Bilingual(f"还留着「{found}」", f"“{found}” is left over"),
                Bilingual("补上内容；没补完的记录不进摘要", "fill it in; digests leave unfinished notes out"),
            )


def _stale(engagement: Engagement, day: date) -> Iterator[Finding]:
    if engagement.outcome.status is not OutcomeStatus.OPEN:
        return
    steps = enumerate(engagement.next_steps)
    waiting = [(step.due, index) for index, step in steps if step.status in {None, ActionStatus.OPEN}]
    write = Bilingual("写一条新的下一步，或写结果", "write a new next step or the outcome")
    if not waiting:
        message = Bilingual("商机还开着，却没有要做的下一步", "the engagement is open, but no next step is")
        yield _hint(("next_steps",), "stale_next_step", message, write)
    elif max(waiting)[0] < day:
        message = Bilingual(
            "商机还开着，最后一个下一步已经过期", "the engagement is open and its last next step is past due"
        )
        yield _hint(("next_steps", max(waiting)[1], "due"), "stale_next_step", message, write)
