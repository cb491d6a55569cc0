"""Promises of all notes: overdue, waiting, kept on time (INSIGHTS.md, section 2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.commitments import CommitmentState, Standing, commitment_states
from generator.insights.portfolio.references import item_order, reference
from generator.insights.portfolio.small_numbers import Rate, rate, sort_ids
from generator.insights.portfolio.windows import Window
from generator.insights.working_days import Calendar
from generator.notes.codes import CommitmentReason, OutcomeStatus
from generator.notes.model import Engagement

# Only here does anybody still wait for a promise or a prerequisite.
LIVE = frozenset({OutcomeStatus.OPEN, OutcomeStatus.WON})
STILL_TO_KEEP = frozenset({Standing.OPEN, Standing.OVERDUE, Standing.WAITING, Standing.WAITING_LATE})


@dataclass(frozen=True, slots=True)
class NotedPromise:
    engagement: Engagement
    state: CommitmentState

    @property
    def name(self) -> str:
        return reference(self.engagement, self.state.id)

    @property
    def is_live(self) -> bool:
        return self.engagement.outcome.status in LIVE

    @property
    def order(self) -> tuple[object, ...]:
        return item_order(self.engagement, self.state.id)


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """reason is None where the note gives none; names are those of the promises."""

    reason: CommitmentReason | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promises:
    """Overdue, waiting and undated promises are those of engagements open or won; the most days late come first.

    kept_on_time is over the promises due in the window; its left_out are those that ended on an unknown day.
    renegotiated_in_time were due in the window too and stand beside it. reasons are of what was not kept, the most
    frequent first.
    """

    overdue: tuple[NotedPromise, ...]
    waiting: tuple[NotedPromise, ...]
    waiting_late: tuple[NotedPromise, ...]
    no_date: tuple[NotedPromise, ...]
    kept_on_time: Rate
    renegotiated_in_time: tuple[NotedPromise, ...]
    reasons: tuple[ReasonCount, ...]


def noted_promises(
    engagements: Iterable[Engagement], day: date, calendar: Calendar
) -> tuple[NotedPromise, ...]:
    """In the order of the engagements and of their notes."""
    return tuple(
        NotedPromise(engagement, state)
        for engagement in engagements
        if engagement.commitments
        for state in commitment_states(engagement, day, calendar)
    )


def promises(noted: tuple[NotedPromise, ...], window: Window) -> Promises:
    live = tuple(promise for promise in noted if promise.is_live)
    due = tuple(promise for promise in noted if window.holds(promise.state.due))
    kept = tuple(promise for promise in due if _was_kept(promise.state))
    missed = tuple(promise for promise in due if _was_missed(promise))
    return Promises(
        overdue=_with_standing(live, Standing.OVERDUE),
        waiting=_with_standing(live, Standing.WAITING),
        waiting_late=_with_standing(live, Standing.WAITING_LATE),
        no_date=_in_order(live, lambda state: state.due is None and state.standing in STILL_TO_KEEP),
        kept_on_time=rate(
            (promise.name for promise in kept),
            len(kept) + len(missed),
            (promise.name for promise in due if _ended_some_day(promise.state)),
        ),
        renegotiated_in_time=_in_order(due, _was_renegotiated_in_time),
        reasons=_reasons(missed),
    )


def _with_standing(noted: tuple[NotedPromise, ...], standing: Standing) -> tuple[NotedPromise, ...]:
    return _in_order(noted, lambda state: state.standing is standing)


def _in_order(
    noted: tuple[NotedPromise, ...], belongs: Callable[[CommitmentState], bool]
) -> tuple[NotedPromise, ...]:
    chosen = (promise for promise in noted if belongs(promise.state))
    return tuple(sorted(chosen, key=lambda promise: (-promise.state.days_late, *promise.order)))


def _was_kept(state: CommitmentState) -> bool:
    """On or before the due day; a promise kept later stands as kept late."""
    return state.standing is Standing.KEPT and state.commitment.closed_on is not None


def _was_missed(promise: NotedPromise) -> bool:
    match promise.state.standing:
        case Standing.KEPT_LATE | Standing.BROKEN:
            return True
        case Standing.OVERDUE:
            return promise.is_live
        case Standing.RENEGOTIATED:
            return _closed_after_due(promise.state)
        case _:
            return False


def _closed_after_due(state: CommitmentState) -> bool:
    closed_on, due = state.commitment.closed_on, state.due
    return closed_on is not None and due is not None and closed_on > due


def _was_renegotiated_in_time(state: CommitmentState) -> bool:
    is_dated = state.commitment.closed_on is not None
    return state.standing is Standing.RENEGOTIATED and is_dated and not _closed_after_due(state)


def _ended_some_day(state: CommitmentState) -> bool:
    return state.standing in {Standing.KEPT, Standing.RENEGOTIATED} and state.commitment.closed_on is None


def _reasons(missed: tuple[NotedPromise, ...]) -> tuple[ReasonCount, ...]:
    names: dict[CommitmentReason | None, list[str]] = defaultdict(list)
    for promise in missed:
        names[promise.state.commitment.reason].append(promise.name)
    order = [*CommitmentReason, None]
    counts = (ReasonCount(reason, sort_ids(group)) for reason, group in names.items())
    return tuple(sorted(counts, key=lambda count: (-len(count.names), order.index(count.reason))))
