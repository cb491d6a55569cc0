"""The figures of January 2026 over the sample workspace, worked by hand from its four notes of that time.

Notes as of 2026-01-31: 2025-12-lanqiao-bank, 2026-01-hengtai-auto, 2026-01-ruikang-hospital, 2026-01-kestrel-logistics;
all four deals are still open on that day.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.build.digest_facts import month_span
from generator.build.digests import DigestRequest, read_digest
from generator.dashboard import digest_data, render_json
from generator.workspace.places import read_workspace

ROOT = Path(__file__).parents[2]
LANQIAO, HENGTAI = "2025-12-lanqiao-bank", "2026-01-hengtai-auto"
RUIKANG, KESTREL = "2026-01-ruikang-hospital", "2026-01-kestrel-logistics"


@cache
def data() -> dict[str, Any]:
    span = month_span(2026, 1, date(2026, 11, 25))
    assert span is not None
    facts = read_digest(read_workspace(ROOT), DigestRequest(span)).facts
    assert facts is not None
    found: dict[str, Any] = json.loads(render_json(digest_data(facts)))
    return found


def k_of_n(rate: dict[str, Any]) -> tuple[int, int, list[str]]:
    return rate["k"], rate["n"], rate["ids"]


def test_it_speaks_for_the_last_day_of_the_month_and_names_what_came_later() -> None:
    notes = data()["notes"]

    assert (data()["month"], data()["as_of"], data()["audience"]) == ("2026-01", "2026-01-31", "company")
    assert (notes["read"], notes["used"]) == (18, 4)
    assert {note["reason"] for note in notes["left_out"]} == {"later"}


def test_themes_count_engagements_with_a_lesson_to_change() -> None:
    """intel_gap: Lanqiao L1. over_promise: Lanqiao L2. fit_gap: Lanqiao L3 and Ruikang L2. follow_through: Hengtai L3
    and Kestrel L2. decision_chain: Ruikang L1. Of two with two engagements the one with the newer note comes first."""
    rows = [
        (row["theme"], *k_of_n(row["engagements"]), row["customers"])
        for row in data()["themes"]
        if not row["keep"]
    ]

    assert rows == [
        ("follow_through", 2, 4, [HENGTAI, KESTREL], 2),
        ("fit_gap", 2, 4, [LANQIAO, RUIKANG], 2),
        ("decision_chain", 1, 4, [RUIKANG], 1),
        ("intel_gap", 1, 4, [LANQIAO], 1),
        ("over_promise", 1, 4, [LANQIAO], 1),
    ]


def test_promises_due_by_then_were_kept_on_time_in_four_of_six() -> None:
    """Lanqiao K1 due 12-12, done 12-18: late. K2 due 01-30, ended 02-02, so open that day: overdue by one day. K3 due
    01-16, done 01-15. Hengtai K1 due and done 01-16. Ruikang K1 due and done 01-23. Kestrel K2 due 01-30, done 01-29; its
    K1 is due in February. Reasons: K1 capacity; K2's is written only when it ends, so none yet."""
    found = data()["commitments"]

    assert k_of_n(found["kept_on_time"]) == (
        4,
        6,
        [f"{LANQIAO}/K3", f"{HENGTAI}/K1", f"{KESTREL}/K2", f"{RUIKANG}/K1"],
    )
    assert found["overdue"] == [
        {"id": f"{LANQIAO}/K2", "due": "2026-01-30", "days_late": 1, "waits_on": None}
    ]
    assert found["reasons"] == [
        {"reason": "capacity", "ids": [f"{LANQIAO}/K1"]},
        {"reason": None, "ids": [f"{LANQIAO}/K2"]},
    ]


def test_one_of_three_deliverable_promises_went_too_far() -> None:
    """Deliverable: Lanqiao K2 (capability, never confirmed: said too early) and K3 (confirmed the day before), Kestrel
    K1 (confirmed the day before). Answers to questions are not. None has ended worse yet."""
    found = data()["over_promise"]

    assert k_of_n(found["either"]) == (1, 3, [f"{LANQIAO}/K2"])
    assert (found["process"]["k"], found["outcome"]["k"]) == (1, 0)
    assert [(row["channel"], row["flagged"]["k"], row["flagged"]["n"]) for row in found["by_channel"]] == [
        ("meeting", 0, 1),
        ("pilot", 0, 1),
        ("chat", 1, 1),
    ]


def test_five_risks_are_open_two_of_them_orange() -> None:
    """Hengtai T1 3x3 amber; Ruikang T1 4x3 orange, T2 2x4 amber; Kestrel T1 3x4 orange, T2 3x3 amber. All actions are
    closed later, so the inherent ratings count. Lanqiao T1 happened on 01-15. All but that one are of notes of January."""
    found = data()["risks"]

    assert [(row["colour"], row["n"]) for row in found["by_colour"]] == [
        ("red", 0),
        ("orange", 2),
        ("amber", 3),
        ("green", 0),
    ]
    assert [(row["id"], row["move"]) for row in found["moves"]][:1] == [(f"{LANQIAO}/T1", "happened")]
    assert {row["move"] for row in found["moves"][1:]} == {"new"}
    assert [(sum_["currency"], sum_["total"], sum_["n"]) for sum_ in found["exposure"]] == [
        ("CNY", 300000.0, 1),
        ("EUR", 6000.0, 1),
    ]


def test_what_was_unknown_before_quoting() -> None:
    """decision_criteria: not known at Lanqiao, Kestrel and Ruikang. competitors: Lanqiao, Ruikang. past_pains: Lanqiao,
    Hengtai. budget_ceiling: Lanqiao. decision_chain: Ruikang. timeline: nowhere. At Lanqiao sales told the budget."""
    rows = [(row["item"], row["unknown"]["k"], row["unknown"]["n"]) for row in data()["intel"]]

    assert rows == [
        ("decision_criteria", 3, 4),
        ("competitors", 2, 4),
        ("past_pains", 2, 4),
        ("budget_ceiling", 1, 4),
        ("decision_chain", 1, 4),
        ("timeline", 0, 4),
    ]
    assert data()["others"]["silos"] == [{"id": LANQIAO, "items": ["budget_ceiling"]}]


def test_each_deal_stands_behind_its_only_gap_with_its_whole_amount() -> None:
    """Lanqiao 2 680 000, Ruikang 1 950 000, Hengtai 860 000, all open: at risk, and no apportioning for one gap a deal."""
    rows = [(row["gap"], row["lost"], row["at_risk"], row["customers"]) for row in data()["gaps"]]

    assert rows == [
        ("xinchuang-arm", 0.0, 2680000.0, 1),
        ("hl7-fhir", 0.0, 1950000.0, 1),
        ("mes-writeback", 0.0, 860000.0, 1),
    ]


def test_no_deal_is_closed_so_nothing_is_said_of_the_scores() -> None:
    """Lanqiao 30 against 70 is 40 points apart, Hengtai 70 against 80 is 10; the other two were scored in February."""
    found = data()["calibration"]

    assert (found["statement"], found["pairs"], found["closed"], found["open"]) == ("table_only", 0, 0, 4)
    assert found["presales"] is None
    assert [(row["id"], row["divergence"]) for row in data()["focus"]] == [
        (LANQIAO, 40),
        (HENGTAI, 10),
        (KESTREL, None),
        (RUIKANG, None),
    ]


def test_one_action_came_due_and_was_done_in_time() -> None:
    """Lanqiao L1 due 01-23, done 01-20. Open: Lanqiao L2 and L3, Hengtai L3, Ruikang L1, Kestrel L2."""
    found = data()["actions"]

    assert k_of_n(found["done_on_time_now"]) == (1, 1, [f"{LANQIAO}/L1"])
    assert [row["lesson"] for row in found["open"]] == [
        f"{LANQIAO}/L2",
        f"{LANQIAO}/L3",
        f"{HENGTAI}/L3",
        f"{RUIKANG}/L1",
        f"{KESTREL}/L2",
    ]


def test_the_one_decision_that_three_engagements_speak_for_is_asked() -> None:
    """Only decision_criteria reach three engagements of two customers; no lesson came back after its fix."""
    (asked,) = data()["others"]["decisions"]

    assert (asked["basis"], asked["about"], asked["change"], asked["customers"]) == (
        "intel",
        "decision_criteria",
        "working",
        3,
    )
    assert k_of_n(asked["evidence"])[:2] == (3, 4)
