from __future__ import annotations

from generator.insights.prospect import Prospect
from generator.views.brief.intel import QuestionRow, build_intel
from generator.views.wording import Chip
from tests.views.brief.subjects import brief, note, prepared
from tests.views.subjects import AMBER, RED

INTEL = {
    "budget_ceiling": {"status": "inferred", "value": "1000000"},
    "decision_chain": {"status": "confirmed"},
    "timeline": {"status": "confirmed", "value": ["before October", "or never"]},
    "past_pains": {"status": "confirmed", "value": "four months late"},
    "procurement": {"value": "by invitation"},
}
PEOPLE = [{"role": "CFO", "decision_role": "economic_buyer"}]


def test_what_is_unknown_comes_before_what_is_inferred_each_with_its_question_and_whom_to_ask() -> None:
    found = build_intel(prepared(note("n", intel=INTEL, stakeholders=PEOPLE)))

    assert [(row.name, row.state) for row in found.rows] == [
        ("Competitors", Chip(RED, "Unknown")),
        ("Decision criteria", Chip(RED, "Unknown")),
        ("Procurement", Chip(RED, "Unknown; by invitation")),
        ("Budget ceiling", Chip(AMBER, "Inferred; CNY 1,000 K")),
    ]
    assert found.rows[3] == QuestionRow(
        "Budget ceiling",
        Chip(AMBER, "Inferred; CNY 1,000 K"),
        "What was approved, and who can approve more?",
        "sales first (Zhou); CFO",
    )
    assert found.rows[1].whom == "technical vetter"


def test_what_is_confirmed_is_one_line_and_past_pains_stand_with_the_history() -> None:
    assert build_intel(prepared(note("n", intel=INTEL))).confirmed == (
        "Decision chain; Timeline (before October; or never)"
    )


def test_a_deal_without_the_block_has_everything_to_ask() -> None:
    found = build_intel(prepared(note("n")))

    assert [row.state.word for row in found.rows] == ["Unknown"] * 6
    assert found.confirmed == ""


def test_for_a_new_deal_of_a_known_customer_what_was_known_last_time_is_a_hint_only() -> None:
    found = build_intel(brief(note("n", intel=INTEL), prospect=Prospect(customer="Harbour Works")))

    assert found.rows[0].state == Chip(RED, "Unknown; last time CNY 1,000 K")
    assert {row.state.light for row in found.rows} == {RED}


def test_a_competitor_that_was_named_is_inferred() -> None:
    found = build_intel(
        brief(prospect=Prospect(industry="banking", competitors=("Torn", "Oak")), language="zh")
    )

    assert found.rows[-1].state == Chip(AMBER, "推断；Torn、Oak")
    assert found.rows[0].whom == "先问销售；管预算的人"
