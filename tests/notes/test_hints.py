"""Hints: what would make a note more useful, and where none is due."""

from __future__ import annotations

from datetime import date

import pytest

from generator.errors import Severity
from generator.notes.hints import is_unfinished
from generator.notes.reader import NoteFile, read_notes
from tests.notes.reading import NOTE, PATH, engagement, keys, note_with, read


def hints(text: str) -> list[tuple[str, str]]:
    assert read(text).engagement is not None
    return keys(text, Severity.HINT)


def on(text: str, day: str) -> list[tuple[str, str]]:
    (note,) = read_notes((NoteFile(PATH, text.encode()),), date.fromisoformat(day))
    return [(problem.key, problem.code) for problem in note.problems]


def fit(keys: str) -> str:
    return f"{NOTE}fit:\n  - {{capability: 网关, level: 标准支持, {keys}}}\n"


def commitment(keys: str) -> str:
    made = "said: 六周, made_by: 林岚, made_on: 2026-05-20"
    return note_with("commitments: []", f"commitments:\n  - {{{made}, {keys}}}")


def test_a_full_note_has_none() -> None:
    assert hints(NOTE) == []


# ── Needs, fit, commitments ──


@pytest.mark.parametrize(
    ("layers", "expected"),
    [("    middle: a\n", []), ("    deep: a\n", []), ("", [("needs[0]", "shallow_need")])],
)
def test_a_need_without_a_deeper_layer(layers: str, expected: list[tuple[str, str]]) -> None:
    assert hints(note_with("    middle: 设备综合效率要到 78%\n", layers)) == expected


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("technology: a", "scenario and value"),
        ("technology: a, scenario: b", "value"),
        ("technology: a, value: c, evidence: {kind: pilot}", "scenario"),
    ],
)
def test_a_technology_without_its_scenario_or_value(keys: str, told: str) -> None:
    (problem,) = read(fit(keys)).problems

    assert (problem.key, problem.code) == ("fit[0]", "half_triad")
    assert problem.message.en == f"a technology without its {told}"


@pytest.mark.parametrize(
    "keys", ["scenario: b", "technology: a, scenario: b, value: c, evidence: {kind: 测试数据}"]
)
def test_a_whole_triad_or_no_technology_is_fine(keys: str) -> None:
    assert hints(fit(keys)) == []


@pytest.mark.parametrize("evidence", ["", ", evidence: {ref: C-014}", ", evidence: {kind: 无}"])
def test_a_claim_without_evidence(evidence: str) -> None:
    assert hints(fit(f"value: c{evidence}")) == [("fit[0]", "no_evidence")]


def test_a_claim_with_evidence_is_fine() -> None:
    assert hints(fit("value: c, evidence: {kind: 客户案例}")) == []


@pytest.mark.parametrize(
    "keys",
    [
        "class: 确定",
        "class: 确定, confirmed_by: 何工",
        "class: 确定, confirmed_by: 何工, confirmed_on: 2026-05-21",
        "class: 不确定, gives: 价格",
    ],
)
def test_a_deliverable_promise_that_is_not_confirmed(keys: str) -> None:
    assert hints(commitment(keys)) == [("commitments[0]", "not_confirmed")]


@pytest.mark.parametrize(
    "keys",
    [
        "class: 不确定",
        "class: 确定, gives: 答复",
        "class: 确定, confirmed_by: 何工, confirmed_on: 2026-05-20",
    ],
)
def test_an_answer_or_a_confirmed_promise_is_fine(keys: str) -> None:
    assert hints(commitment(keys)) == []


# ── Names ──


PEOPLE = "stakeholders:\n  - {role: 生产副总, name: 陈总}\n  - {role: 厂长, name: 王总}\n"


def test_a_name_of_a_stakeholder_in_free_text_stands_at_the_text() -> None:
    text = (
        note_with("result: 同意勘查", "result: 陈总同意勘查")
        + PEOPLE
        + "meetings:\n  - {on: 2026-05-20, attended: [陈总, 厂长]}\n"
    )

    assert hints(text) == [("result", "name_in_text"), ("meetings[0].attended[0]", "name_in_text")]


def test_the_name_itself_other_words_and_what_may_pass_to_the_customer_are_fine() -> None:
    text = (
        note_with("result: 同意勘查", "result: 国王总部同意勘查")
        + PEOPLE
        + "customer_share: {allow: [{value: 陈总, reason: 客户要求}]}\nx-own: 陈总\n"
    )

    assert hints(text) == []


def test_a_name_that_only_repeats_a_role_is_none() -> None:
    text = (
        note_with("result: 同意勘查", "result: 采购经理同意勘查")
        + "stakeholders:\n  - {role: 采购经理, name: 采购经理}\n"
    )

    assert hints(text) == []


# ── Lists ──


@pytest.mark.parametrize(
    ("typed", "joined"), [("[网关，预测维护]", True), ("[网关、预测维护]", True), ("[网关, 预测维护]", False)]
)
def test_a_full_width_comma_parts_no_products(typed: str, joined: bool) -> None:
    text = note_with("[设备联网网关]", typed)

    assert hints(text) == ([("products[0]", "joined_items")] if joined else [])
    if joined:
        (problem,) = read(text).problems
        assert problem.suggestion is not None
        assert problem.suggestion.en == "if they are several write [网关, 预测维护]"


def test_nor_those_who_attended() -> None:
    assert hints(NOTE + "meetings:\n  - {on: 2026-05-20, attended: [副总、经理]}\n") == [
        ("meetings[0].attended[0]", "joined_items")
    ]


# ── Left over ──


@pytest.mark.parametrize(
    "typed", ["TODO", "todo: 补", "待补充", "先写 XXX 再说", "某xxx公司", "补充TODO内容"]
)
def test_text_left_over_from_a_scaffold_makes_a_note_unfinished(typed: str) -> None:
    text = note_with("goal: 拿到现场勘查", f'goal: "{typed}"')

    assert hints(text) == [("goal", "leftover")]
    assert is_unfinished(engagement(text))


@pytest.mark.parametrize("typed", ["Todoist", "mastodon", "xx", "Exxxon", "补充", "method"])
def test_words_that_only_look_like_it_do_not(typed: str) -> None:
    text = note_with("goal: 拿到现场勘查", f"goal: {typed}")

    assert hints(text) == []
    assert not is_unfinished(engagement(text))


# ── The next step ──


def test_the_last_next_step_of_an_open_engagement_is_past_due() -> None:
    assert on(NOTE, "2026-07-25") == []
    assert on(NOTE, "2026-07-26") == [("next_steps[0].due", "stale_next_step")]


def test_the_latest_waiting_step_counts_wherever_it_stands() -> None:
    text = note_with(
        "  - {what: 勘查, owner: 林岚, due: 2026-07-25}",
        "  - {what: 勘查, owner: 林岚, due: 2026-07-25}\n  - {what: 报价, owner: 周启, due: 2026-07-01}\n"
        "  - {what: 签约, owner: 周启, due: 2026-09-01, status: 已取消}",
    )

    assert on(text, "2026-07-25") == []
    assert on(text, "2026-07-26") == [("next_steps[0].due", "stale_next_step")]


@pytest.mark.parametrize("status", ["已完成", "已取消"])
def test_an_open_engagement_without_a_waiting_step(status: str) -> None:
    text = note_with("due: 2026-07-25}", f"due: 2026-07-25, status: {status}}}")

    assert on(text, "2026-06-01") == [("next_steps", "stale_next_step")]


def test_a_closed_engagement_needs_no_next_step() -> None:
    text = note_with("{status: 进行中}", "{status: 赢单, decided_on: 2026-05-21}")

    assert on(text, "2027-01-01") == []
