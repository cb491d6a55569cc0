"""Section 3: what came back after it was acted on, and what comes up again and again."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.repeats import RepeatedLesson, RepeatSuggestion
from generator.insights.portfolio.themes import ThemeRow
from generator.states import Light
from generator.views.digest.charts import THEMES, theme_sentence
from generator.views.digest.listing import Listing, listing
from generator.views.digest.rates import bare_rate
from generator.views.digest.subject import DigestSubject
from generator.views.wording import Chip

MOST_REPEATS, MOST_SUGGESTIONS, MOST_THEMES = 5, 3, 5


@dataclass(frozen=True, slots=True)
class RepeatRow:
    """action: what had been done about it; again: where it happened once more; share: of those who knew of it."""

    lesson: str
    action: str
    again: str
    share: str


@dataclass(frozen=True, slots=True)
class ThemeLine:
    theme: str
    count: str
    customers: int
    recent: str
    state: Chip


@dataclass(frozen=True, slots=True)
class Recurring:
    """change: whether a theme rose by more than chance; works: themes of lessons to keep, in a sentence. chart is a
    path, empty where there is too little to draw: then themes are rows."""

    repeats: Listing[RepeatRow]
    suggestions: Listing[str]
    themes: Listing[ThemeLine]
    states: str
    chart: str
    chart_says: str
    change: str
    works: str


def build_recurring(subject: DigestSubject) -> Recurring:
    w, figures = subject.wording, subject.figures
    found = figures.repeats
    return Recurring(
        repeats=listing(w, found.lessons, MOST_REPEATS, lambda row: _repeat(subject, row)),
        suggestions=listing(w, found.suggestions, MOST_SUGGESTIONS, lambda row: _suggestion(subject, row)),
        themes=listing(w, figures.to_change, MOST_THEMES, lambda row: _theme(subject, row)),
        states=_states(subject),
        chart=subject.charts.get(THEMES, ""),
        chart_says=theme_sentence(subject) if figures.to_change else "",
        change=_change(subject),
        works=w.join(
            w.labelled(w.theme(row.theme), bare_rate(w, row.rate)) for row in figures.to_keep if row.recurring
        ),
    )


def _repeat(subject: DigestSubject, row: RepeatedLesson) -> RepeatRow:
    w, noted = subject.wording, row.lesson
    is_hidden = subject.facts.is_for_partners
    action = noted.lesson.action
    closed = w("digest.done_on", day=action.closed_on) if action and action.closed_on else ""
    what = (action.what or "") if action and not is_hidden else ""
    return RepeatRow(
        lesson=w.labelled(w.theme(noted.lesson.theme), noted.lesson.text),
        action=w.bracketed(what, closed) if what else closed,
        again=w("digest.again", n=len(row.repeats))
        if is_hidden
        else subject.cases.listed(note.id for note in row.repeats),
        share=bare_rate(w, row.share) if row.share else w("digest.repeat_undated"),
    )


def _suggestion(subject: DigestSubject, row: RepeatSuggestion) -> str:
    w, cases = subject.wording, subject.cases
    return w(
        "digest.suggestion",
        new=cases.of(row.lesson.engagement, row.lesson.id),
        old=cases.of(row.earlier.engagement, row.earlier.id),
        theme=w.theme(row.lesson.lesson.theme),
    )


def _theme(subject: DigestSubject, row: ThemeRow) -> ThemeLine:
    w = subject.wording
    return ThemeLine(
        theme=w.theme(row.theme),
        count=bare_rate(w, row.rate),
        customers=row.customers,
        recent=w("digest.in_engagements", n=row.recent.k),
        state=_state(subject, row),
    )


def _state(subject: DigestSubject, row: ThemeRow) -> Chip:
    w = subject.wording
    if row.repeats:
        return Chip(Light.RED, w("digest.theme.repeated", n=row.repeats))
    if row.change.flagged:
        return Chip(Light.ORANGE, w("digest.theme.rose"))
    if row.recurring:
        return Chip(Light.AMBER, w("digest.theme.recurring"))
    return Chip(Light.GREY, w("digest.theme.seen"))


def _states(subject: DigestSubject) -> str:
    """Which themes came back, rose, or recur without having come back; the others were seen and no more."""
    w, rows = subject.wording, subject.figures.to_change
    groups = {
        "repeated": [row for row in rows if row.repeats],
        "rose": [row for row in rows if row.change.flagged],
        "recurring": [row for row in rows if row.recurring and not row.repeats],
    }
    return w.clauses(
        w.labelled(w(f"digest.theme.{group}_head"), w.join(_recently(subject, row) for row in found))
        for group, found in groups.items()
        if found
    )


def _recently(subject: DigestSubject, row: ThemeRow) -> str:
    w, months = subject.wording, subject.facts.rules.recurring.months
    return w.bracketed(w.theme(row.theme), w("digest.theme.recently", k=row.recent.k, n=months))


def _change(subject: DigestSubject) -> str:
    """Rare, and said only where chance would not have it; otherwise that nothing of the kind is seen."""
    w, rows = subject.wording, subject.figures.to_change
    risen = [w.theme(row.theme) for row in rows if row.change.flagged]
    if risen:
        return w("digest.theme.have_risen", themes=w.join(risen))
    return w("digest.theme.none_rose", n=len(rows)) if rows else ""
