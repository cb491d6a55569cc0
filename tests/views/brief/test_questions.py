from __future__ import annotations

from generator.insights.prospect import Prospect
from generator.views.brief.questions import build_questions
from generator.views.brief.subject import Point
from tests.views.brief.subjects import brief, note, prepared

PROBES = [
    {"kind": kind, "asked": f"asked {kind}", "answer": "yes"} for kind in ("scenario", "impact", "competitor")
]
SCENARIO = "Who is there at that moment, doing what?"
IMPACT = "What does one such event cost, and whom?"
COMPETITOR = "Whose have you seen, and what is better there?"


def test_layers_that_are_not_confirmed_say_so_and_missing_ones_are_named() -> None:
    confidence = {"surface": "confirmed", "middle": "inferred"}
    need = {"id": "N1", "surface": "s", "middle": "m", "confidence": confidence, "probes": PROBES}
    found = build_questions(prepared(note("n", needs=[need])))

    assert found.needs == (Point("N1", "Surface: s; Middle: m (inferred); layers missing: deep"),)
    assert found.questions == ()


def test_needs_that_lack_the_same_questions_are_asked_together() -> None:
    needs = [
        {"id": "N1", "surface": "s", "probes": PROBES[:1]},
        {"id": "N2", "surface": "t", "probes": PROBES[:1]},
        {"id": "N3", "surface": "u", "probes": PROBES[:2]},
    ]
    found = build_questions(prepared(note("n", needs=needs)))

    assert [point.head for point in found.needs] == ["N1", "N2"]
    assert found.questions == (
        Point("N1, N2: impact, competitor", f"{IMPACT} {COMPETITOR}"),
        Point("N3: competitor", COMPETITOR),
    )


def test_a_new_customer_gets_suppositions_from_its_industry_and_questions_that_got_an_answer() -> None:
    alike = note("n", needs=[{"surface": "s", "middle": "m", "probes": PROBES[1:2]}])
    far = note("m", "2026-06-01", customer="Bank", industry="banking")
    found = build_questions(brief(alike, far, prospect=Prospect(industry="machining", products=("gateway",))))

    assert found.needs == (Point("Supposed", "s; m (alias of Harbour Works 2026-05)"),)
    assert found.questions == (
        Point("Scenario", SCENARIO),
        Point("Impact", f"{IMPACT} (such as: asked impact)"),
        Point("Competitor", COMPETITOR),
    )


def test_of_a_new_industry_one_deal_with_the_product_is_enough_to_suppose_from() -> None:
    known = (note("a", customer="A"), note("b", "2026-06-01", customer="B"))
    found = build_questions(brief(*known, prospect=Prospect(industry="insurance", products=("gateway",))))

    assert found.needs == (Point("Supposed", "stops are noticed too late (alias of B 2026-06)"),)


def test_where_nothing_is_known_there_are_questions_still() -> None:
    found = build_questions(brief(prospect=Prospect(industry="insurance"), language="zh"))

    assert found.needs == ()
    assert [point.head for point in found.questions] == ["场景", "影响", "竞品"]
