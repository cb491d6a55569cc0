"""Section 10: actions of lessons, carried over until they are done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from generator.insights.portfolio.actions import NotedAction
from generator.notes.codes import ActionStatus
from generator.states import Light
from generator.views.digest.listing import Listing, listing
from generator.views.digest.rates import bare_rate, rate_text
from generator.views.digest.subject import DigestSubject
from generator.views.wording import Chip

MOST_OPEN, MOST_DONE = 12, 6
DAYS_AHEAD = 14
AGES = (90, 180)


@dataclass(frozen=True, slots=True)
class ActionLine:
    what: str
    owner: str
    due: str
    state: Chip


@dataclass(frozen=True, slots=True)
class ActionsSection:
    """facts: done on time of those due in the month and in the longer window, and how old the open ones are; done: what
    was finished this month. open are those that are late, have no day, or are due before the next digest; later
    counts the others."""

    facts: tuple[tuple[str, str], ...]
    done: str
    open: Listing[ActionLine]
    later: str


def build_actions(subject: DigestSubject) -> ActionsSection:
    w, now = subject.wording, subject.figures.actions_now
    still_open = subject.figures.actions.open
    soon = tuple(row for row in still_open if _is_soon(subject, row))
    rest = len(still_open) - len(soon)
    done = listing(w, now.closed, MOST_DONE, lambda row: _done(subject, row))
    return ActionsSection(
        facts=(
            (w("digest.actions_due"), rate_text(subject, now.done_on_time)),
            (
                w("digest.actions_window", n=subject.facts.rules.window_months),
                bare_rate(w, subject.figures.actions.done_on_time),
            ),
            (w("digest.actions_age", n=len(still_open)), _ages(subject, still_open)),
        ),
        done=w.clauses((*done.rows, done.more)),
        open=listing(w, soon, MOST_OPEN, lambda row: _line(subject, row)),
        later=w("digest.actions_later", n=rest) if rest else "",
    )


def _is_soon(subject: DigestSubject, row: NotedAction) -> bool:
    due = row.action.due
    return due is None or due <= subject.facts.day + timedelta(days=DAYS_AHEAD)


def _ages(subject: DigestSubject, rows: tuple[NotedAction, ...]) -> str:
    """How many were agreed in notes of the last three months, of the three before, and earlier."""
    w = subject.wording
    groups = ("young", "older", "old")
    counts = Counter(groups[sum(row.age > limit for limit in AGES)] for row in rows)
    return w.join(
        w.labelled(w(f"digest.age.{group}"), str(counts[group])) for group in groups if counts[group]
    )


def _done(subject: DigestSubject, row: NotedAction) -> str:
    w, action = subject.wording, row.action
    is_cancelled = action.status is ActionStatus.CANCELLED
    return w.bracketed(
        action.what or w("common.not_said"), w.within(ActionStatus.CANCELLED) if is_cancelled else ""
    )


def _line(subject: DigestSubject, row: NotedAction) -> ActionLine:
    w, action = subject.wording, row.action
    return ActionLine(
        what=action.what or w("common.not_said"),
        owner=action.owner or w("common.not_said"),
        due=str(action.due) if action.due else w("commitments.no_date"),
        state=Chip(Light.RED, w.days_late(row.days_late))
        if row.days_late
        else Chip(
            Light.GREEN if action.due else Light.AMBER,
            w("digest.in_time" if action.due else "commitments.no_date"),
        ),
    )
