"""Section 2: what has to be asked first, and whom; what is known is told in one line."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.intel import SILO_ITEMS, IntelRow, intel_coverage
from generator.insights.preparation.sources import likely_source
from generator.notes.codes import Knowledge
from generator.notes.model import INTEL_ITEMS, Engagement
from generator.states import Light
from generator.views.brief.subject import BriefSubject
from generator.views.intel import intel_value
from generator.views.wording import Chip

# What hurt them before stands in section 3, with the rest of what went wrong.
TOLD_BELOW = "past_pains"


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """state: unknown in red, or what is only inferred in amber."""

    name: str
    state: Chip
    question: str
    whom: str


@dataclass(frozen=True, slots=True)
class IntelSection:
    """rows: unknown before inferred; confirmed: each item with its value, empty where nothing is."""

    rows: tuple[QuestionRow, ...]
    confirmed: str


@dataclass(frozen=True, slots=True)
class _Item:
    """value as it is known now, or as an earlier note of the customer knew it."""

    name: str
    knowledge: Knowledge
    value: str
    is_from_before: bool


def build_intel(subject: BriefSubject) -> IntelSection:
    w = subject.wording
    items = _of_deal(subject, subject.prepared) if subject.prepared is not None else _of_prospect(subject)
    open_items = sorted(
        (item for item in items if item.knowledge is not Knowledge.CONFIRMED),
        key=lambda item: item.knowledge is not Knowledge.UNKNOWN,
    )
    confirmed = (
        w.bracketed(_name(subject, item), item.value)
        for item in items
        if item.knowledge is Knowledge.CONFIRMED and not (item.name == TOLD_BELOW and item.value)
    )
    return IntelSection(
        rows=tuple(_row(subject, item) for item in open_items), confirmed=w.clauses(confirmed)
    )


def _of_deal(subject: BriefSubject, engagement: Engagement) -> tuple[_Item, ...]:
    """The required items, and others that the note records as something to find out."""
    coverage = intel_coverage(engagement, subject.required_intel)
    if coverage is None:
        return tuple(_Item(name, Knowledge.UNKNOWN, "", False) for name in subject.required_intel)
    return tuple(_item(subject, engagement, row) for row in coverage.rows)


def _item(subject: BriefSubject, engagement: Engagement, row: IntelRow) -> _Item:
    status = row.item.status if row.item is not None else None
    value = intel_value(subject.of(engagement), row.item)
    return _Item(row.name, status or Knowledge.UNKNOWN, value, False)


def _of_prospect(subject: BriefSubject) -> tuple[_Item, ...]:
    """A deal without a note: everything is to be asked, with what an earlier note of the customer says."""
    earlier = subject.newest
    known = dict(earlier.intel.items()) if earlier is not None and earlier.intel is not None else {}
    named = subject.wording.join(subject.prospect.competitors)
    found = []
    for name in (name for name in INTEL_ITEMS if name in subject.required_intel):
        if name == "competitors" and named:
            found.append(_Item(name, Knowledge.INFERRED, named, False))
        else:
            value = intel_value(subject.of(earlier), known.get(name)) if earlier is not None else ""
            found.append(_Item(name, Knowledge.UNKNOWN, value, bool(value)))
    return tuple(found)


def _row(subject: BriefSubject, item: _Item) -> QuestionRow:
    w = subject.wording
    unknown = item.knowledge is Knowledge.UNKNOWN
    value = w("brief.last_time", value=item.value) if item.is_from_before else item.value
    return QuestionRow(
        name=_name(subject, item),
        state=Chip(
            Light.RED if unknown else Light.AMBER,
            w.clauses((w.code(item.knowledge), value)) if value else w.code(item.knowledge),
        ),
        question=w(f"brief.ask.{item.name}"),
        whom=_whom(subject, item.name),
    )


def _whom(subject: BriefSubject, name: str) -> str:
    """Sales first for what sales often knows already; then a person of the note, else a role in words."""
    w, newest = subject.wording, subject.newest
    people = newest.stakeholders if newest is not None else ()
    person = likely_source(name, people, subject.meeting.people)
    theirs = subject.of(newest).person(person) if newest is not None and person is not None else ""
    sales = newest.sales if newest is not None else ""
    first = w.bracketed(w("brief.sales_first"), sales) if name in SILO_ITEMS else ""
    return w.clauses((first, theirs or w(f"brief.whom.{name}")))


def _name(subject: BriefSubject, item: _Item) -> str:
    name = subject.wording.intel(item.name)
    return name[:1].upper() + name[1:]
