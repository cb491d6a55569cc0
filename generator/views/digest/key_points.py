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
    w, now, before = subject.wording, subject.facts.headline, subject.facts.before
    late = len(subject.figures.promises.waiting_late)
    waiting = w("digest.key.waiting_late", n=late) if late else ""
    asked = subject.facts.asked
    return (
        KeyPoint(
            w("digest.key.engagements"),
            Chip(Light.GREY, w("digest.key.open", n=now.open)),
            w("digest.key.moves", new=now.new, closed=now.closed, before=before.open),
        ),
        KeyPoint(
            w("digest.key.lessons"),
            Chip(Light.GREY, str(now.lessons)),
            w("digest.key.month_before", n=before.lessons),
        ),
        KeyPoint(
            w("digest.key.overdue"),
            _alarm(now.overdue),
            w.clauses((w("digest.key.day_before", n=before.overdue), waiting)),
        ),
        KeyPoint(w("digest.key.red"), _alarm(now.red), w("digest.key.day_before", n=before.red)),
        KeyPoint(
            w("digest.key.asked"),
            Chip(Light.AMBER if asked else Light.GREY, str(len(asked))),
            headings(subject),
        ),
    )


def _alarm(count: int) -> Chip:
    return Chip(Light.RED if count else Light.GREEN, str(count))
