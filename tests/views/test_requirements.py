from __future__ import annotations

from typing import Any

import pytest

from generator.figures.gantt import Gantt, GanttBar
from generator.views.requirements import (
    MilestoneRow,
    RequirementRow,
    milestone_rows,
    plan_figure,
    plan_in_words,
    requirement_rows,
)
from generator.views.wording import Chip
from tests.builders import day, engagement, full_engagement
from tests.views.subjects import AMBER, GREEN, GREY, RED, full, lost, subject

ITEM = {"item": "power", "party": "customer"}


def row(requirement: dict[str, Any], on: str = "2026-07-25", language: Any = "en") -> RequirementRow:
    (found,) = requirement_rows(subject(full_engagement(landing_requirements=[requirement]), on, language))
    return found


def test_prerequisites_are_rows_in_the_order_of_the_note() -> None:
    assert requirement_rows(full()) == (
        RequirementRow("R1", "two people for the training", "Customer", "2026-07-15", "M2 pilot", Chip(RED, "Confirmed (10 days late)"), True),
        RequirementRow("R2", "network and power", "Customer", "2026-07-20", "M2 pilot", Chip(RED, "Unconfirmed (5 days late)"), True),
        RequirementRow("R3", "test environment", "Us", "2026-07-10", "M1 visit", Chip(GREY, "Done"), False),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "zh", "en", "light"),
    [
        ({"status": "blocked", "needed_by": "2026-07-20"}, "受阻（逾期 5 天）", "Blocked (5 days late)", RED),
        ({"status": "blocked", "needed_by": "2026-08-20"}, "受阻", "Blocked", RED),
        ({"needed_by": "2026-07-24"}, "未确认（逾期 1 天）", "Unconfirmed (1 day late)", RED),
        ({"needed_by": "2026-07-25"}, "0 天后到期", "Due in 0 days", AMBER),
        ({"needed_by": "2026-07-26"}, "1 天后到期", "Due in 1 day", AMBER),
        ({"needed_by": "2026-08-08"}, "14 天后到期", "Due in 14 days", AMBER),
        ({"needed_by": "2026-08-09"}, "未确认，未到期", "Unconfirmed, not due", GREEN),
        ({"status": "confirmed", "needed_by": "2026-07-30"}, "5 天后到期", "Due in 5 days", AMBER),
        ({"status": "confirmed", "needed_by": "2026-07-31"}, "已确认，未到期", "Confirmed, not due", GREEN),
        ({"status": "dropped", "needed_by": "2026-07-01"}, "已取消", "Dropped", GREY),
        ({}, "无日期", "No date", GREY),
    ],
)
def test_each_state_has_its_light_and_words(keys: dict[str, str], zh: str, en: str, light: Any) -> None:
    assert (row(ITEM | keys, language="zh").state, row(ITEM | keys).state) == (
        Chip(light, zh),
        Chip(light, en),
    )


@pytest.mark.parametrize(
    ("keys", "what", "who", "blocks"),
    [
        ({}, "power", "Customer", ""),
        ({"quantity": "12", "unit": "points"}, "power (12 points)", "Customer", ""),
        ({"quantity": "1200.50"}, "power (1,200.5)", "Customer", ""),
        ({"owner_role": "maintenance", "blocks": "M3"}, "power", "Customer (maintenance)", "M3 roll-out"),
    ],
)
def test_a_prerequisite_says_how_much_who_and_what_it_holds_up(
    keys: dict[str, str], what: str, who: str, blocks: str
) -> None:
    found = row(ITEM | keys)

    assert (found.what, found.who, found.blocks) == (what, who, blocks)


def test_in_a_dead_deal_nothing_is_red() -> None:
    dead = subject(lost())

    assert {row.state.light for row in requirement_rows(dead)} == {GREY}
    assert [row.state for row in milestone_rows(dead)] == [Chip(GREY, "Deal over")] * 3
    assert plan_in_words(dead).startswith("Plan of 3 milestones, 2026-07-06 to 2026-09-30; M1 visit (")


def test_milestones_take_the_worst_light_of_what_stands_before_them() -> None:
    red = Chip(RED, "Held up by R1, R2; at least 10 days late")

    assert milestone_rows(full()) == (
        MilestoneRow("M1", "visit", "2026-07-06 – 2026-07-17", "", Chip(GREY, "Nothing open before it")),
        MilestoneRow("M2", "pilot", "2026-07-20 – 2026-08-28", "M1", red),
        MilestoneRow("M3", "roll-out", "2026-09-01 – 2026-09-30", "M2", red),
    )


@pytest.mark.parametrize(
    ("on", "zh", "en"),
    [
        ("2026-07-21", Chip(RED, "被 R1、R2 卡住；至少晚 6 天"), Chip(RED, "Held up by R1, R2; at least 6 days late")),
        ("2026-07-16", Chip(RED, "被 R1 卡住；至少晚 1 天"), Chip(RED, "Held up by R1; at least 1 day late")),
        ("2026-07-15", Chip(AMBER, "等 R1、R2"), Chip(AMBER, "Waits for R1, R2")),
        ("2026-06-30", Chip(GREEN, "等 R1、R2"), Chip(GREEN, "Waits for R1, R2")),
    ],
)  # fmt: skip
def test_a_milestone_says_what_it_waits_for(on: str, zh: Chip, en: Chip) -> None:
    assert (milestone_rows(full(on, "zh"))[1].state, milestone_rows(full(on))[1].state) == (zh, en)


def test_a_blocked_prerequisite_ahead_of_its_day_tells_no_days() -> None:
    requirements = [{"id": "R1", "item": "power", "party": "us", "status": "blocked", "blocks": "M1"}]

    assert milestone_rows(subject(full_engagement(landing_requirements=requirements)))[0].state == Chip(
        RED, "Held up by R1"
    )


def test_the_plan_is_a_figure_with_its_words() -> None:
    visit, pilot, roll_out = milestone_rows(full())

    assert plan_figure(full()) == Gantt(
        bars=(
            GanttBar("M1 visit", day("2026-07-06"), day("2026-07-17"), GREY, visit.state.word),
            GanttBar("M2 pilot", day("2026-07-20"), day("2026-08-28"), RED, pilot.state.word),
            GanttBar("M3 roll-out", day("2026-09-01"), day("2026-09-30"), RED, roll_out.state.word),
        ),
        today=day("2026-07-25"),
        today_word="As of",
        heads=("Milestone", "Dates", "State"),
    )
    assert plan_figure(subject(engagement())) is None


def test_the_plan_is_told_in_words() -> None:
    assert plan_in_words(full()) == (
        "Plan of 3 milestones, 2026-07-06 to 2026-09-30; held up: M2, M3; "
        "M1 visit (2026-07-06 – 2026-07-17, nothing open before it); "
        "M2 pilot (2026-07-20 – 2026-08-28, held up by R1, R2; at least 10 days late); "
        "M3 roll-out (2026-09-01 – 2026-09-30, held up by R1, R2; at least 10 days late)"
    )
    assert plan_in_words(full("2026-07-10", "zh")) == (
        "里程碑计划：3 步，2026-07-06 至 2026-09-30；M1 visit（2026-07-06 – 2026-07-17，前提无未决）；"
        "M2 pilot（2026-07-20 – 2026-08-28，等 R1、R2）；M3 roll-out（2026-09-01 – 2026-09-30，等 R1、R2）"
    )
    assert plan_in_words(subject(engagement())) == ""
