"""Sections 10 and 11: lessons with their actions, and old lessons that were used or happened again."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.item_ids import item_ids
from generator.notes.codes import ActionStatus, LessonKind, LessonStatus, ReuseEffect
from generator.notes.model import Lesson, LessonAction
from generator.prose import Prose
from generator.states import Light
from generator.views.subject import Subject
from generator.views.wording import Chip

MOST_LESSONS = 5
_KINDS = (LessonKind.KEEP, LessonKind.STOP, LessonKind.IMPROVE, LessonKind.START)
_EFFECTS = {
    ReuseEffect.HELPED: Light.GREEN,
    ReuseEffect.NO_EFFECT: Light.AMBER,
    ReuseEffect.NOT_APPLICABLE: Light.GREY,
}
_STATUS = {
    LessonStatus.OBSERVED: Light.GREY,
    LessonStatus.IDENTIFIED: Light.AMBER,
    LessonStatus.ACTIONED: Light.GREEN,
    LessonStatus.VERIFIED: Light.GREEN,
    LessonStatus.RETIRED: Light.GREY,
}


@dataclass(frozen=True, slots=True)
class ActionRow:
    """lesson: the id of the lesson it follows from; state is red past the due day."""

    lesson: str
    what: str
    owner: str
    due: str
    state: Chip
    verify: str


@dataclass(frozen=True, slots=True)
class LessonView:
    head: str
    text: str
    when: str
    why: Prose
    evidence: str
    scope: str
    status: Chip


@dataclass(frozen=True, slots=True)
class Lessons:
    """Those to keep come first; more: how many of the note are not listed."""

    lessons: tuple[LessonView, ...]
    actions: tuple[ActionRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ReusedRow:
    id: str
    text: str
    effect: Chip
    note: str


@dataclass(frozen=True, slots=True)
class RepeatRow:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """shown: what became of the lessons that briefs showed, empty without a brief; unused: those nobody cited."""

    reused: tuple[ReusedRow, ...]
    repeats: tuple[RepeatRow, ...]
    shown: str = ""
    unused: tuple[str, ...] = ()


def build_lessons(subject: Subject) -> Lessons:
    named = tuple(zip(item_ids(subject.engagement).lessons, subject.engagement.lessons, strict=True))
    ordered = sorted(named, key=lambda pair: _KINDS.index(pair[1].kind))
    shown = ordered[:MOST_LESSONS]
    return Lessons(
        lessons=tuple(_lesson(subject, *pair) for pair in shown),
        actions=tuple(_action(subject, name, lesson.action) for name, lesson in shown if lesson.action),
        more=len(ordered) - len(shown),
    )


def _lesson(subject: Subject, name: str, lesson: Lesson) -> LessonView:
    w = subject.wording
    return LessonView(
        head=" · ".join((name, w.code(lesson.kind), w.theme(lesson.theme))),
        text=lesson.text,
        when=lesson.when or "",
        why=lesson.why or Prose(""),
        evidence=lesson.evidence or "",
        scope=w.code(lesson.scope),
        status=Chip(_STATUS[lesson.status], w.code(lesson.status)),
    )


def _action(subject: Subject, name: str, action: LessonAction) -> ActionRow:
    return ActionRow(
        lesson=name,
        what=action.what or "",
        owner=action.owner or "",
        due=str(action.due or ""),
        state=_action_chip(subject, action),
        verify=action.verify or "",
    )


def _action_chip(subject: Subject, action: LessonAction) -> Chip:
    w, status = subject.wording, action.status or ActionStatus.OPEN
    word = w.bracketed(w.code(status), str(action.closed_on or ""))
    if status is ActionStatus.OPEN and action.due is not None and action.due < subject.day:
        return Chip(Light.RED, w.bracketed(word, w.days_late((subject.day - action.due).days)))
    lights = {
        ActionStatus.OPEN: Light.AMBER,
        ActionStatus.DONE: Light.GREEN,
        ActionStatus.CANCELLED: Light.GREY,
    }
    return Chip(lights[status], word)


def build_reuse(subject: Subject) -> Reuse | None:
    """None where the note cites no lesson at all and no brief was made for it."""
    engagement, w = subject.engagement, subject.wording
    if not engagement.reused_lessons and not engagement.repeats and not subject.briefs:
        return None
    reused = tuple(
        ReusedRow(
            id=lesson.id,
            text=_cited(subject, lesson.id),
            effect=Chip(_EFFECTS[lesson.effect], w.code(lesson.effect)),
            note=lesson.note or "",
        )
        for lesson in engagement.reused_lessons
    )
    met = {lesson.id for lesson in engagement.reused_lessons} | {*engagement.repeats}
    return Reuse(
        reused=reused,
        repeats=tuple(RepeatRow(name, _cited(subject, name)) for name in engagement.repeats),
        shown=_shown(subject),
        unused=tuple(f"{name} {_cited(subject, name)}" for name in _names_shown(subject) if name not in met),
    )


def _names_shown(subject: Subject) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for brief in subject.briefs for name in brief.shown))


def _shown(subject: Subject) -> str:
    """Of the lessons shown how many were cited, helped and were met again all the same."""
    if not subject.briefs:
        return ""
    names, engagement = _names_shown(subject), subject.engagement
    cited = [lesson for lesson in engagement.reused_lessons if lesson.id in names]
    helped = sum(lesson.effect is ReuseEffect.HELPED for lesson in cited)
    repeated = sum(name in names for name in engagement.repeats)
    return subject.wording("reuse.shown", n=len(names), cited=len(cited), helped=helped, repeated=repeated)


def _cited(subject: Subject, name: str) -> str:
    """The cited text with its customer's alias; a remark where its note cannot be read."""
    cited = subject.cited.get(name)
    w = subject.wording
    return w.bracketed(cited.text, cited.customer) if cited else w("reuse.not_readable")
