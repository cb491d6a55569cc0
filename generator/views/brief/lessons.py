"""Section 4: past lessons for this meeting, each with why it matched and what became of it when it was used."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.insights.matching import Matched, MatchedLesson, MatchTerm
from generator.insights.portfolio.reuse import LessonUse
from generator.insights.portfolio.small_numbers import Ladder, rate
from generator.notes.codes import ReuseEffect
from generator.views.brief.subject import BriefSubject
from generator.views.wording import number

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class LessonRow:
    """lesson: its kind and theme, the text, and when it applies; why: the terms that matched with their points, and
    the score that they make; used: how often it was cited, with which effect, and where it comes from."""

    lesson: str
    why: str
    used: str


def build_lessons(subject: BriefSubject) -> tuple[LessonRow, ...]:
    return tuple(_row(subject, lesson) for lesson in subject.lessons)


def _row(subject: BriefSubject, matched: MatchedLesson) -> LessonRow:
    w, noted = subject.wording, matched.use.lesson
    head = w.bracketed(w.code(noted.lesson.kind), w.inside(w.theme(noted.lesson.theme)))
    when = w("brief.when", when=noted.lesson.when or "")
    return LessonRow(
        lesson=w.labelled(head, w.clauses((noted.lesson.text, when))),
        why=_why(subject, matched),
        used=w.clauses((_used(subject, matched.use), subject.place(noted.engagement, noted.id))),
    )


def _why(subject: BriefSubject, matched: MatchedLesson) -> str:
    """`industry 2 + product 2 = 4; ×0.73 ×1.15 ×1.00 → 3.4`; the head of the column names the factors."""
    w = subject.wording
    terms = " + ".join(f"{_term(subject, part)} {number(part.points)}" for part in matched.matched)
    factors = " ".join(
        f"×{factor:.2f}" for factor in (matched.age_factor, matched.status_factor, matched.help_factor)
    )
    score = str(Decimal(str(matched.score)).quantize(_TENTH))
    return w("brief.score", terms=terms, base=number(matched.base), factors=factors, score=score)


def _term(subject: BriefSubject, part: Matched) -> str:
    """The value as well where the meeting has several; the theme stands before the lesson already."""
    w, prospect = subject.wording, subject.prospect
    asked = {MatchTerm.COMPETITOR: prospect.competitors, MatchTerm.PRODUCT: prospect.products}
    several = len(asked.get(part.term, ())) > 1
    return w.bracketed(w(f"brief.term.{part.term}"), w.join(part.values) if several else "")


def _used(subject: BriefSubject, use: LessonUse) -> str:
    """Below five uses what became of each, from there how many helped with the interval, from twenty a percentage."""
    w = subject.wording
    repeated = w("brief.used.repeated", n=use.repeated) if use.repeated else ""
    if not use.cited:
        return w.clauses((w("brief.used.never"), repeated))
    helped = rate(map(str, range(use.helped)), use.cited)
    if helped.ladder is Ladder.LIST:
        effects = (w("brief.used.effect", effect=w.within(effect), n=n) for effect, n in use.effects)
        return w.clauses((w.labelled(w("brief.used.times", n=use.cited), w.join(effects)), repeated))
    interval = f"{helped.low * 100:.0f}–{helped.high * 100:.0f}%"
    counted = w.k_of_n(helped.k, helped.n)
    share = (
        w.bracketed(counted, interval)
        if helped.ladder is Ladder.COUNT
        else w.bracketed(f"{helped.k / helped.n * 100:.0f}%", w.aside((interval, counted)))
    )
    return w.clauses((w.labelled(w.within(ReuseEffect.HELPED), share), repeated))
