from __future__ import annotations

from typing import Any

import pytest

from generator.notes.shown import ShownRecord
from generator.prose import Prose
from generator.views.retrospective.aims import Aims, BriefGoal, CriterionRow, build_aims
from generator.views.subject import PictureFile
from generator.views.wording import Chip
from tests.builders import day, engagement, full_engagement
from tests.views.subjects import GREEN, GREY, RED, full, subject

PILOT = {
    "started_on": "2026-06-01",
    "ended_on": "2026-07-10",
    "criteria": [
        {"text": "signals", "target": "≥ 95 %", "agreed_in_writing": "true", "measured": "96.2 %", "verdict": "met"},
        {"text": "delay", "target": "< 2 s", "agreed_in_writing": "false", "measured": "3 s", "verdict": "missed"},
        {"text": "alarms", "verdict": "not_measured"},
        {},
    ],
}  # fmt: skip
WON = {"status": "won", "decided_on": "2026-07-03"}


def test_a_minimal_note_has_goal_and_result() -> None:
    assert build_aims(subject(engagement())) == Aims(
        background=Prose(""),
        goal=Prose("a visit to the pilot line"),
        result=Prose("the visit was agreed"),
        differences=(),
        pilot_period="",
        criteria=(),
        notes=Prose(""),
        pictures=(),
    )


def test_background_notes_and_pictures_are_handed_on() -> None:
    picture = PictureFile("figures/0123456789ab.png", "line 3")
    found = build_aims(subject(engagement(background="b", notes="n"), pictures=(picture,)))

    assert (found.background, found.notes, found.pictures) == (Prose("b"), Prose("n"), (picture,))
    assert isinstance(found.background, Prose)
    assert isinstance(found.notes, Prose)


@pytest.mark.parametrize(
    ("deal", "contract", "zh", "en"),
    [
        ("1180000", "980000", "商机 118万元，成交 98万元，少 20万元（16.9%）", "Deal CNY 1,180 K, contract CNY 980 K: CNY 200 K less (16.9%)"),
        ("800000", "980000", "商机 80万元，成交 98万元，多 18万元（22.5%）", "Deal CNY 800 K, contract CNY 980 K: CNY 180 K more (22.5%)"),
        ("980000", "980000", "成交金额与商机金额相同，98万元", "Contract and deal amount are the same, CNY 980 K"),
    ],
)  # fmt: skip
def test_the_contract_is_held_against_the_deal(deal: str, contract: str, zh: str, en: str) -> None:
    found = engagement(deal={"amount": deal}, outcome=WON | {"amount": contract})

    assert build_aims(subject(found, language="zh")).differences == (zh,)
    assert build_aims(subject(found)).differences == (en,)


@pytest.mark.parametrize(
    ("deal", "outcome"),
    [
        (None, WON | {"amount": "980000"}),
        ({"priority": "high"}, WON | {"amount": "980000"}),
        ({"amount": "0"}, WON | {"amount": "980000"}),
        ({"amount": "980000"}, WON),
    ],
)
def test_amounts_that_cannot_be_compared_make_no_difference(deal: Any, outcome: Any) -> None:
    assert build_aims(subject(engagement(deal=deal, outcome=outcome))).differences == ()


def test_the_contract_is_unknown_before_the_decision() -> None:
    found = engagement(deal={"amount": "1180000"}, outcome=WON | {"amount": "980000"})

    assert build_aims(subject(found, "2026-07-02")).differences == ()


def test_criteria_of_the_pilot_are_rows_with_their_verdict() -> None:
    found = build_aims(subject(full_engagement(pilot=PILOT, commitments=[])))

    assert found.pilot_period == "2026-06-01 – 2026-07-10"
    assert found.criteria == (
        CriterionRow("signals", "≥ 95 %", "Yes", "96.2 %", Chip(GREEN, "Met")),
        CriterionRow("delay", "< 2 s", "No", "3 s", Chip(RED, "Missed")),
        CriterionRow("alarms", "", "", "", Chip(GREY, "Not measured")),
        CriterionRow("", "", "", "", Chip(GREY, "Not measured")),
    )
    assert found.differences == ("Pilot criteria met: 1 of 2 measured",)
    assert build_aims(subject(full_engagement(pilot=PILOT, commitments=[]), language="zh")).differences == (
        "试点判据 2 条有结论，达标 1 条",
    )


def test_a_running_pilot_has_no_results_and_one_ahead_is_not_told() -> None:
    running = build_aims(subject(full_engagement(pilot=PILOT, commitments=[]), "2026-07-09"))

    assert (running.pilot_period, running.differences) == ("2026-06-01 – …", ())
    assert {row.verdict for row in running.criteria} == {Chip(GREY, "Not measured")}
    assert build_aims(subject(full_engagement(pilot=PILOT, commitments=[]), "2026-05-31")).criteria == ()


def test_promises_that_came_due_are_counted() -> None:
    assert build_aims(full()).differences == (
        "Promises that came due and were kept as said and in time: 1 of 2, not K3",
    )
    assert build_aims(full(language="zh")).differences == (
        "已到期的承诺 2 条，按原话按时兑现 1 条；其余：K3",
    )
    assert build_aims(full("2026-05-22")).differences == (
        "Promises that came due and were kept as said and in time: 1 of 1",
    )
    assert build_aims(full("2026-05-20")).differences == ()


def test_the_goals_of_the_briefs_stand_beside_the_goal_the_last_three() -> None:
    records = tuple(ShownRecord(day(f"2026-05-0{n}"), None, "", f"g{n}", ()) for n in range(1, 5))
    found = build_aims(subject(engagement(), briefs=records))

    assert found.briefs == tuple(BriefGoal(f"Goal of the brief (2026-05-0{n})", f"g{n}") for n in (2, 3, 4))
