"""Which notes a document over many engagements counts, and why not the others (INSIGHTS.md, section 0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.insights.as_of import engagement_as_of
from generator.insights.item_ids import ids_in
from generator.insights.portfolio.references import reference
from generator.insights.portfolio.small_numbers import sort_ids
from generator.notes.codes import Confidentiality, LessonShare
from generator.notes.model import Engagement


class LeftOutReason(StrEnum):
    """In the order of precedence: of a restricted note nothing else is said."""

    PROBLEMS = "problems"
    RESTRICTED = "restricted"
    LATER = "later"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A note that is not counted; id may be the path of a file that could not be read."""

    id: str
    reason: LeftOutReason


@dataclass(frozen=True, slots=True)
class Selection:
    """used are as of the day, by date and id; left_out by reason and id.

    withheld_lessons names the restricted lessons that were taken out of used notes.
    """

    day: date
    used: tuple[Engagement, ...]
    left_out: tuple[LeftOut, ...]
    withheld_lessons: tuple[str, ...]

    @property
    def read(self) -> int:
        return len(self.used) + len(self.left_out)


def select(
    engagements: Iterable[Engagement],
    day: date,
    *,
    problems: Iterable[str] = (),
    unfinished: frozenset[str] = frozenset(),
    include_restricted: bool = False,
) -> Selection:
    """problems names the notes that could not be used at all, unfinished those with text left over from a scaffold.

    Whether a note is unfinished is handed in (`notes.hints.is_unfinished`), because it reads every text of the note
    and can be remembered with it.
    """
    used: list[Engagement] = []
    left_out = [LeftOut(name, LeftOutReason.PROBLEMS) for name in problems]
    withheld: list[str] = []
    for engagement in engagements:
        taken = _taken(engagement, day, unfinished, include_restricted=include_restricted)
        if isinstance(taken, LeftOutReason):
            left_out.append(LeftOut(engagement.id, taken))
            continue
        shown, names = (taken, ()) if include_restricted else without_restricted_lessons(taken)
        used.append(shown)
        withheld.extend(names)
    reasons = list(LeftOutReason)
    return Selection(
        day=day,
        used=tuple(sorted(used, key=lambda engagement: (engagement.date, engagement.id))),
        left_out=tuple(sorted(left_out, key=lambda note: (reasons.index(note.reason), note.id))),
        withheld_lessons=sort_ids(withheld),
    )


def _taken(
    engagement: Engagement, day: date, unfinished: frozenset[str], *, include_restricted: bool
) -> Engagement | LeftOutReason:
    if engagement.confidentiality is Confidentiality.RESTRICTED and not include_restricted:
        return LeftOutReason.RESTRICTED
    past = engagement_as_of(engagement, day)
    if past is None:
        return LeftOutReason.LATER
    return LeftOutReason.UNFINISHED if engagement.id in unfinished else past


def without_restricted_lessons(engagement: Engagement) -> tuple[Engagement, tuple[str, ...]]:
    """The engagement without them, and their names; the others keep the ids under which they are displayed."""
    if all(lesson.share is not LessonShare.RESTRICTED for lesson in engagement.lessons):
        return engagement, ()
    named = tuple(zip(engagement.lessons, ids_in(engagement, "lessons"), strict=True))
    kept = tuple(
        lesson.model_copy(update={"id": name})
        for lesson, name in named
        if lesson.share is not LessonShare.RESTRICTED
    )
    withheld = tuple(
        reference(engagement, name) for lesson, name in named if lesson.share is LessonShare.RESTRICTED
    )
    return engagement.model_copy(update={"lessons": kept}), withheld
