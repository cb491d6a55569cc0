from __future__ import annotations

from generator.views.retrospective.open_items import OpenItem, open_items
from generator.views.wording import Chip
from tests.builders import engagement, full_engagement
from tests.views.subjects import AMBER, GREEN, RED, full, lost, subject

DUE = "2026-08-01"
LESSON = {"kind": "improve", "theme": "intel_gap", "text": "t"}
PROMISE = {"said": "s", "class": "firm", "made_by": "Lin", "made_on": "2026-05-22", "due": DUE}
RISK = {"event": "e", "category": "schedule", "probability": "4", "impact": "4"}


def test_open_items_are_in_the_order_of_their_days() -> None:
    assert open_items(full()) == (
        OpenItem("2026-06-12", "visit", "Lin", "Next step", Chip(RED, "43 days late")),
        OpenItem("2026-07-25", "T2 meet", "Zhou", "Risk action", Chip(GREEN, "In time")),
        OpenItem(
            "2026-08-31",
            "K2 the pilot line in six weeks",
            "Lin",
            "Promise",
            Chip(AMBER, "Condition late (waits for customer, 5 days late)"),
        ),
    )


def test_open_items_are_worded_in_chinese() -> None:
    steps = [{"what": "visit", "owner": "Lin", "side": "us", "due": "2026-07-24"}]
    found = open_items(subject(full_engagement(next_steps=steps, commitments=[PROMISE]), language="zh"))

    assert found == (
        OpenItem("2026-07-24", "visit", "Lin（我方）", "下一步", Chip(RED, "逾期 1 天")),
        OpenItem("2026-07-25", "T2 meet", "Zhou", "风险行动", Chip(GREEN, "未到期")),
        OpenItem(DUE, "K1 s", "Lin", "承诺", Chip(GREEN, "进行中")),
    )


def test_on_one_day_steps_come_before_promises_and_actions() -> None:
    action = {"what": "a", "due": DUE}
    found = open_items(
        subject(
            engagement(
                lessons=[LESSON | {"action": action}, LESSON | {"action": action | {"owner": "He"}}],
                risks=[RISK | {"action": action}],
                commitments=[PROMISE],
                next_steps=[{"what": "n", "owner": "Lin", "due": DUE}],
            )
        )
    )

    assert [(item.what, item.owner, item.kind) for item in found] == [
        ("n", "Lin", "Next step"),
        ("K1 s", "Lin", "Promise"),
        ("T1 a", "", "Risk action"),
        ("L1 a", "", "Improvement"),
        ("L2 a", "He", "Improvement"),
    ]


def test_what_is_done_cancelled_or_has_no_day_or_no_words_is_not_open() -> None:
    done = [{"what": "n", "owner": "Lin", "due": DUE, "status": status} for status in ("done", "cancelled")]
    actions = [{"what": "a", "due": DUE, "status": "done"}, {"what": "a"}, {"due": DUE}]
    closed = [PROMISE | {"status": "kept"}, {key: PROMISE[key] for key in PROMISE if key != "due"}]
    found = engagement(
        next_steps=done,
        lessons=[LESSON | {"action": action} for action in actions],
        risks=[RISK, *(RISK | {"action": action} for action in actions)],
        commitments=closed,
    )

    assert open_items(subject(found)) == ()


def test_an_action_that_is_closed_later_than_the_day_is_open() -> None:
    action = {"what": "a", "due": DUE, "status": "done", "closed_on": "2026-08-05"}
    found = engagement(lessons=[LESSON | {"action": action}], next_steps=[])

    assert [item.what for item in open_items(subject(found, "2026-08-04"))] == ["L1 a"]
    assert open_items(subject(found, "2026-08-05")) == ()


def test_in_a_dead_deal_risks_are_nobodys() -> None:
    assert [item.kind for item in open_items(subject(lost()))] == ["Next step", "Promise"]
