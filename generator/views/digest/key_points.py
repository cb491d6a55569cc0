"""Section 0: five lines that say where to spend the meeting."""

from __future__ import annotations

from dataclasses import dataclass

from generator.states import Light
from generator.views.digest.decisions import headings
from generator.views.digest.subject import DigestSubject
from generator.views.wording import Chip


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """state has a light where the count asks for something; text tells the rest, with the month before."""

    head: str
    state: Chip
    text: str


def build_key_points(subject: DigestSubject) -> tuple[KeyPoint, ...]:
    """Without those that point to one customer, where partners read it."""
    withheld = subject.facts.withheld
    points: tuple[tuple[KeyPoint, set[str]], ...] = (
        (_engagements(subject), {"new", "open", "closed"}),
        (_lessons(subject), {"lessons"}),
        (_overdue(subject), {"overdue"}),
        (_red(subject), {"red"}),
        (_asked(subject), set()),
    )
    return tuple(point for point, counts in points if withheld.isdisjoint(counts))


def _engagements(subject: DigestSubject) -> KeyPoint:
    w, now, before = subject.wording, subject.facts.headline, subject.facts.before
    return KeyPoint(
        w("digest.key.engagements"),
        Chip(Light.GREY, w("digest.key.open", n=len(now.open))),
        w("digest.key.moves", new=len(now.new), closed=len(now.closed), before=len(before.open)),
    )


def _lessons(subject: DigestSubject) -> KeyPoint:
    w, facts = subject.wording, subject.facts
    return KeyPoint(
        w("digest.key.lessons"),
        Chip(Light.GREY, str(len(facts.headline.lessons))),
        w("digest.key.month_before", n=len(facts.before.lessons)),
    )


def _overdue(subject: DigestSubject) -> KeyPoint:
    w, facts = subject.wording, subject.facts
    late = len(subject.figures.promises.waiting_late)
    return KeyPoint(
        w("digest.key.overdue"),
        _alarm(len(facts.headline.overdue)),
        w.clauses(
            (
                w("digest.key.day_before", n=len(facts.before.overdue)),
                w("digest.key.waiting_late", n=late) if late else "",
            )
        ),
    )


def _red(subject: DigestSubject) -> KeyPoint:
    w, facts = subject.wording, subject.facts
    before = w("digest.key.day_before", n=len(facts.before.red))
    return KeyPoint(w("digest.key.red"), _alarm(len(facts.headline.red)), before)


def _asked(subject: DigestSubject) -> KeyPoint:
    asked = subject.facts.asked
    light = Light.AMBER if asked else Light.GREY
    return KeyPoint(subject.wording("digest.key.asked"), Chip(light, str(len(asked))), headings(subject))


def _alarm(count: int) -> Chip:
    return Chip(Light.RED if count else Light.GREEN, str(count))
