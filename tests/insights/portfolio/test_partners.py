"""Partners learn nothing of a single customer."""

from __future__ import annotations

from typing import Any

from generator.insights.portfolio.adopting import working_practices
from generator.insights.portfolio.figures import FigureRules, Recorded, figures
from generator.insights.portfolio.lessons import noted_lessons
from generator.insights.portfolio.partners import Outside, for_partners
from generator.insights.portfolio.shelter import NOTHING, shelter_of
from generator.insights.portfolio.small_numbers import rate
from generator.insights.portfolio.windows import month_to
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import fixed, lesson, note

RULES = FigureRules(currency="CNY", required_intel=("budget_ceiling",))


def outside(*notes: Engagement) -> Outside:
    found = figures(notes, month_to(day("2026-05-31")), RULES, Recorded())
    practices = working_practices(noted_lessons(notes), notes, window=found.window, now=found.now)
    return for_partners(found, practices, notes, RULES.currency)


def promise(**keys: Any) -> dict[str, Any]:
    base = {"id": "K1", "said": "free upgrade", "class": "firm", "made_by": "Zhou", "made_on": "2026-05-04"}
    return base | {"channel": "chat", "gives": "price", "due": "2026-05-20", **keys}


def test_a_theme_of_one_customer_goes_and_one_of_two_stays_without_its_lessons() -> None:
    notes = (
        note("a", customer="A", lessons=[lesson("rhythm"), lesson("respect")]),
        note("b", customer="A", lessons=[lesson("respect")]),
        note("c", customer="C", lessons=[lesson("rhythm")]),
    )
    found = outside(*notes).figures.to_change

    assert [(row.theme, row.rate.k, row.lessons) for row in found] == [("rhythm", 2, ())]


def test_rows_of_one_promise_risk_prerequisite_action_or_deal_are_gone_and_counted() -> None:
    notes = tuple(
        note(
            name,
            customer=name,
            commitments=[promise()],
            risks=[{"event": "late", "category": "schedule", "probability": "4", "impact": "4"}],
            landing_requirements=[{"item": "power", "party": "customer", "needed_by": "2026-05-10"}],
            lessons=[lesson(action={"what": "a list", "status": "open"})],
        )
        for name in ("a", "b")
    )
    found = outside(*notes)
    seen = found.figures

    assert (seen.promises.overdue, seen.risks.open, seen.prerequisites.red) == ((), (), ())
    assert (seen.actions.open, seen.focus) == ((), ())
    assert found.dropped >= 10


def test_counts_over_several_customers_stay() -> None:
    notes = tuple(
        note(
            name,
            customer=name,
            commitments=[promise(extra_cost="1000")],
            risks=[
                {
                    "event": "late",
                    "category": "schedule",
                    "probability": "4",
                    "impact": "4",
                    "cost_exposure": "10",
                }
            ],
        )
        for name in ("a", "b")
    )
    seen = outside(*notes).figures

    assert [(cell.rating.probability, len(cell.risks)) for cell in seen.risks.cells] == [(4, 2)]
    assert [(sum_.currency, sum_.n) for sum_ in seen.risks.exposure.listed] == [("CNY", 2)]
    assert [(sum_.currency, sum_.n) for sum_ in seen.over_promises.extra_costs] == [("CNY", 2)]
    assert [found.k for _, found in seen.over_promises.by_channel] == [2]


def test_a_sum_of_one_customer_is_not_told() -> None:
    alone = note("a", customer="a", commitments=[promise(extra_cost="1000")])
    other = note("b", customer="b", commitments=[promise()])

    assert outside(alone, other).figures.over_promises.extra_costs == ()


def test_of_a_rate_whose_cases_are_of_one_customer_nothing_is_said() -> None:
    shelter = shelter_of((note("a", customer="A"), note("b", customer="A"), note("c", customer="C")))

    assert shelter.rate(rate(("a", "b"), 3)) is NOTHING
    assert shelter.rate(rate(("a", "c"), 3)) == rate(("a", "c"), 3)
    assert shelter.rate(rate((), 0)) == NOTHING
    assert shelter.dropped == 1


def test_an_amount_that_is_of_one_deal_takes_its_gap_with_it() -> None:
    fit = [{"capability": "write-back", "level": "gap", "severity": "blocker", "gap": "mes-write"}]
    won = {"status": "won", "decided_on": "2026-05-12"}
    keys: dict[str, Any] = {"fit": fit, "deal": {"amount": "100000"}}
    two_open = (note("a", customer="a", **keys), note("b", customer="b", **keys))
    one_open = (note("a", customer="a", **keys), note("b", customer="b", outcome=won, **keys))

    assert [row.gap for row in outside(*two_open).figures.gaps] == ["mes-write"]
    assert outside(*one_open).figures.gaps == ()


def test_only_lessons_for_the_company_that_name_nobody_and_helped_another_customer_are_told() -> None:
    def practice(text: str, **keys: Any) -> dict[str, Any]:
        return {
            "kind": "keep",
            "theme": "case_opening",
            "when": "first visit",
            "status": "verified",
            "text": text,
        } | keys

    notes = (
        note(
            "a",
            customer="Harbour Works",
            lessons=[
                practice("open with a case", id="L1", share="company"),
                practice("for us", id="L2", share="team"),
                practice("unmarked", id="L3"),
                practice("what Harbour Works said", id="L4", share="company"),
                practice("helped nobody else", id="L5", share="company"),
            ],
        ),
        note(
            "b",
            customer="Quay Bank",
            reused_lessons=[{"id": f"a/L{n}", "effect": "helped"} for n in (1, 2, 3, 4)],
        ),
    )

    assert [row.lesson.name for row in outside(*notes).practices] == ["a/L1"]


def test_names_of_people_and_rivals_keep_a_lesson_in_too() -> None:
    intel = {"competitors": {"list": [{"name": "Nordhaven"}]}}
    people = [{"role": "director", "name": "Ada Quist"}]
    lost = {"status": "lost", "decided_on": "2026-05-12", "winner": "Tallmark"}
    shelter = shelter_of((note("a", intel=intel, stakeholders=people, outcome=lost),))

    assert shelter.names == {"Harbour Works", "Nordhaven", "Ada Quist", "Tallmark"}


def test_a_lesson_that_came_back_is_told_where_two_customers_met_it() -> None:
    source = note("s", "2026-01-05", customer="S", lessons=[fixed(share="company")])
    again = note("x", "2026-05-05", customer="X", repeats=["s/L1"], lessons=[lesson("respect")])
    quiet = note("s", "2026-01-05", customer="S", lessons=[fixed()])

    assert [row.lesson.name for row in outside(source, again).figures.repeats.lessons] == ["s/L1"]
    assert outside(quiet, again).figures.repeats.lessons == ()


def test_themes_tell_no_repeats_that_are_not_told_themselves() -> None:
    source = note("s", "2026-01-05", customer="S", lessons=[fixed()])
    again = note("x", "2026-05-05", customer="X", repeats=["s/L1"], lessons=[lesson("rhythm")])
    rows = outside(source, again).figures.to_change

    assert [(row.theme, row.repeats) for row in rows] == [("rhythm", 0)]
