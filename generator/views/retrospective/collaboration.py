"""Section 8: before, during and after; objections and how they ended; planned against actual rhythm."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.item_ids import item_ids
from generator.insights.rhythm import MeetingRhythm, meeting_rhythms
from generator.notes.codes import ObjectionResult
from generator.notes.model import After, Before, Objection, Split
from generator.states import Light
from generator.views.subject import Subject
from generator.views.wording import Chip

_RESULTS = {
    ObjectionResult.RESOLVED: Light.GREEN,
    ObjectionResult.OPEN: Light.AMBER,
    ObjectionResult.LOST: Light.RED,
}


@dataclass(frozen=True, slots=True)
class Phase:
    """head is before, during or after; lines say what was done and what was missed."""

    head: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """rhythm: planned and actual minutes of opening, core and close; remarks: what was off."""

    day: str
    kind: str
    minutes: str
    rhythm: str
    remarks: str
    attended: str


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    id: str
    text: str
    raised_by: str
    kind: str
    answer: str
    result: Chip | None


@dataclass(frozen=True, slots=True)
class Collaboration:
    phases: tuple[Phase, ...]
    meetings: tuple[MeetingRow, ...]
    objections: tuple[ObjectionRow, ...]


def build_collaboration(subject: Subject) -> Collaboration:
    names = item_ids(subject.engagement).objections
    return Collaboration(
        phases=_phases(subject),
        meetings=tuple(_meeting(subject, rhythm) for rhythm in meeting_rhythms(subject.engagement)),
        objections=tuple(
            _objection(subject, name, objection)
            for name, objection in zip(names, subject.engagement.objections, strict=True)
        ),
    )


def _phases(subject: Subject) -> tuple[Phase, ...]:
    w, together = subject.wording, subject.engagement.collaboration
    if together is None:
        return ()
    during = together.during.sales_present if together.during else None
    lines = {
        "before": _before(subject, together.before) if together.before else (),
        "during": (w("together.sales_present" if during else "together.sales_absent"),)
        if during is not None
        else (),
        "after": _after(subject, together.after) if together.after else (),
    }
    return tuple(Phase(w(f"together.{name}"), found) for name, found in lines.items() if found)


def _before(subject: Subject, before: Before) -> tuple[str, ...]:
    w = subject.wording
    held = {True: "together.held", False: "together.not_held", None: ""}[before.held]
    got = w.join(w.intel(name) for name in before.got)
    missed = w.join(w.intel(name) for name in subject.required_intel if name not in before.got)
    lines = (
        w.bracketed(w(held), str(before.on or "")) if held else "",
        w.labelled(w("together.got"), got) if got else "",
        w.labelled(w("together.missed"), missed) if missed and before.held is not None else "",
    )
    return tuple(line for line in lines if line)


def _after(subject: Subject, after: After) -> tuple[str, ...]:
    w = subject.wording
    debrief, memo = after.debrief_on, after.memo_sent_on
    lines = (
        w("together.debrief", day=debrief) if debrief else w("together.no_debrief"),
        w("together.memo_sent", day=memo) if memo else w("together.memo_not_sent"),
        w("together.handed_to", who=after.handed_to) if after.handed_to else "",
    )
    return tuple(line for line in lines if line)


def _meeting(subject: Subject, rhythm: MeetingRhythm) -> MeetingRow:
    w, meeting = subject.wording, rhythm.meeting
    over = rhythm.opening_overrun
    remarks = [w("together.opening_over", n=over)] if over and over > 0 else []
    remarks += [w(f"together.flag.{flag}") for flag in rhythm.flags]
    return MeetingRow(
        day=str(meeting.on),
        kind=w.code(meeting.kind),
        minutes=str(meeting.minutes) if meeting.minutes is not None else "",
        rhythm=_split(meeting.planned_split, meeting.actual_split),
        remarks=w.clauses(remarks),
        attended=w.join(meeting.attended),
    )


def _split(planned: Split | None, actual: Split | None) -> str:
    sides = (" / ".join(str(minutes) for minutes in split) if split else "—" for split in (planned, actual))
    return " → ".join(sides) if planned or actual else ""


def _objection(subject: Subject, name: str, objection: Objection) -> ObjectionRow:
    w = subject.wording
    parts = (
        w("together.acknowledged") if objection.acknowledged else "",
        w.labelled(w("together.fact"), objection.fact) if objection.fact else "",
        w.labelled(w("together.proposal"), objection.proposal) if objection.proposal else "",
    )
    return ObjectionRow(
        id=name,
        text=objection.text,
        raised_by=objection.raised_by or "",
        kind=w.code(objection.kind),
        answer=w.clauses(parts),
        result=Chip(_RESULTS[objection.result], w.code(objection.result)) if objection.result else None,
    )
