"""What not to promise: known gaps, what was promised too much before, what lies outside the scope."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.insights.commitments import CommitmentState, Standing, commitment_states
from generator.insights.item_ids import id_order
from generator.insights.preparation.surroundings import Surroundings
from generator.insights.same_name import folded
from generator.insights.working_days import Calendar
from generator.notes.codes import CommitmentClass, FitLevel, Severity
from generator.notes.model import Engagement, Fit

MISSING = frozenset({FitLevel.GAP, FitLevel.ROADMAP, FitLevel.CUSTOM})
_SEVERITIES = (Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, None)


@dataclass(frozen=True, slots=True)
class KnownGap:
    """One gap as the newest note tells it; workaround is the newest one written.

    severity is the one that it has for the deal itself, else the worst met.

    engagements are all that met it, newest first.
    """

    fit: Fit
    severity: Severity | None
    workaround: str | None
    engagements: tuple[Engagement, ...]


@dataclass(frozen=True, slots=True)
class TooMuch:
    """A promise that was more than we could give, or one that lay outside the scope."""

    engagement: Engagement
    state: CommitmentState
    is_own: bool


def known_gaps(engagements: Iterable[Engagement], prepared: Engagement | None) -> tuple[KnownGap, ...]:
    """Engagements newest first. What the newest one supports is no gap any more; worst first, then most often met."""
    found: dict[str, list[tuple[Engagement, Fit]]] = {}
    closed: set[str] = set()
    for engagement in engagements:
        for fit in engagement.fit:
            key = fit.gap or folded(fit.capability)
            if fit.level in MISSING and key not in closed:
                found.setdefault(key, []).append((engagement, fit))
            elif key not in found:
                closed.add(key)
    return tuple(sorted((_gap(met, prepared) for met in found.values()), key=_worst_first))


def _gap(met: list[tuple[Engagement, Fit]], prepared: Engagement | None) -> KnownGap:
    here = [fit.severity for engagement, fit in met if prepared is not None and engagement.id == prepared.id]
    severities = here or [fit.severity for _, fit in met]
    return KnownGap(
        fit=met[0][1],
        severity=min(severities, key=_SEVERITIES.index),
        workaround=next((fit.workaround for _, fit in met if fit.workaround), None),
        engagements=tuple({engagement.id: engagement for engagement, _ in met}.values()),
    )


def _worst_first(gap: KnownGap) -> tuple[object, ...]:
    newest = gap.engagements[0]
    return (
        _SEVERITIES.index(gap.severity),
        -len(gap.engagements),
        -newest.date.toordinal(),
        gap.fit.gap or gap.fit.capability,
    )


def too_much_promised(around: Surroundings, day: date, calendar: Calendar) -> tuple[TooMuch, ...]:
    """Flagged as over-promise and not kept as said after all; this customer's first, then by how it ended, newest."""
    rows = (row for row in _promises(around, day, calendar) if _was_too_much(row.state))
    return tuple(sorted(rows, key=_outcome_first))


def out_of_scope(around: Surroundings, day: date, calendar: Calendar) -> tuple[TooMuch, ...]:
    """This customer's first, then newest first."""
    rows = _promises(around, day, calendar)
    found = (row for row in rows if row.state.commitment.cls is CommitmentClass.OUT_OF_SCOPE)
    return tuple(sorted(found, key=lambda row: (not row.is_own, *_newest(row))))


def _promises(around: Surroundings, day: date, calendar: Calendar) -> Iterable[TooMuch]:
    own = {each.id for each in around.own}
    similar = (row.engagement for row in around.similar if row.engagement.id not in own)
    for engagement in (*around.own, *similar):
        for state in commitment_states(engagement, day, calendar):
            yield TooMuch(engagement, state, engagement.id in own)


def _was_too_much(state: CommitmentState) -> bool:
    kept_after_all = state.standing in {Standing.KEPT, Standing.WITHDRAWN}
    return state.outcome_flag or (state.process_flag and not kept_after_all)


def _outcome_first(row: TooMuch) -> tuple[object, ...]:
    return not row.is_own, not row.state.outcome_flag, *_newest(row)


def _newest(row: TooMuch) -> tuple[object, ...]:
    return -row.state.commitment.made_on.toordinal(), row.engagement.id, id_order(row.state.id)
