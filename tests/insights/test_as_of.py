from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.as_of import engagement_as_of
from generator.notes.codes import (
    ActionStatus,
    CommitmentStatus,
    LessonStatus,
    OutcomeStatus,
    ShareGroup,
    Stage,
    Verdict,
)
from generator.notes.model import Commitment, Engagement, Lesson, Pilot, Risk
from tests.builders import FULL, day, engagement, full_engagement

PROMISE = {"said": "an answer", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20"}
RISK = {"event": "late", "category": "schedule", "probability": "1", "impact": "1"}
LESSON = {"kind": "improve", "theme": "evidence", "text": "check it"}


def _as_of(found: Engagement, text: str) -> Engagement:
    past = engagement_as_of(found, day(text))
    assert past is not None
    return past


def _promise(as_of: str, **keys: Any) -> Commitment:
    return _as_of(engagement(commitments=[PROMISE | keys]), as_of).commitments[0]


def _risk(as_of: str, **keys: Any) -> Risk:
    return _as_of(engagement(risks=[RISK | keys]), as_of).risks[0]


def _lesson(as_of: str, **keys: Any) -> Lesson:
    return _as_of(engagement(lessons=[LESSON | keys]), as_of).lessons[0]


# ── the note ──


def test_a_note_of_a_later_day_is_not_there() -> None:
    assert engagement_as_of(engagement(date="2026-05-20"), day("2026-05-19")) is None


def test_a_note_is_there_on_its_own_day() -> None:
    found = engagement(date="2026-05-20")

    assert engagement_as_of(found, day("2026-05-20")) == found


def test_after_its_last_date_a_note_reads_as_written() -> None:
    found = full_engagement()

    assert engagement_as_of(found, day("2026-12-31")) == found


def test_nothing_is_changed_in_place() -> None:
    found = full_engagement()

    _as_of(found, "2026-05-20")

    assert found == full_engagement()


def test_keys_of_the_team_stay() -> None:
    found = engagement(**{"\0x": {"x-crm": "42"}})

    assert _as_of(found, "2026-05-20").x == {"x-crm": "42"}


# ── promises ──


def test_a_promise_made_later_vanishes() -> None:
    found = _as_of(full_engagement(), "2026-05-22")

    assert [promise.id for promise in found.commitments] == ["K1", "K3"]


def test_a_promise_closed_later_is_open_without_a_reason() -> None:
    found = _promise("2026-06-04", status="broken", closed_on="2026-06-05", reason="capacity")

    assert (found.status, found.closed_on, found.reason) == (CommitmentStatus.OPEN, None, None)


def test_a_promise_is_closed_on_the_day_it_ended() -> None:
    found = _promise("2026-06-05", status="broken", closed_on="2026-06-05", reason="capacity")

    assert found.status is CommitmentStatus.BROKEN
    assert found.closed_on == day("2026-06-05")
    assert found.reason is not None


def test_an_undated_end_of_a_promise_stands() -> None:
    assert _promise("2026-05-20", status="kept").status is CommitmentStatus.KEPT


def test_a_later_confirmation_has_neither_name_nor_day() -> None:
    found = _promise("2026-05-25", confirmed_by="delivery", confirmed_on="2026-05-26")

    assert (found.confirmed_by, found.confirmed_on) == (None, None)


def test_an_earlier_confirmation_stands() -> None:
    found = _promise("2026-05-26", confirmed_by="delivery", confirmed_on="2026-05-26")

    assert (found.confirmed_by, found.confirmed_on) == ("delivery", day("2026-05-26"))


def test_a_condition_met_later_is_not_met() -> None:
    condition = {"what": "power", "due": "2026-07-20", "met_on": "2026-07-18"}

    found = _promise("2026-07-17", condition=condition, **{"class": "conditional"})

    assert found.condition is not None
    assert (found.condition.what, found.condition.met_on) == ("power", None)


def test_a_condition_is_met_on_its_day() -> None:
    found = _promise("2026-07-18", condition={"what": "power", "met_on": "2026-07-18"})

    assert found.condition is not None
    assert found.condition.met_on == day("2026-07-18")


# ── risks and lessons ──


def test_an_action_of_a_risk_closed_later_is_open() -> None:
    found = _risk("2026-06-09", action={"what": "test", "status": "done", "closed_on": "2026-06-10"})

    assert found.action is not None
    assert (found.action.status, found.action.closed_on) == (ActionStatus.OPEN, None)


@pytest.mark.parametrize("action", [{"status": "done"}, {"status": "done", "closed_on": "2026-06-10"}])
def test_an_action_closed_by_then_or_undated_stands(action: dict[str, str]) -> None:
    found = _risk("2026-06-10", action=action)

    assert found.action is not None
    assert found.action.status is ActionStatus.DONE


def test_a_risk_that_happened_later_has_not_happened() -> None:
    assert _risk("2026-07-01", happened_on="2026-07-02").happened_on is None
    assert _risk("2026-07-02", happened_on="2026-07-02").happened_on == day("2026-07-02")


@pytest.mark.parametrize("status", ["actioned", "verified"])
def test_a_lesson_is_only_identified_before_its_action_was_closed(status: str) -> None:
    action = {"what": "a checklist", "status": "done", "closed_on": "2026-06-10", "verify": "next three"}

    found = _lesson("2026-06-09", status=status, action=action)

    assert found.action is not None
    assert found.status is LessonStatus.IDENTIFIED
    assert (found.action.status, found.action.closed_on) == (ActionStatus.OPEN, None)
    assert found.action.verify == "next three"


@pytest.mark.parametrize("status", ["observed", "identified", "retired"])
def test_a_status_that_no_action_explains_stands(status: str) -> None:
    found = _lesson("2026-06-09", status=status, action={"status": "done", "closed_on": "2026-06-10"})

    assert found.status.value == status


@pytest.mark.parametrize("action", [None, {"status": "done"}, {"status": "done", "closed_on": "2026-06-09"}])
def test_a_lesson_without_a_later_action_reads_as_written(action: dict[str, str] | None) -> None:
    keys = {} if action is None else {"action": action}

    assert _lesson("2026-06-09", status="verified", **keys).status is LessonStatus.VERIFIED


# ── meetings, scores, outcome ──


def test_later_meetings_and_scores_are_absent() -> None:
    found = _as_of(full_engagement(date="2026-05-19"), "2026-05-20")

    assert [meeting.on for meeting in found.meetings] == [day("2026-05-20")]
    assert [score.on for score in found.win_scores] == [day("2026-05-20")]
    assert _as_of(full_engagement(date="2026-05-19"), "2026-05-19").meetings == ()


def test_before_the_decision_nothing_of_it_is_known() -> None:
    outcome = FULL["outcome"] | {"winner": "Torn"}

    found = _as_of(full_engagement(outcome=outcome), "2026-07-02")

    assert found.outcome == engagement(outcome={"status": "open"}).outcome
    assert found.stage is None


def test_another_stage_stands_before_the_decision() -> None:
    assert _as_of(full_engagement(stage="bid"), "2026-07-02").stage is Stage.BID


def test_on_the_day_of_the_decision_the_outcome_is_known() -> None:
    found = _as_of(full_engagement(), "2026-07-03")

    assert found.outcome.status is OutcomeStatus.WON
    assert found.stage is Stage.CLOSED


# ── collaboration, pilot, approval ──


def test_a_later_preparation_is_absent() -> None:
    collaboration = {"before": {"held": "true", "on": "2026-05-21"}, "during": {"sales_present": "true"}}

    found = _as_of(engagement(collaboration=collaboration), "2026-05-20").collaboration

    assert found is not None
    assert found.before is None
    assert found.during is not None


def test_later_days_after_the_meeting_are_absent_and_undated_keys_stand() -> None:
    after = {"debrief_on": "2026-05-21", "memo_sent_on": "2026-05-25", "handed_to": "delivery"}
    collaboration = {"before": {"held": "true"}, "after": after}

    found = _as_of(engagement(collaboration=collaboration), "2026-05-21").collaboration

    assert found is not None
    assert found.before is not None
    assert found.after is not None
    assert found.after.debrief_on == day("2026-05-21")
    assert (found.after.memo_sent_on, found.after.handed_to) == (None, "delivery")


def _pilot(as_of: str, **keys: str) -> Pilot | None:
    criteria = [{"text": "coverage", "target": "95 %", "measured": "96 %", "verdict": "met"}]
    return _as_of(engagement(pilot={"criteria": criteria} | keys), as_of).pilot


def test_a_pilot_is_absent_before_its_start() -> None:
    assert _pilot("2026-07-19", started_on="2026-07-20", ended_on="2026-08-28") is None


def test_a_running_pilot_has_no_results() -> None:
    found = _pilot("2026-08-27", started_on="2026-07-20", ended_on="2026-08-28")

    assert found is not None
    assert (found.started_on, found.ended_on) == (day("2026-07-20"), None)
    assert [(c.target, c.measured, c.verdict) for c in found.criteria] == [("95 %", None, None)]


@pytest.mark.parametrize("dates", [{}, {"started_on": "2026-07-20", "ended_on": "2026-08-28"}])
def test_a_pilot_that_ended_or_has_no_dates_keeps_its_results(dates: dict[str, str]) -> None:
    found = _pilot("2026-08-28", **dates)

    assert found is not None
    assert [(c.measured, c.verdict) for c in found.criteria] == [("96 %", Verdict.MET)]


SHARE = {
    "approved_by": "Zhou",
    "on": "2026-06-01",
    "include": ["amounts"],
    "allow": [{"value": "Torn", "reason": "in the tender"}],
}


def test_before_the_approval_there_is_none_and_no_group_is_open() -> None:
    found = _as_of(engagement(customer_share=SHARE), "2026-05-31").customer_share

    assert found is not None
    assert (found.approved_by, found.on, found.include) == (None, None, ())
    assert [allowed.value for allowed in found.allow] == ["Torn"]


def test_on_the_day_of_the_approval_it_counts() -> None:
    found = _as_of(engagement(customer_share=SHARE), "2026-06-01").customer_share

    assert found is not None
    assert (found.approved_by, found.include) == ("Zhou", (ShareGroup.AMOUNTS,))


# ── properties ──

BUSY = full_engagement(
    collaboration={
        "before": {"held": "true", "on": "2026-05-19"},
        "after": {"debrief_on": "2026-05-21", "memo_sent_on": "2026-06-20"},
    },
    pilot={
        "started_on": "2026-07-20",
        "ended_on": "2026-08-28",
        "criteria": [{"text": "coverage", "measured": "96 %", "verdict": "met"}],
    },
    customer_share=SHARE,
    lessons=[LESSON | {"status": "actioned", "action": {"status": "done", "closed_on": "2026-06-10"}}],
    risks=[RISK | {"happened_on": "2026-08-01", "action": {"status": "done", "closed_on": "2026-07-10"}}],
)
DAYS = st.dates(date(2026, 5, 10), date(2026, 9, 10))


@given(DAYS)
def test_looking_twice_from_one_day_shows_the_same(as_of: date) -> None:
    once = engagement_as_of(BUSY, as_of)

    assert (once and engagement_as_of(once, as_of)) == once


@given(DAYS, DAYS)
def test_looking_back_from_a_later_day_shows_the_earlier_one(first: date, second: date) -> None:
    earlier, later = sorted((first, second))
    from_later = engagement_as_of(BUSY, later)

    assert (from_later and engagement_as_of(from_later, earlier)) == engagement_as_of(BUSY, earlier)


@given(DAYS, DAYS)
def test_what_has_happened_never_becomes_less(first: date, second: date) -> None:
    counts = [_happened(engagement_as_of(BUSY, as_of)) for as_of in sorted((first, second))]

    assert all(before <= after for before, after in zip(*counts, strict=True))


def _happened(found: Engagement | None) -> tuple[int, ...]:
    if found is None:
        return (0,) * 7
    return (
        len(found.commitments),
        len(found.meetings),
        len(found.win_scores),
        sum(promise.status is not CommitmentStatus.OPEN for promise in found.commitments),
        sum(risk.happened_on is not None for risk in found.risks),
        int(found.outcome.status is not OutcomeStatus.OPEN),
        int(found.pilot is not None),
    )


def test_a_promise_keeps_its_name_while_an_earlier_one_of_the_note_is_still_to_come() -> None:
    promise = {"said": "an answer", "class": "uncertain", "made_by": "Lin"}
    found = engagement_as_of(
        engagement(commitments=[promise | {"made_on": "2026-06-20"}, promise | {"made_on": "2026-05-20"}]),
        day("2026-06-01"),
    )

    assert found is not None
    assert [commitment.id for commitment in found.commitments] == ["K2"]
