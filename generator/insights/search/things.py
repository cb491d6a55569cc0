"""What can be found in a note: lessons, objections with their answers, gaps and risks, with the texts of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from generator.insights.item_ids import ids_in
from generator.notes.codes import ActionStatus, LessonShare, Theme
from generator.notes.model import Engagement, Lesson, Objection, Risk
from generator.notes.model.offer import Fit
from generator.source.fields import Code


class What(StrEnum):
    """Kinds of things, in the order of a note's page."""

    LESSON = "lesson"
    OBJECTION = "objection"
    GAP = "gap"
    RISK = "risk"


# The texts of each kind, in the order of Thing.texts. label holds the closed values in both languages.
FIELDS = {
    What.LESSON: ("text", "when", "why", "action", "label"),
    What.OBJECTION: ("text", "answer", "label"),
    What.GAP: ("text", "workaround", "why", "label"),
    What.RISK: ("text", "cause", "effect", "action", "label"),
}
NOTE_FIELDS = ("title", "industry", "product", "customer")
HAPPENED = "happened"


class Thing(NamedTuple):
    """about is the theme of a lesson, the kind of an objection, the name of a gap, the category of a risk.

    status is empty where the note gives none. texts are as typed, or folded in a page.
    """

    what: str
    id: str
    about: str
    status: str
    restricted: bool
    texts: tuple[str, ...]


def things_in(engagement: Engagement, themes: Iterable[Theme]) -> Iterator[Thing]:
    """Themes are those of the workspace."""
    known = {theme.code: theme for theme in themes}
    for name, lesson in zip(ids_in(engagement, "lessons"), engagement.lessons, strict=True):
        yield _lesson(name, lesson, known.get(lesson.theme))
    for name, objection in zip(ids_in(engagement, "objections"), engagement.objections, strict=True):
        yield _objection(name, objection)
    for name, fit in zip(ids_in(engagement, "fit"), engagement.fit, strict=True):
        if fit.gap is not None or fit.workaround is not None:
            yield _gap(name, fit)
    for name, risk in zip(ids_in(engagement, "risks"), engagement.risks, strict=True):
        yield _risk(name, risk)


def note_texts(engagement: Engagement) -> tuple[str, ...]:
    """What the note says of all its things, in the order of NOTE_FIELDS."""
    return (
        engagement.title or "",
        engagement.customer.industry,
        "; ".join(engagement.products),
        engagement.customer.name,
    )


def _lesson(name: str, lesson: Lesson, theme: Theme | None) -> Thing:
    action = lesson.action.what if lesson.action is not None else None
    named = f"{theme.zh}; {theme.en}" if theme is not None else lesson.theme
    texts = (lesson.text, lesson.when, lesson.why, action, f"{named}; {_labels(lesson.kind)}")
    restricted = lesson.share is LessonShare.RESTRICTED
    return Thing(What.LESSON.value, name, lesson.theme, lesson.status.value, restricted, _strings(texts))


def _objection(name: str, objection: Objection) -> Thing:
    answer = "; ".join(part for part in (objection.fact, objection.proposal) if part)
    texts = (objection.text, answer, _labels(objection.kind))
    return Thing(
        What.OBJECTION.value, name, objection.kind or "", objection.result or "", False, _strings(texts)
    )


def _gap(name: str, fit: Fit) -> Thing:
    label = "; ".join((fit.gap or "", _labels(fit.level, fit.severity)))
    texts = (fit.capability, fit.workaround, fit.technology, label)
    return Thing(What.GAP.value, name, fit.gap or "", fit.level.value, False, _strings(texts))


def _risk(name: str, risk: Risk) -> Thing:
    action = risk.action.what if risk.action is not None else None
    texts = (risk.event, risk.cause, risk.effect, action, _labels(risk.category, risk.proximity))
    return Thing(What.RISK.value, name, risk.category.value, _risk_status(risk), False, _strings(texts))


def _risk_status(risk: Risk) -> str:
    if risk.happened_on is not None:
        return HAPPENED
    status = risk.action.status if risk.action is not None else None
    return (status or ActionStatus.OPEN).value


def _labels(*values: Code | None) -> str:
    return "; ".join(f"{value.zh}; {value.en}" for value in values if value is not None)


def _strings(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(str(text or "") for text in texts)
