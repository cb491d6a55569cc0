from __future__ import annotations

from typing import Any

import pytest

from generator.views.customer_memo.allowlist import shared_parts
from generator.views.customer_memo.conclusion import build_customer_conclusion
from tests.builders import full_engagement
from tests.views.customer_memo.notes import CONDITIONAL, ITEM, RISK
from tests.views.subjects import subject

NOTHING: Any = {"risks": [], "commitments": [], "landing_requirements": []}
MET = {"what": "c", "party": "customer", "met_on": "2026-07-01"}


def sentences(on: str = "2026-07-15", language: Any = "en", **blocks: Any) -> tuple[str, ...]:
    found = subject(full_engagement(**(NOTHING | blocks)), on, language)
    return build_customer_conclusion(found, shared_parts(found.engagement)).sentences


def test_what_is_asked_of_the_customer_is_counted_with_the_nearest_day() -> None:
    blocks: dict[str, Any] = {
        "landing_requirements": [ITEM, ITEM | {"needed_by": "2026-07-10"}],
        "risks": [RISK | {"customer_action": "manuals"}, RISK],
        "commitments": [CONDITIONAL],
    }

    assert sentences(**blocks) == (
        "We ask you to see to 4 items: 2 to prepare, 1 to support, 1 to meet as a condition",
        "The next one is due on 2026-07-20: network and power",
        "Days already past: 1; let us agree on new ones",
    )
    assert sentences(language="zh", **blocks) == (
        "请贵方落实 4 项：准备 2 项、配合 1 项、满足条件 1 项",
        "最近的一项在 2026-07-20：network and power",
        "其中 1 项的日期已过，请一起重新约定",
    )


def test_one_item_is_one_item() -> None:
    assert sentences(landing_requirements=[ITEM]) == (
        "We ask you to see to one item: 1 to prepare",
        "The next one is due on 2026-07-20: network and power",
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh", "目前没有需要贵方落实的事项"), ("en", "Nothing is asked of you at present")],
)
def test_nothing_may_be_asked(language: Any, expected: str) -> None:
    assert sentences(language=language) == (expected,)


@pytest.mark.parametrize(
    "blocks",
    [
        {"landing_requirements": [ITEM | {"party": "us"}]},
        {"landing_requirements": [ITEM | {"party": "third_party"}]},
        {"landing_requirements": [ITEM | {"status": "done"}, ITEM | {"status": "dropped"}]},
        {"landing_requirements": [ITEM | {"shareable": "false"}]},
        {"risks": [RISK]},
        {"commitments": [CONDITIONAL | {"condition": MET}]},
        {"commitments": [CONDITIONAL | {"condition": {"what": "c", "party": "us"}}]},
        {"commitments": [CONDITIONAL | {"class": "firm", "condition": None}]},
    ],
)
def test_what_is_done_or_ours_is_not_asked(blocks: dict[str, Any]) -> None:
    typed: dict[str, Any] = {
        block: [{key: value for key, value in item.items() if value is not None} for item in items]
        for block, items in blocks.items()
    }

    assert sentences(**typed) == ("Nothing is asked of you at present",)


def test_a_condition_that_is_met_later_is_still_asked() -> None:
    assert (
        "1 to meet as a condition"
        in sentences("2026-06-30", commitments=[CONDITIONAL | {"condition": MET}])[0]
    )


def test_items_without_a_day_name_none() -> None:
    item = {key: value for key, value in ITEM.items() if key != "needed_by"}

    assert len(sentences(landing_requirements=[item])) == 1


def test_what_is_due_next_is_told_with_what_it_holds_up() -> None:
    steps = [{"id": "M1", "name": "pilot", "start": "2026-07-21", "end": "2026-08-28"}]
    blocks: dict[str, Any] = {
        "milestones": steps,
        "landing_requirements": [
            ITEM | {"blocks": "M1"},
            ITEM | {"item": "an account"},
            ITEM | {"item": "late", "needed_by": "2026-08-01"},
        ],
    }

    assert (
        sentences(**blocks)[1]
        == "The next one is due on 2026-07-20: network and power (holds up: pilot), an account"
    )
    assert (
        sentences(language="zh", **blocks)[1]
        == "最近的一项在 2026-07-20：network and power（影响pilot）、an account"
    )
