"""An engagement as it stood at the end of a day (PRODUCT.md, "The day a document speaks for")."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from generator.insights.item_ids import ids_in
from generator.notes.codes import ActionStatus, CommitmentStatus, LessonStatus, OutcomeStatus, Stage
from generator.notes.model import (
    Collaboration,
    Commitment,
    CustomerShare,
    Engagement,
    Lesson,
    Outcome,
    Pilot,
    Risk,
    RiskAction,
)

Action = TypeVar("Action", bound=RiskAction)

# What an outcome says beyond its status; none of it is known before the decision.
_KNOWN_WHEN_DECIDED = (
    "decided_on",
    "amount",
    "technical_result",
    "winner",
    "stated_reason",
    "our_read",
    "decision_moment",
)
_EXPLAINED_BY_AN_ACTION = frozenset({LessonStatus.ACTIONED, LessonStatus.VERIFIED})


def engagement_as_of(engagement: Engagement, day: date) -> Engagement | None:
    """The engagement without anything dated after the day; None when its own date is. Undated states stand."""
    if engagement.date > day:
        return None
    undecided = _is_later(engagement.outcome.decided_on, day)
    return engagement.model_copy(
        update={
            "stage": None if undecided and engagement.stage is Stage.CLOSED else engagement.stage,
            "outcome": _undecided(engagement.outcome) if undecided else engagement.outcome,
            "commitments": _commitments(engagement, day),
            "risks": tuple(_risk(risk, day) for risk in engagement.risks),
            "lessons": tuple(_lesson(lesson, day) for lesson in engagement.lessons),
            "meetings": tuple(meeting for meeting in engagement.meetings if meeting.on <= day),
            "win_scores": tuple(score for score in engagement.win_scores if score.on <= day),
            "collaboration": _collaboration(engagement.collaboration, day),
            "pilot": _pilot(engagement.pilot, day),
            "customer_share": _customer_share(engagement.customer_share, day),
        }
    )


def _is_later(dated: date | None, day: date) -> bool:
    return dated is not None and dated > day


def _until(dated: date | None, day: date) -> date | None:
    return None if _is_later(dated, day) else dated


def _undecided(outcome: Outcome) -> Outcome:
    return outcome.model_copy(
        update={"status": OutcomeStatus.OPEN, **dict.fromkeys(_KNOWN_WHEN_DECIDED, None)}
    )


def _commitments(engagement: Engagement, day: date) -> tuple[Commitment, ...]:
    """With their ids for display, which come from the place in the whole note and not from what is left of it."""
    named = zip(ids_in(engagement, "commitments"), engagement.commitments, strict=True)
    made = ((name, commitment) for name, commitment in named if commitment.made_on <= day)
    return tuple(_commitment(c.model_copy(update={"id": name}), day) for name, c in made)


def _commitment(commitment: Commitment, day: date) -> Commitment:
    update: dict[str, object] = {}
    if _is_later(commitment.confirmed_on, day):
        update |= {"confirmed_by": None, "confirmed_on": None}
    if _is_later(commitment.closed_on, day):
        update |= {"status": CommitmentStatus.OPEN, "closed_on": None, "reason": None}
    condition = commitment.condition
    if condition is not None and _is_later(condition.met_on, day):
        update["condition"] = condition.model_copy(update={"met_on": None})
    return commitment.model_copy(update=update)


def _action(action: Action | None, day: date) -> Action | None:
    if action is None or not _is_later(action.closed_on, day):
        return action
    return action.model_copy(update={"status": ActionStatus.OPEN, "closed_on": None})


def _risk(risk: Risk, day: date) -> Risk:
    return risk.model_copy(
        update={"action": _action(risk.action, day), "happened_on": _until(risk.happened_on, day)}
    )


def _lesson(lesson: Lesson, day: date) -> Lesson:
    if lesson.action is None or not _is_later(lesson.action.closed_on, day):
        return lesson
    explained = lesson.status in _EXPLAINED_BY_AN_ACTION
    return lesson.model_copy(
        update={
            "action": _action(lesson.action, day),
            "status": LessonStatus.IDENTIFIED if explained else lesson.status,
        }
    )


def _collaboration(collaboration: Collaboration | None, day: date) -> Collaboration | None:
    if collaboration is None:
        return None
    before, after = collaboration.before, collaboration.after
    if before is not None and _is_later(before.on, day):
        before = None
    if after is not None:
        dates = {
            "debrief_on": _until(after.debrief_on, day),
            "memo_sent_on": _until(after.memo_sent_on, day),
        }
        after = after.model_copy(update=dates)
    return collaboration.model_copy(update={"before": before, "after": after})


def _pilot(pilot: Pilot | None, day: date) -> Pilot | None:
    """Not there before its start; without results before its end."""
    if pilot is None or _is_later(pilot.started_on, day):
        return None
    if not _is_later(pilot.ended_on, day):
        return pilot
    criteria = tuple(
        criterion.model_copy(update={"measured": None, "verdict": None}) for criterion in pilot.criteria
    )
    return pilot.model_copy(update={"ended_on": None, "criteria": criteria})


def _customer_share(share: CustomerShare | None, day: date) -> CustomerShare | None:
    """Without the approval, and so without the groups that it opens; what the leak check may pass stands."""
    if share is None or not _is_later(share.on, day):
        return share
    return share.model_copy(update={"approved_by": None, "on": None, "include": ()})
