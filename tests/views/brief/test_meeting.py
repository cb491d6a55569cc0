from __future__ import annotations

from generator.insights.prospect import Prospect
from generator.views.brief.meeting import AgendaPart, build_agenda, build_meeting, score_rows
from generator.views.wording import Chip
from tests.views.brief.subjects import brief, note, prepared
from tests.views.subjects import AMBER, GREEN, RED

PEOPLE = [{"role": "Head of IT", "name": "Mr Gu", "stance": "neutral", "cares_about": "no new servers"}, {"role": "user"}]  # fmt: skip
NOBODY = Prospect(industry="insurance")


def test_who_comes_is_told_with_stance_and_concern_where_a_note_knows_them() -> None:
    newest = note("new", stakeholders=PEOPLE)
    people = ("head of it", "user", "the owner")

    assert build_meeting(prepared(newest, people=people)).people == (
        "Head of IT (neutral, cares about: no new servers)",
        "user",
        "the owner",
    )
    assert build_meeting(prepared(newest, people=people, show_names=True)).people[0] == (
        "Head of IT (Mr Gu) (neutral, cares about: no new servers)"
    )


def test_what_stands_in_the_way_of_the_deal_is_counted() -> None:
    promise = {"said": "x", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20", "due": "2026-06-01"}
    needed = [{"item": "a", "party": "us"}, {"item": "b", "party": "us", "status": "done"}]
    deal = note(
        "new",
        commitments=[promise],
        landing_requirements=needed,
        intel={name: {"status": "confirmed"} for name in ("budget_ceiling", "timeline")},
    )

    assert build_meeting(prepared(deal)).counts == (
        ("Unknown intelligence", Chip(RED, "4 of 6")),
        ("Overdue promises", Chip(RED, "1 of 1")),
        ("Open prerequisites", Chip(AMBER, "1 of 2")),
    )


def test_without_the_block_every_item_is_unknown_and_where_nothing_counts_nothing_is_said() -> None:
    known = {name: {"status": "confirmed"} for name in ("budget_ceiling", "decision_chain", "competitors", "timeline", "decision_criteria", "past_pains")}  # fmt: skip

    assert build_meeting(prepared(note("n"))).counts == (("Unknown intelligence", Chip(RED, "6 of 6")),)
    assert build_meeting(prepared(note("n", intel=known))).counts == (
        ("Unknown intelligence", Chip(GREEN, "0 of 6")),
    )
    assert build_meeting(brief(prospect=NOBODY)).counts == ()


def test_one_pain_and_two_options_of_the_deal_fill_the_agenda() -> None:
    deal = note(
        "n",
        needs=[{"surface": "s", "middle": "78 % by year's end"}],
        options=[{"id": "A", "name": "light"}, {"name": "full"}, {"name": "third"}],
        meetings=[{"on": "2026-05-20", "planned_split": ["5", "20", "5"], "actual_split": ["9", "19", "2"]}],
    )
    found = build_agenda(prepared(deal))

    assert found.parts == (
        AgendaPart("Opening (5 minutes)", "One pain: 78 % by year's end"),
        AgendaPart("Core (20 minutes)", "Two options: A light, full"),
        AgendaPart("Close (5 minutes)", "The sum; next step: who, when"),
    )
    assert (
        found.overrun
        == "On 2026-05-20 the opening ran 4 minutes over; this time go to the core on the minute."
    )


def test_where_neither_is_known_the_agenda_says_what_to_prepare() -> None:
    found = build_agenda(brief(prospect=NOBODY, minutes=1))

    assert [part.text for part in found.parts[:2]] == [
        "One pain: draw it out before you talk",
        "Two options: to start now, to do it all",
    ]
    assert (found.parts[1].head, found.overrun) == ("Core (1 minute)", "")


def test_a_surface_need_is_the_pain_of_a_deal_that_was_not_dug_deeper() -> None:
    found = build_agenda(prepared(note("n", options=[{"name": "only one"}])))

    assert [part.text for part in found.parts[:2]] == [
        "One pain: stops are noticed too late",
        "Two options: to start now, to do it all",
    ]


def test_both_sides_score() -> None:
    assert score_rows(brief(prospect=NOBODY)) == ("Presales", "Sales")
    assert score_rows(brief(prospect=NOBODY, language="zh")) == ("售前", "销售")
