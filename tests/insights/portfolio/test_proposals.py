from __future__ import annotations

from typing import Any

from generator.insights.portfolio.figures import FigureRules, Recorded, figures
from generator.insights.portfolio.proposals import Basis, Change, Proposal, asked, proposals
from generator.insights.portfolio.windows import month_to
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import fixed, lesson, note

RULES = FigureRules(currency="CNY", required_intel=("budget_ceiling",))


def ranked(*notes: Engagement) -> tuple[Proposal, ...]:
    found = figures(notes, month_to(day("2026-05-31")), RULES, Recorded())
    return proposals(found, notes, RULES.recurring)


def promise(**keys: Any) -> dict[str, Any]:
    base = {"id": "K1", "said": "free upgrade", "class": "firm", "made_by": "Zhou", "made_on": "2026-05-04"}
    return base | {"channel": "chat", "gives": "price", **keys}


def three(**keys: Any) -> tuple[Engagement, ...]:
    """The same at three engagements of three customers, with a lesson of a theme of its own each."""
    themes = ("rhythm", "respect", "objection")
    return tuple(
        note(name, customer=f"customer {name}", lessons=[lesson(theme)], **keys)
        for name, theme in zip("abc", themes, strict=True)
    )


def gap(severity: str = "blocker") -> list[dict[str, Any]]:
    return [
        {"id": "F1", "capability": "write-back", "level": "gap", "severity": severity, "gap": "mes-write"}
    ]


def test_promises_of_one_channel_speak_for_a_rule_about_it() -> None:
    (found,) = ranked(*three(commitments=[promise()]))

    assert (found.basis, found.about, found.change) == (Basis.CHANNEL, "chat", Change.WORKING)
    assert (found.evidence.k, found.evidence.n, found.customers) == (3, 3, 3)


def test_two_engagements_or_one_customer_are_no_evidence() -> None:
    two = three(commitments=[promise()])[:2]
    one_customer = tuple(
        note(name, customer="Harbour Works", lessons=[lesson(theme)], commitments=[promise()])
        for name, theme in (("a", "rhythm"), ("b", "respect"), ("c", "objection"))
    )

    assert ranked(*two) == ()
    assert ranked(*one_customer) == ()


def test_extra_costs_outside_quotes_speak_for_the_price_list_with_their_sum() -> None:
    found = ranked(*three(commitments=[promise(channel="meeting", extra_cost="5000")]))

    assert [row.basis for row in found] == [Basis.CHANNEL, Basis.EXTRA_COST]
    assert [(sum_.currency, int(sum_.total)) for sum_ in found[1].amounts] == [("CNY", 15000)]
    assert found[1].change is Change.PRICE_LIST


def test_what_was_unknown_before_quoting_speaks_for_the_checklist() -> None:
    intel = {"budget_ceiling": {"status": "unknown", "known_before": "false"}}
    (found,) = ranked(*three(intel=intel))

    assert (found.basis, found.about) == (Basis.INTEL, "budget_ceiling")


def test_a_recurring_theme_brings_its_newest_waiting_action() -> None:
    waiting = lesson(id="L1", action={"what": "one pain a meeting", "owner": "Lin", "status": "open"})
    notes = tuple(
        note(name, f"2026-05-0{place}", customer=name, lessons=[waiting])
        for place, name in enumerate("abc", start=1)
    )
    (found,) = ranked(*notes)

    assert (found.basis, found.about, found.topic) == (Basis.THEME, "rhythm", "rhythm")
    assert found.lesson is not None
    assert found.lesson.name == "c/L1"


def test_a_gap_of_two_customers_with_money_speaks_for_the_product() -> None:
    deal = {"amount": "100000"}
    two = three(fit=gap(), deal=deal)[:2]
    (found,) = ranked(*two)

    assert (found.basis, found.about, found.change) == (Basis.GAP, "mes-write", Change.PRODUCT)
    assert found.gap is not None
    assert int(found.gap.at_risk) == 200000
    assert ranked(*three(fit=gap())[:2]) == ()


def test_a_lesson_that_came_back_after_its_fix_comes_first_until_it_is_answered() -> None:
    source = note("s", "2026-01-05", customer="S", lessons=[fixed()])
    again = note("x", "2026-05-05", customer="X", repeats=["s/L1"])
    answered = note(
        "x",
        "2026-05-05",
        customer="X",
        repeats=["s/L1"],
        lessons=[lesson(action={"what": "a gate", "status": "done", "closed_on": "2026-05-20"})],
    )
    first, *_ = ranked(source, again, *three(commitments=[promise()]))

    assert (first.basis, first.about, first.evidence.k) == (Basis.REPEAT, "rhythm", 1)
    assert ranked(source, answered) == ()


def test_a_repeat_of_a_fix_without_a_day_still_counts() -> None:
    source = note("s", "2026-01-05", customer="S", lessons=[fixed(None)])
    again = note("x", "2026-05-05", customer="X", repeats=["s/L1"])
    (found,) = ranked(source, again)

    assert (found.evidence.k, found.evidence.n, found.customers) == (1, 1, 2)


def test_at_most_three_are_asked_one_for_each_thing_that_would_change_then_the_next_best() -> None:
    intel = {"budget_ceiling": {"status": "unknown", "known_before": "false"}}
    every = ranked(
        *three(commitments=[promise(extra_cost="5000")], intel=intel, fit=gap(), deal={"amount": "100000"})
    )
    working = ranked(*three(commitments=[promise()], intel=intel))

    assert [row.basis for row in asked(every)] == [Basis.CHANNEL, Basis.EXTRA_COST, Basis.GAP]
    assert [row.basis for row in asked(working)] == [Basis.CHANNEL, Basis.INTEL]


def test_what_two_figures_ask_for_alike_is_asked_once() -> None:
    intel = {"budget_ceiling": {"status": "unknown", "known_before": "false"}}
    notes = tuple(
        note(name, customer=name, intel=intel, lessons=[lesson("intel_gap")]) for name in ("a", "b", "c")
    )
    every = ranked(*notes)

    assert [row.basis for row in every] == [Basis.INTEL, Basis.THEME]
    assert [row.basis for row in asked(every)] == [Basis.INTEL]
