"""Rules across the keys of one note: each broken, and each kept."""

from __future__ import annotations

import pytest

from generator.errors import Severity
from tests.notes.reading import NOTE, keys, read

E, W = Severity.ERROR, Severity.WARNING
COMMITMENT = "said: 六周上线, class: 确定, made_by: 林岚, made_on: 2026-05-20, confirmed_by: 何工, confirmed_on: 2026-05-20"
RISK = "event: 协议不开放, category: 技术-接口, probability: 3, impact: 3"


def commitment(more: str = "") -> str:
    return NOTE.replace("commitments: []", f"commitments:\n  - {{{COMMITMENT}{more}}}")


def note(more: str) -> str:
    return NOTE + more + "\n"


def closed(outcome: str, more: str = "") -> str:
    return NOTE.replace("{status: 进行中}", outcome) + more


# ── Ids ──


@pytest.mark.parametrize(
    "more",
    [
        "risks:\n  - {id: A1, RISK}\nassumptions:\n  - {id: A1, text: 有账号}",
        "risks:\n  - {id: A1, RISK}\n  - {id: A1, RISK}",
        "options:\n  - {id: X, name: a}\n  - {id: X, name: b}",
        "milestones:\n  - {id: X, name: a, start: 2026-06-01, end: 2026-06-02}\nobjections:\n  - {id: X, text: b}",
    ],
)
def test_an_id_is_used_once_in_a_note(more: str) -> None:
    problems = [key for key, code in keys(note(more.replace("RISK", RISK))) if code == "duplicate_id"]

    assert len(problems) == 1
    assert problems[0].endswith(".id")


def test_ids_that_differ_in_letter_case_are_two() -> None:
    assert keys(note("options:\n  - {id: x, name: a}\n  - {id: X, name: b}")) == []


# ── References in the note ──


MILESTONES = "milestones:\n  - {id: M1, name: 勘查, start: 2026-06-01, end: 2026-06-05}\n  - {id: M2, name: 上线, start: 2026-06-08, end: 2026-06-12, after: [M1]}\n"


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("fit:\n  - {need: N1, capability: 网关, level: 标准支持}", "fit[0].need"),
        ("fit:\n  - {id: F1, need: F1, capability: 网关, level: 标准支持}", "fit[0].need"),
        (
            MILESTONES + "landing_requirements:\n  - {item: 网络, party: 客户, blocks: M3}",
            "landing_requirements[0].blocks",
        ),
        (
            "milestones:\n  - {id: M1, name: a, start: 2026-06-01, end: 2026-06-02, after: [M0, M9]}",
            "milestones[0].after[0]",
        ),
        ("stakeholders:\n  - {role: 厂长, answered_by: [F9]}", "stakeholders[0].answered_by[0]"),
    ],
)
def test_a_reference_names_an_id_of_its_kind(more: str, key: str) -> None:
    found = keys(note(more))

    assert found[0] == (key, "unknown_reference")
    assert {code for _, code in found} == {"unknown_reference"}


def test_references_to_ids_that_are_there_are_fine() -> None:
    text = note(
        MILESTONES
        + "landing_requirements:\n  - {id: R1, item: 网络, party: 客户, blocks: M2}\n"
        + "stakeholders:\n  - {role: 厂长, answered_by: [roi, R1, M1, N1]}\n"
        + "fit:\n  - {need: N1, capability: 网关, level: 标准支持}"
    ).replace("  - surface", "  - id: N1\n    surface")

    assert keys(text) == []


def test_a_reference_is_told_with_what_may_stand_there() -> None:
    text = note("landing_requirements:\n  - {item: 网络, party: 客户, blocks: 上线}\n" + MILESTONES)
    (problem,) = (each for each in read(text).problems if each.severity is E)

    assert problem.suggestion is not None
    assert (problem.suggestion.zh, problem.suggestion.en) == ("这里可写：M1、M2", "known here: M1, M2")


def test_a_near_id_is_offered() -> None:
    text = note("landing_requirements:\n  - {item: 网络, party: 客户, blocks: m1}\n" + MILESTONES)
    (problem,) = (each for each in read(text).problems if each.severity is E)

    assert problem.suggestion is not None
    assert problem.suggestion.en == "did you mean M1?"


# ── Commitments ──


def test_a_conditional_promise_needs_its_condition() -> None:
    bare = commitment().replace("确定", "有条件")
    whole = commitment(", condition: {what: 网络到位}").replace("确定", "有条件")
    empty = commitment(", condition: {party: 客户}").replace("确定", "有条件")

    assert keys(bare) == keys(empty) == [("commitments[0].class", "missing_condition")]
    assert keys(whole) == []
    assert keys(commitment()) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-05-19", [("commitments[0].closed_on", "date_order")]), ("2026-05-20", []), ("2026-05-21", [])],
)
def test_a_promise_ends_no_earlier_than_it_was_made(day: str, expected: list[tuple[str, str]]) -> None:
    assert keys(commitment(f", status: 已兑现, closed_on: {day}")) == expected


@pytest.mark.parametrize("status", ["已兑现", "kept_late", "renegotiated", "broken", "withdrawn"])
def test_a_promise_that_ended_should_say_when(status: str) -> None:
    assert keys(commitment(f", status: {status}"), W) == [("commitments[0].status", "missing_closed_on")]
    assert keys(commitment(f", status: {status}, closed_on: 2026-05-21"), W) == []


def test_a_promise_that_ended_should_say_how() -> None:
    assert keys(commitment(", closed_on: 2026-05-21"), W) == [("commitments[0].closed_on", "closed_but_open")]
    assert keys(commitment(), W) == []


def test_a_promise_confirmed_too_late_is_no_error() -> None:
    text = commitment().replace("confirmed_on: 2026-05-20", "confirmed_on: 2026-05-25")

    assert keys(text) == keys(text, W) == []


# ── Milestones ──


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (("[M1]", "[]", "[]"), ["milestones[0].after"]),
        (("[M2]", "[M1]", "[]"), ["milestones[0].after", "milestones[1].after"]),
        (("[M3]", "[M1]", "[M2]"), ["milestones[0].after", "milestones[1].after", "milestones[2].after"]),
        (("[]", "[M1]", "[M1, M2]"), []),
        (("[M2]", "[]", "[M1, M2]"), []),
    ],
)
def test_a_milestone_does_not_come_after_itself(after: tuple[str, ...], expected: list[str]) -> None:
    rows = [
        f"  - {{id: M{n}, name: a, start: 2026-06-01, end: 2026-06-02, after: {names}}}"
        for n, names in enumerate(after, 1)
    ]

    assert keys(note("milestones:\n" + "\n".join(rows))) == [(key, "cycle") for key in expected]


@pytest.mark.parametrize(
    ("end", "expected"), [("2026-05-31", [("milestones[0].end", "date_order")]), ("2026-06-01", [])]
)
def test_a_milestone_ends_no_earlier_than_it_starts(end: str, expected: list[tuple[str, str]]) -> None:
    assert keys(note(f"milestones:\n  - {{id: M1, name: a, start: 2026-06-01, end: {end}}}")) == expected


def test_a_long_chain_of_milestones_is_followed() -> None:
    rows = [
        f"  - {{id: M{n}, name: a, start: 2026-06-01, end: 2026-06-01, after: [M{n + 1}]}}"
        for n in range(300)
    ]
    rows.append("  - {id: M300, name: a, start: 2026-06-01, end: 2026-06-01, after: [M0]}")

    assert len(keys(note("milestones:\n" + "\n".join(rows)))) == 301


# ── Risks and meetings ──


@pytest.mark.parametrize(
    ("residual", "expected"),
    [
        ("{probability: 4, impact: 1}", [("risks[0].residual", "residual_worse")]),
        ("{probability: 1, impact: 4}", [("risks[0].residual", "residual_worse")]),
        ("{probability: 3, impact: 3}", []),
        ("{probability: 2, impact: 3}", []),
    ],
)
def test_what_is_left_of_a_risk_is_not_worse_than_the_risk(
    residual: str, expected: list[tuple[str, str]]
) -> None:
    text = note(f"risks:\n  - {{{RISK}, residual: {residual}}}")

    assert keys(text, W) == expected
    assert keys(text) == []


@pytest.mark.parametrize(
    ("meeting", "off"),
    [
        ("minutes: 30, actual_split: [9, 19, 2]", False),
        ("minutes: 30, actual_split: [9, 25, 2]", False),
        ("minutes: 30, actual_split: [9, 26, 2]", True),
        ("minutes: 30, actual_split: [5, 10, 9]", False),
        ("minutes: 30, actual_split: [5, 10, 8]", True),
        ("minutes: 30, planned_split: [1, 1, 1]", False),
        ("actual_split: [1, 1, 1]", False),
        ("minutes: 0, actual_split: [1, 1, 1]", False),
    ],
)
def test_the_parts_of_a_meeting_sum_to_about_its_length(meeting: str, off: bool) -> None:
    expected = [("meetings[0].actual_split", "split_off")] if off else []

    assert keys(note(f"meetings:\n  - {{on: 2026-05-20, {meeting}}}"), W) == expected


# ── Outcome ──


@pytest.mark.parametrize("status", ["won", "丢单", "no_decision", "withdrawn"])
def test_a_closed_engagement_says_when_it_was_decided(status: str) -> None:
    assert keys(closed(f"{{status: {status}}}")) == [("outcome.status", "missing_decided_on")]
    assert keys(closed(f"{{status: {status}, decided_on: 2026-05-21}}")) == []


def test_an_open_one_has_not_been_decided() -> None:
    assert keys(closed("{status: open, decided_on: 2026-05-21}")) == [
        ("outcome.decided_on", "decided_but_open")
    ]


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-05-19", [("outcome.decided_on", "date_order")]), ("2026-05-20", [])]
)
def test_it_is_decided_no_earlier_than_the_engagement(day: str, expected: list[tuple[str, str]]) -> None:
    assert keys(closed(f"{{status: won, decided_on: {day}}}")) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-06-02", [("win_scores[0].on", "score_after_outcome")]), ("2026-06-01", [])]
)
def test_scores_come_before_the_outcome(day: str, expected: list[tuple[str, str]]) -> None:
    score = f"win_scores:\n  - {{by: 售前, p: 40, on: {day}}}\n"

    assert keys(closed("{status: won, decided_on: 2026-06-01}", score)) == expected
    assert keys(note(score)) == []


def test_an_open_engagement_needs_a_next_step_and_a_closed_one_does_not() -> None:
    bare = NOTE.replace("next_steps:\n  - {what: 勘查, owner: 林岚, due: 2026-07-25}\n", "")

    assert (
        keys(bare)
        == keys(bare.replace("outcome:", "next_steps: []\noutcome:"))
        == [("next_steps", "missing_next_step")]
    )
    assert keys(bare.replace("进行中", "won, decided_on: 2026-05-21")) == []


# ── Approval ──


@pytest.mark.parametrize(
    ("share", "half"),
    [
        ("approved_by: 周启", True),
        ("on: 2026-06-01", True),
        ("approved_by: 周启, on: 2026-06-01", False),
        ("allow: []", False),
    ],
)
def test_half_an_approval_leaves_a_draft(share: str, half: bool) -> None:
    assert keys(note(f"customer_share: {{{share}}}"), W) == (
        [("customer_share", "half_approval")] if half else []
    )
