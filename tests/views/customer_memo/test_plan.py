from __future__ import annotations

from generator.figures.gantt import Gantt, GanttBar
from generator.views.customer_memo.allowlist import shared_parts
from generator.views.customer_memo.plan import (
    CustomerMilestone,
    customer_milestones,
    customer_plan,
    customer_plan_alt,
)
from generator.views.subject import Subject
from tests.builders import FULL, day, engagement, full_engagement
from tests.views.subjects import AMBER, GREY, subject

R1, R2, R3 = FULL["landing_requirements"]
SHARED = full_engagement(landing_requirements=[R1, R2 | {"shareable": "true"}, R3 | {"shareable": "true"}])


def milestones(found: Subject) -> tuple[CustomerMilestone, ...]:
    return customer_milestones(found, shared_parts(found.engagement))


def test_a_date_holds_if_what_is_shared_is_ready() -> None:
    assert milestones(subject(SHARED)) == (
        CustomerMilestone("visit", "2026-07-06 – 2026-07-17", ""),
        CustomerMilestone("pilot", "2026-07-20 – 2026-08-28", "needs R2"),
        CustomerMilestone("roll-out", "2026-09-01 – 2026-09-30", "needs R2"),
    )
    assert milestones(subject(SHARED, language="zh"))[1].condition == "需 R2"


def test_all_items_are_named() -> None:
    both = full_engagement(landing_requirements=[R1 | {"shareable": "true"}, R2 | {"shareable": "true"}])

    assert milestones(subject(both))[1].condition == "needs R1 R2"
    assert milestones(subject(both, language="zh"))[1].condition == "需 R1 R2"


def test_a_prerequisite_that_is_not_shared_leaves_no_trace() -> None:
    found = subject(full_engagement())

    assert [milestone.condition for milestone in milestones(found)] == ["", "", ""]
    assert {
        bar.light for bar in (customer_plan(found) or Gantt((), day("2026-07-25"), "", ("", "", ""))).bars
    } == {GREY}


def test_the_plan_has_no_red() -> None:
    condition = "needs R2"

    assert customer_plan(subject(SHARED)) == Gantt(
        bars=(
            GanttBar("visit", day("2026-07-06"), day("2026-07-17"), GREY, "nothing open before it"),
            GanttBar("pilot", day("2026-07-20"), day("2026-08-28"), AMBER, condition),
            GanttBar("roll-out", day("2026-09-01"), day("2026-09-30"), AMBER, condition),
        ),
        today=day("2026-07-25"),
        today_word="As of",
        heads=("Milestone", "Dates", "Condition"),
    )


def test_the_plan_is_told_in_words() -> None:
    assert customer_plan_alt(subject(SHARED)) == (
        "Plan of 3 milestones, 2026-07-06 to 2026-09-30; visit (2026-07-06 – 2026-07-17); "
        "pilot (2026-07-20 – 2026-08-28, needs R2); "
        "roll-out (2026-09-01 – 2026-09-30, needs R2)"
    )
    assert customer_plan_alt(subject(SHARED, language="zh")).startswith(
        "里程碑计划：3 步，2026-07-06 至 2026-09-30；visit（2026-07-06 – 2026-07-17）；pilot（"
    )


def test_without_milestones_there_is_no_plan() -> None:
    found = subject(engagement())

    assert (customer_plan(found), customer_plan_alt(found), milestones(found)) == (None, "", ())
