from __future__ import annotations

from typing import Any

import pytest

from generator.views.commitments import CommitmentRow, commitment_rows
from generator.views.wording import Chip
from tests.builders import full_engagement
from tests.views.subjects import AMBER, GREEN, GREY, RED, full, lost, subject

FIRM = {"said": "s", "class": "firm", "made_by": "Lin", "made_on": "2026-05-22"}
CONDITIONAL = FIRM | {
    "class": "conditional",
    "condition": {"what": "power", "party": "us", "due": "2026-06-01"},
}


def row(promise: dict[str, Any], on: str = "2026-07-25", language: Any = "en") -> CommitmentRow:
    (found,) = commitment_rows(subject(full_engagement(commitments=[promise]), on, language))
    return found


def test_promises_are_rows_in_the_order_of_the_note() -> None:
    assert commitment_rows(full()) == (
        CommitmentRow(
            id="K1",
            said="an answer on old controllers",
            cls="Uncertain",
            condition="",
            made="Lin; 2026-05-20",
            confirmed=Chip(GREY, "Not needed"),
            due="2026-05-21",
            state=Chip(GREEN, "Kept (2026-05-21)"),
            remarks="",
            flagged=False,
        ),
        CommitmentRow(
            id="K2",
            said="the pilot line in six weeks",
            cls="Conditional",
            condition="network and power (customer, by 2026-07-20, not met)",
            made="Lin; 2026-05-27",
            confirmed=Chip(GREEN, "delivery (2026-05-26)"),
            due="2026-08-31",
            state=Chip(AMBER, "Condition late (waits for customer, 5 days late)"),
            remarks="",
            flagged=False,
        ),
        CommitmentRow(
            id="K3",
            said="write-back is in the price",
            cls="Out of scope",
            condition="",
            made="Zhou; 2026-05-22",
            confirmed=Chip(RED, "Not confirmed"),
            due="No date",
            state=Chip(AMBER, "Renegotiated (2026-06-05)"),
            remarks="extra cost CNY 180 K, not in the quote; reason: capability gap",
            flagged=True,
        ),
    )


def test_promises_are_worded_in_chinese() -> None:
    _, second, third = commitment_rows(full(language="zh"))

    assert (second.condition, second.confirmed, second.state) == (
        "network and power（客户，2026-07-20 前，未满足）",
        Chip(GREEN, "delivery（2026-05-26）"),
        Chip(AMBER, "条件逾期（等客户，逾期 5 天）"),
    )
    assert (third.made, third.due, third.state, third.remarks) == (
        "Zhou；2026-05-22",
        "无日期",
        Chip(AMBER, "已重新约定（2026-06-05）"),
        "额外成本 18万元，未含在报价；原因：能力缺口",
    )


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        (FIRM, Chip(AMBER, "Open")),
        (FIRM | {"due": "2026-07-25"}, Chip(GREEN, "Open")),
        (FIRM | {"due": "2026-07-24"}, Chip(RED, "Overdue (1 day late)")),
        (CONDITIONAL | {"due": "2026-09-01"}, Chip(AMBER, "Condition late (waits for us, 54 days late)")),
        (CONDITIONAL | {"condition": {"party": "third_party"}}, Chip(GREY, "Waiting (waits for third party)")),
        (CONDITIONAL | {"condition": {"what": "a"}}, Chip(GREY, "Waiting")),
        (FIRM | {"due": "2026-06-01", "status": "kept", "closed_on": "2026-06-03"}, Chip(AMBER, "Kept late (2 days late)")),
        (FIRM | {"status": "kept_late", "closed_on": "2026-06-03"}, Chip(AMBER, "Kept late (2026-06-03)")),
        (FIRM | {"status": "kept"}, Chip(GREEN, "Kept")),
        (FIRM | {"status": "broken", "closed_on": "2026-06-03"}, Chip(RED, "Broken (2026-06-03)")),
        (FIRM | {"status": "withdrawn", "closed_on": "2026-06-03"}, Chip(GREY, "Withdrawn (2026-06-03)")),
    ],
)  # fmt: skip
def test_each_standing_has_its_light_and_words(promise: dict[str, Any], expected: Chip) -> None:
    assert row(promise).state == expected


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        (FIRM | {"confirmed_by": "He", "confirmed_on": "2026-05-22"}, Chip(GREEN, "He (2026-05-22)")),
        (FIRM | {"confirmed_by": "He", "confirmed_on": "2026-05-23"}, Chip(AMBER, "He (2026-05-23), after it was said")),
        (FIRM | {"confirmed_by": "He"}, Chip(RED, "Not confirmed")),
        (FIRM | {"gives": "answer"}, Chip(GREY, "Not needed")),
        (FIRM | {"class": "uncertain"}, Chip(GREY, "Not needed")),
    ],
)  # fmt: skip
def test_a_promise_is_confirmed_in_time_or_not(promise: dict[str, Any], expected: Chip) -> None:
    assert row(promise).confirmed == expected


def test_a_confirmation_that_comes_later_than_the_day_is_not_shown() -> None:
    promise = FIRM | {"confirmed_by": "He", "confirmed_on": "2026-05-30"}

    assert row(promise, "2026-05-29").confirmed == Chip(RED, "Not confirmed")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"what": "power", "party": "customer", "due": "2026-06-01", "met_on": "2026-06-03"}, "power (customer, by 2026-06-01, met 2026-06-03)"),
        ({"what": "power"}, "power (not met)"),
        ({"party": "third_party"}, "Not said (third party, not met)"),
    ],
)  # fmt: skip
def test_a_condition_says_who_and_by_when(condition: dict[str, str], expected: str) -> None:
    assert row(CONDITIONAL | {"condition": condition}).condition == expected


def test_a_condition_that_is_met_late_moves_the_due_day() -> None:
    condition = {"what": "power", "party": "customer", "due": "2026-06-01", "met_on": "2026-06-11"}
    found = row(CONDITIONAL | {"condition": condition, "due": "2026-07-20"})

    assert (found.due, found.state) == ("2026-07-30", Chip(GREEN, "Open"))


def test_an_uncertain_promise_is_due_on_the_next_working_day() -> None:
    assert row(FIRM | {"class": "uncertain", "made_on": "2026-05-22"}).due == "2026-05-25"


def test_who_said_it_to_whom_where_and_remarks_are_told() -> None:
    promise = FIRM | {
        "made_to": "head of IT",
        "channel": "bid_response",
        "extra_cost": "1200",
        "in_quote": "true",
        "contractual": "true",
        "note": "second phase",
    }

    assert (row(promise).made, row(promise).remarks) == (
        "Lin → head of IT; 2026-05-22; Bid response",
        "extra cost CNY 1,200, in the quote; in the contract; second phase",
    )
    assert (row(promise, language="zh").made, row(promise, language="zh").remarks) == (
        "Lin → head of IT；2026-05-22；投标应答",
        "额外成本 1200元，已含在报价；写进合同；second phase",
    )


def test_nothing_of_a_promise_is_told_before_it_was_said() -> None:
    assert [row.id for row in commitment_rows(full("2026-05-26"))] == ["K1", "K3"]


def test_in_a_dead_deal_what_was_to_be_done_is_grey_and_what_was_broken_stays_red() -> None:
    due = FIRM | {"due": "2026-06-01"}
    broken = FIRM | {"status": "broken", "closed_on": "2026-06-03"}
    promises = [due, CONDITIONAL, FIRM, broken]

    assert [row.state.light for row in commitment_rows(subject(lost(commitments=promises)))] == [
        GREY,
        GREY,
        GREY,
        RED,
    ]
    assert [row.state.light for row in commitment_rows(subject(full_engagement(commitments=promises)))] == [
        RED,
        AMBER,
        AMBER,
        RED,
    ]
