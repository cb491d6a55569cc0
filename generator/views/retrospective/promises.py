"""Section 6: the commitments, and how many were made before anybody inside could confirm them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.commitments import commitment_states
from generator.views.commitments import CommitmentRow, commitment_rows
from generator.views.subject import Subject


@dataclass(frozen=True, slots=True)
class Promises:
    """over_promise: k of n with ids, and its two parts; empty where nothing deliverable was promised."""

    rows: tuple[CommitmentRow, ...]
    over_promise: str


def build_promises(subject: Subject) -> Promises:
    return Promises(commitment_rows(subject), _over_promise(subject))


def _over_promise(subject: Subject) -> str:
    w = subject.wording
    states = commitment_states(subject.engagement, subject.day, subject.calendar)
    promised = [state for state in states if state.deliverable]
    if not promised:
        return ""
    before = [state.id for state in promised if state.process_flag]
    after = [state.id for state in promised if state.outcome_flag]
    flagged = [state.id for state in promised if state.process_flag or state.outcome_flag]
    return w(
        "commitments.over_promise" if flagged else "commitments.no_over_promise",
        k=len(flagged),
        n=len(promised),
        ids=w.join(flagged),
        process=len(before),
        outcome=len(after),
    )
