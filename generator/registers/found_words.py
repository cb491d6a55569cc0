"""What is found in notes, in the words of both languages: kinds of things, fields, closed values."""

from __future__ import annotations

from collections.abc import Iterable

from generator.errors import Bilingual
from generator.insights.search import HAPPENED, Thing, What
from generator.notes.codes import (
    ActionStatus,
    FitLevel,
    LessonStatus,
    ObjectionKind,
    ObjectionResult,
    RiskCategory,
    Theme,
)
from generator.source.fields import Code

WHATS = {
    What.LESSON: Bilingual("经验", "lesson"),
    What.OBJECTION: Bilingual("异议", "objection"),
    What.GAP: Bilingual("缺口", "gap"),
    What.RISK: Bilingual("风险", "risk"),
}
FIELD_WORDS = {
    "text": Bilingual("正文", "text"),
    "when": Bilingual("适用", "when"),
    "why": Bilingual("原因", "why"),
    "action": Bilingual("行动", "action"),
    "answer": Bilingual("应答", "answer"),
    "workaround": Bilingual("替代", "workaround"),
    "cause": Bilingual("原因", "cause"),
    "effect": Bilingual("后果", "effect"),
    "label": Bilingual("分类", "label"),
    "title": Bilingual("标题", "title"),
    "industry": Bilingual("行业", "industry"),
    "product": Bilingual("产品", "product"),
    "customer": Bilingual("客户", "customer"),
}
_ABOUT: dict[str, type[Code]] = {What.OBJECTION: ObjectionKind, What.RISK: RiskCategory}
_STATUS: dict[str, type[Code]] = {
    What.LESSON: LessonStatus,
    What.OBJECTION: ObjectionResult,
    What.GAP: FitLevel,
    What.RISK: ActionStatus,
}
_HAPPENED = Bilingual("已发生", "happened")


def about_words(thing: Thing, themes: Iterable[Theme]) -> Bilingual:
    """The theme of a lesson, the kind of an objection, the name of a gap, the category of a risk; may be empty."""
    if thing.what == What.LESSON:
        for theme in themes:
            if theme.code == thing.about:
                return Bilingual(theme.zh, theme.en)
    closed = _ABOUT.get(thing.what)
    return _words(closed, thing.about) if closed is not None else Bilingual(thing.about, thing.about)


def status_words(thing: Thing) -> Bilingual:
    """How it stands; may be empty."""
    return _HAPPENED if thing.status == HAPPENED else _words(_STATUS[thing.what], thing.status)


def status_names() -> dict[str, str]:
    """Every name of a status in either language, in small letters, and its code."""
    names = {HAPPENED: HAPPENED, _HAPPENED.zh: HAPPENED}
    for closed in _STATUS.values():
        for member in closed:
            names |= dict.fromkeys((member.value, member.zh, member.en), member.value)
    return names


def theme_names(themes: Iterable[Theme]) -> dict[str, str]:
    """Every name of a theme in either language, in small letters, and its code."""
    return {name.lower(): theme.code for theme in themes for name in (theme.code, theme.zh, theme.en)}


def _words(closed: type[Code], code: str) -> Bilingual:
    named = (Bilingual(member.zh, member.en) for member in closed if member.value == code)
    return next(named, Bilingual("", ""))
