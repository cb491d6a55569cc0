"""Sections 1, 10 and 11: the meeting and its goal, how its minutes are spent, and the scores still to be given."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.counts import headline_counts
from generator.insights.preparation.agenda import last_overrun, split_minutes
from generator.insights.same_name import folded
from generator.notes.codes import ScoredBy
from generator.notes.model import Engagement
from generator.states import Light
from generator.views.brief.subject import BriefSubject, counted
from generator.views.wording import Chip

OPTIONS = 2


@dataclass(frozen=True, slots=True)
class MeetingSection:
    """counts: what still stands in the way, in pairs of a head and a state; empty without a note."""

    goal: str
    people: tuple[str, ...]
    counts: tuple[tuple[str, Chip], ...]


@dataclass(frozen=True, slots=True)
class AgendaPart:
    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """Opening, core and close; overrun: that the opening took too long last time, empty where it did not."""

    parts: tuple[AgendaPart, ...]
    overrun: str


def build_meeting(subject: BriefSubject) -> MeetingSection:
    return MeetingSection(
        goal=subject.meeting.goal,
        people=tuple(_person(subject, role) for role in subject.meeting.people),
        counts=_counts(subject, subject.prepared) if subject.prepared is not None else (),
    )


def _person(subject: BriefSubject, role: str) -> str:
    """With stance and concern where a note of this customer records somebody in that role."""
    w = subject.wording
    for engagement in subject.around.own:
        for person in engagement.stakeholders:
            if folded(person.role) == folded(role):
                stance = w.within(person.stance) if person.stance else ""
                cares = w("brief.cares_about", what=person.cares_about) if person.cares_about else ""
                return w.bracketed(subject.of(engagement).person(person), w.aside((stance, cares)))
    return role


def _counts(subject: BriefSubject, engagement: Engagement) -> tuple[tuple[str, Chip], ...]:
    w = subject.wording
    found = headline_counts(engagement, subject.day, subject.calendar, subject.required_intel)
    unknown = found.unknown_intel
    asked = len(subject.required_intel)
    k, n = (unknown.k, unknown.n) if unknown is not None else (asked, asked)
    counts = (
        ("unknown_intel", Light.RED, k, n),
        ("overdue", Light.RED, found.overdue_promises.k, found.overdue_promises.n),
        ("prerequisites", Light.AMBER, found.open_prerequisites.k, found.open_prerequisites.n),
    )
    return tuple(
        (w(f"conclusion.count.{name}"), counted(light, w.k_of_n(k, n), k))
        for name, light, k, n in counts
        if n
    )


def build_agenda(subject: BriefSubject) -> Agenda:
    w = subject.wording
    opening, core, close = split_minutes(subject.meeting.minutes)
    overrun = last_overrun(subject.around.own)
    return Agenda(
        parts=(
            _part(subject, "opening", opening, w("brief.agenda.opening_text", pain=_pain(subject))),
            _part(subject, "core", core, w("brief.agenda.core_text", options=_options(subject))),
            _part(subject, "close", close, w("brief.agenda.close_text")),
        ),
        overrun=w("brief.agenda.overrun", day=overrun.on, n=overrun.minutes) if overrun else "",
    )


def _part(subject: BriefSubject, name: str, minutes: int, text: str) -> AgendaPart:
    w = subject.wording
    return AgendaPart(w.bracketed(w(f"brief.agenda.{name}"), w("brief.minutes", n=minutes)), text)


def _pain(subject: BriefSubject) -> str:
    """The first need of the deal, as deep as it was dug; in words where none is known."""
    if subject.newest is None:
        return subject.wording("brief.agenda.unknown_pain")
    need = subject.newest.needs[0]
    return need.middle or need.surface


def _options(subject: BriefSubject) -> str:
    offered = subject.prepared.options[:OPTIONS] if subject.prepared is not None else ()
    if len(offered) < OPTIONS:
        return subject.wording("brief.agenda.two_options")
    return subject.wording.join(" ".join((option.id or "", option.name)).strip() for option in offered)


def score_rows(subject: BriefSubject) -> tuple[str, ...]:
    """The two sides that score, each before seeing the other."""
    return tuple(subject.wording.code(side) for side in (ScoredBy.PRESALES, ScoredBy.SALES))
