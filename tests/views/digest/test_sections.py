"""What a section says where the sample workspace does not get."""

from __future__ import annotations

from typing import Any

import pytest

from generator.insights.portfolio.figures import Recorded
from generator.notes.model import Engagement
from generator.notes.shown import ShownRecord
from generator.views.digest.adopt import build_adopt
from generator.views.digest.charts import gap_chart, promise_chart, promise_sentence, score_chart, theme_chart
from generator.views.digest.decisions import build_decisions
from generator.views.digest.focus import build_focus
from generator.views.digest.gaps import build_gaps
from generator.views.digest.key_points import build_key_points
from generator.views.digest.method import build_method
from generator.views.digest.promises import build_promises
from generator.views.digest.recurring import build_recurring
from generator.views.digest.reuse import build_reuse
from generator.views.digest.risks import build_risks, risk_map
from generator.views.digest.subject import Audience
from generator.views.digest.win import build_win
from tests.builders import day
from tests.insights.portfolio.notes import fixed, lesson, note
from tests.views.digest.subjects import subject


def deal(name: str, presales: int, sales: int, status: str) -> Engagement:
    """Decided in May, both sides scored in April."""
    scores = [
        {"by": side, "p": str(p), "on": "2026-04-01", "at": "solution_evaluation"}
        for side, p in (("presales", presales), ("sales", sales))
    ]
    outcome = {"status": status, "decided_on": "2026-05-10"}
    return note(name, "2026-03-01", customer=name, win_scores=scores, outcome=outcome)


def deals(number: int, status: Any = None) -> tuple[Engagement, ...]:
    """Every third won; presales knows, sales is always sure."""
    return tuple(
        deal(f"d{place:03}", 70 if place % 3 == 0 else 30, 90, "won" if place % 3 == 0 else "lost")
        for place in range(number)
    )


# ── Win scores ──


def test_below_ten_pairs_the_deals_are_listed_and_nothing_is_measured() -> None:
    found = build_win(subject(*deals(3)))

    assert found.statement.startswith("3 closed deals carry both scores; at least 10 are needed")
    assert [(row.presales, row.sales, row.outcome) for row in found.deals.rows] == [
        ("70%", "90%", "Won"),
        ("30%", "90%", "Lost"),
        ("30%", "90%", "Lost"),
    ]
    assert (found.tracks, found.chart, found.trial != "") == ((), "", True)


def test_from_ten_pairs_on_there_are_measures_and_no_claim() -> None:
    found = build_win(subject(*deals(12)))

    assert found.statement == "12 pairs: cannot tell yet who is nearer; 30 are needed."
    assert [row.side for row in found.tracks] == ["Presales", "Sales", "Mean of both"]
    assert (found.comparison, found.chart, found.deals.rows) == ("", "", ())


def test_from_thirty_pairs_on_there_is_a_claim_a_comparison_and_a_figure() -> None:
    asked = subject(*deals(36))
    found, chart = build_win(asked), score_chart(asked)

    assert found.statement == (
        "over-confident in the first 30 pairs: sales; presales is nearer in the first 30 pairs; "
        "looked at again with 60 pairs"
    )
    assert found.comparison.startswith("Difference of the two sides' errors −0.4")
    assert (found.chart, found.trial) == ("scores.svg", "")
    assert chart is not None
    assert [(p.x, p.y, p.label) for p in chart.series[0].points] == [
        (0.3, 0.0, "n = 20"),
        (0.7, 1.0, "n = 10"),
    ]


def test_scores_that_differ_by_chance_are_told_so() -> None:
    even = tuple(deal(f"d{n:03}", 50, 50, "won" if n % 2 else "lost") for n in range(30))

    assert build_win(subject(*even)).statement == (
        "no side is over-confident in the first 30 pairs; the first 30 pairs do not show who is nearer; "
        "looked at again with 60 pairs"
    )


def test_levels_with_few_deals_give_no_figure() -> None:
    scattered = tuple(deal(f"d{n:03}", n + 1, n + 40, "won" if n % 2 else "lost") for n in range(30))

    assert score_chart(subject(*scattered)) is None


# ── Open deals ──


def test_an_open_deal_shows_both_bases_how_far_they_are_apart_and_what_is_late() -> None:
    scores = [
        {"by": "presales", "p": "30", "on": "2026-05-01", "basis": "no budget yet"},
        {"by": "sales", "p": "80", "on": "2026-05-02"},
    ]
    steps = [{"what": "call", "owner": "Lin", "due": "2026-05-10"}]
    (row,) = build_focus(subject(note("a", win_scores=scores, next_steps=steps))).deals.rows

    assert (row.presales, row.sales) == ("30%: no budget yet", "80%: Not said")
    assert (row.apart.text, row.unknown, row.late) == ("◆ 50", "no intelligence recorded", "1 next step late")


def test_where_one_side_scored_there_is_no_distance() -> None:
    scores = [{"by": "presales", "p": "30", "on": "2026-05-01"}]
    steps = [{"what": "call", "owner": "Lin", "due": "2026-05-10"}]
    (row,) = build_focus(subject(note("a", win_scores=scores, next_steps=steps))).deals.rows

    assert (row.sales, row.apart.text) == ("", "○ one side only")


# ── Recurring ──


def test_a_theme_that_rose_beyond_chance_is_named() -> None:
    quiet = tuple(
        note(f"q{n:02}", "2026-01-10", customer=f"q{n}", lessons=[lesson("respect", "keep")])
        for n in range(40)
    )
    loud = tuple(note(f"l{n}", "2026-05-10", customer=f"l{n}", lessons=[lesson("rhythm")]) for n in range(6))
    found = build_recurring(subject(*quiet, *loud))

    assert found.change == "More frequent than in the 12 months before, beyond chance: Rhythm"
    assert [row.state.word for row in found.themes.rows] == ["More than before"]
    assert (
        found.states
        == "More than before: Rhythm (6 in the last 6 months); Recurring: Rhythm (6 in the last 6 months)"
    )


def test_a_repeat_whose_fix_has_no_day_has_no_share() -> None:
    source = note("s", "2026-01-05", customer="S", lessons=[fixed(None)])
    again = note("x", "2026-05-05", customer="X", repeats=["s/L1"])
    (row,) = build_recurring(subject(source, again)).repeats.rows

    assert (row.action, row.share) == ("checklist", "day of the fix unknown, no share")


def test_partners_read_that_a_lesson_came_back_without_its_action_and_place() -> None:
    source = note("s", "2026-01-05", customer="S", lessons=[fixed()])
    again = note("x", "2026-05-05", customer="X", repeats=["s/L1"])
    (row,) = build_recurring(subject(source, again, audience=Audience.PARTNER)).repeats.rows

    assert (row.action, row.again) == ("done 2026-02-20", "once")


# ── Decisions ──


def test_a_fix_that_did_not_hold_asks_for_a_gate_and_names_its_owner() -> None:
    action = {"what": "a checklist", "owner": "Lin", "status": "done", "closed_on": "2026-02-20"}
    acted = fixed() | {"action": action}
    source = note("s", "2026-01-05", customer="S", lessons=[acted])
    again = note("x", "2026-05-05", customer="X", repeats=["s/L1"])
    (row,) = build_decisions(subject(source, again))
    (hidden,) = build_decisions(subject(source, again, audience=Audience.PARTNER))

    assert "make “a checklist” a gate" in row.proposal
    assert (row.owner, row.evidence) == (
        "Lin",
        "repeated among engagements that knew the lesson 1 of 1: a customer in machining 2026-05, 2 customers",
    )
    assert "find out whether the fix was wrong" in hidden.proposal
    assert hidden.owner == "team lead"


def test_a_theme_without_a_waiting_action_asks_for_a_practice_and_an_owner() -> None:
    notes = tuple(note(n, customer=n, lessons=[lesson("rhythm")]) for n in "abc")
    (row,) = build_decisions(subject(*notes))

    assert row.proposal == "“Rhythm” keeps coming: settle on one practice and one owner"


def test_nothing_is_asked_without_evidence() -> None:
    assert build_decisions(subject(note("a"))) == ()
    assert [point.state.word for point in build_key_points(subject(note("a")))][-1] == "0"


# ── Figures ──


def gap(name: str) -> list[dict[str, Any]]:
    return [{"capability": name, "level": "gap", "severity": "blocker", "gap": name}]


def test_four_gaps_of_one_currency_are_drawn_and_three_are_not() -> None:
    notes = tuple(
        note(f"n{place}", customer=f"c{place}", fit=gap(f"gap-{place}"), deal={"amount": f"{place}00000"})
        for place in range(1, 5)
    )
    drawn = gap_chart(subject(*notes))

    assert drawn is not None
    assert drawn.categories == ("gap-4", "gap-3", "gap-2", "gap-1")
    assert drawn.series[1].values == (400.0, 300.0, 200.0, 100.0)
    assert build_gaps(subject(*notes)).chart_says == "gap-4 holds up most: CNY 400 K"
    assert gap_chart(subject(*notes[:3])) is None


def promise(name: str, **keys: Any) -> Engagement:
    made = {
        "id": "K1",
        "said": "a report",
        "class": "firm",
        "made_by": "Lin",
        "made_on": "2026-05-01",
        "due": "2026-05-10",
    }
    return note(name, customer=name, commitments=[made | keys])


def test_promises_that_came_due_are_one_bar_of_kept_and_reasons() -> None:
    kept = [promise(n, status="kept", closed_on="2026-05-09") for n in "abcd"]
    late = promise("e", status="kept_late", closed_on="2026-05-12")
    drawn = promise_chart(subject(*kept, late))

    assert drawn is not None
    assert [(one.name, one.values) for one in drawn.series] == [
        ("Kept on time", (4,)),
        ("no reason given", (1,)),
    ]
    assert drawn.summary == (
        "4 of 5 promises due were kept on time; the most frequent reason against is no reason given (1)"
    )


def test_where_every_promise_was_kept_no_reason_is_named() -> None:
    kept = [promise(n, status="kept", closed_on="2026-05-09") for n in "abcde"]

    assert promise_sentence(subject(*kept)) == "5 of 5 promises due were kept on time"
    assert promise_chart(subject(*kept[:4])) is None


def test_themes_of_fewer_than_five_engagements_are_rows() -> None:
    notes = tuple(note(n, customer=n, lessons=[lesson("rhythm"), lesson("respect")]) for n in "abcde")

    assert theme_chart(subject(*notes[:4])) is None
    drawn = theme_chart(subject(*notes))
    assert drawn is not None
    assert drawn.series[0].values == (5, 5)
    assert drawn.series[0].intervals[0].high == pytest.approx(5.0)  # type: ignore[union-attr]


def test_the_map_counts_what_the_table_has_no_room_for() -> None:
    risks = [
        {"id": f"T{n}", "event": f"event {n}", "category": "schedule", "probability": "5", "impact": "5"}
        for n in range(1, 7)
    ]
    asked = subject(note("a", risks=risks))
    drawn = risk_map(asked)

    assert drawn is not None
    assert drawn.rows[0][4].text == "1 2 3 4 +2"
    assert [row.number for row in build_risks(asked).worst.rows] == [1, 2, 3, 4]
    assert build_risks(asked).worst.more == "2 more not listed"
    assert build_risks(asked).worst.rows[0].action == "No action"


# ── Promises, reuse, method ──


def test_an_over_promise_without_channel_is_told_so() -> None:
    found = build_promises(subject(promise("a", gives="price")))

    assert found.channels == "no channel given: 1 of 1"
    assert found.flavours == "price: 1 of 1"


def test_lessons_that_nobody_used_in_a_year_are_to_be_retired() -> None:
    old = note("old", "2025-01-10", lessons=[lesson(id="L1", when="always")])
    shown = ShownRecord(day("2026-05-05"), None, "Nobody", "a visit", ("new/L1",))
    new = note("new", lessons=[lesson(id="L1", when="always")])
    found = build_reuse(subject(old, new, recorded=Recorded(shown=(shown,))))

    assert found.retire == "improve rhythm (a customer in machining 2025-01 L1)"
    assert "1 brief has no note of its meeting" in found.found
    assert "no brief is on record" not in found.found


def test_the_method_says_when_history_was_read() -> None:
    without, with_it = build_method(subject(note("a"))), build_method(subject(note("a"), has_history=True))

    assert any("No version history" in line for line in without.lines)
    assert not any("No version history" in line for line in with_it.lines)


def test_the_set_of_notes_has_an_id_that_changes_with_any_text() -> None:
    one = build_method(subject(note("a")))
    other = build_method(subject(note("a"), blobs={"a": "1" * 40}))

    assert len(one.set) == 12
    assert one.set != other.set
    assert one.notes == "a (000000000000)"


def test_many_notes_left_out_are_named_in_part_and_counted() -> None:
    later = tuple(note(f"n{place:02}", "2026-06-10") for place in range(14))
    (first, *_) = build_method(subject(note("a"), *later)).lines

    assert first.startswith("15 notes read, 1 used; left out 14 of a later day: n00, n01")
    assert first.endswith("n11, 2 more")


def test_partners_do_not_read_counts_that_point_to_one_customer() -> None:
    heads = [point.head for point in build_key_points(subject(note("a"), withheld=frozenset({"new", "red"})))]

    assert heads == ["New lessons", "Overdue promises", "Decisions asked"]


def test_a_practice_names_its_source_to_the_company_only() -> None:
    kept = lesson("case_opening", "keep", when="first visit", status="verified")
    (row,) = build_adopt(subject(note("a", lessons=[kept]))).rows
    (hidden,) = build_adopt(subject(note("a", lessons=[kept]), audience=Audience.PARTNER)).rows

    assert (row.evidence, hidden.evidence) == ("verified; a customer in machining L1", "verified")
