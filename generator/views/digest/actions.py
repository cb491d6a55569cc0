"""Section 10: actions of lessons, carried over until they are done."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.actions import NotedAction
from generator.states import Light
from generator.views.digest.listing import Listing, listing
from generator.views.digest.rates import bare_rate, rate_text
from generator.views.digest.subject import DigestSubject
from generator.views.wording import Chip

MOST_OPEN, MOST_DONE = 15, 6


@dataclass(frozen=True, slots=True)
class ActionLine:
    """age: how long ago the lesson was written down."""

    what: str
    owner: str
    due: str
    source: str
    age: str
    state: Chip


@dataclass(frozen=True, slots=True)
class ActionsSection:
    """facts: done on time of those due in the month and in the longer window; done: what was finished this month."""

    facts: tuple[tuple[str, str], ...]
    done: str
    open: Listing[ActionLine]


def build_actions(subject: DigestSubject) -> ActionsSection:
    w, now = subject.wording, subject.figures.actions_now
    done = listing(w, now.closed, MOST_DONE, lambda row: _done(subject, row))
    return ActionsSection(
        facts=(
            (w("digest.actions_due"), rate_text(subject, now.done_on_time)),
            (
                w("digest.actions_window", n=subject.facts.rules.window_months),
                bare_rate(w, subject.figures.actions.done_on_time),
            ),
        ),
        done=w.clauses((*done.rows, done.more)),
        open=listing(w, subject.figures.actions.open, MOST_OPEN, lambda row: _line(subject, row)),
    )


def _done(subject: DigestSubject, row: NotedAction) -> str:
    w, action = subject.wording, row.action
    status = w.within(action.status) if action.status else ""
    return w.bracketed(
        action.what or w("common.not_said"), w.aside((action.owner or "", str(action.closed_on), status))
    )


def _line(subject: DigestSubject, row: NotedAction) -> ActionLine:
    w, action = subject.wording, row.action
    return ActionLine(
        what=action.what or w("common.not_said"),
        owner=action.owner or w("common.not_said"),
        due=str(action.due) if action.due else w("commitments.no_date"),
        source=subject.cases.of(row.lesson.engagement, row.lesson.id),
        age=w("digest.age", n=row.age),
        state=Chip(Light.RED, w.days_late(row.days_late))
        if row.days_late
        else Chip(
            Light.GREEN if action.due else Light.AMBER,
            w("digest.in_time" if action.due else "commitments.no_date"),
        ),
    )
