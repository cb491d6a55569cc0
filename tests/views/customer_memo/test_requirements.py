from __future__ import annotations

from typing import Any

import pytest

from generator.views.customer_memo.allowlist import shared_parts
from generator.views.customer_memo.requirements import (
    CustomerRequirement,
    RequirementGroup,
    requirement_groups,
)
from generator.views.wording import Chip
from tests.builders import full_engagement
from tests.views.customer_memo.notes import ITEM
from tests.views.subjects import AMBER, GREEN, GREY, RED, subject


def groups(*items: dict[str, Any], language: Any = "en") -> tuple[RequirementGroup, ...]:
    found = subject(full_engagement(landing_requirements=list(items)), language=language)
    return requirement_groups(found, shared_parts(found.engagement))


def test_prerequisites_are_grouped_by_who_prepares_them() -> None:
    whole = ITEM | {
        "quantity": "1200",
        "unit": "points",
        "owner_role": "maintenance",
        "blocks": "M2",
        "status": "confirmed",
    }
    hidden = ITEM | {"shareable": "false"}
    bare = {"item": "server", "party": "us", "shareable": "true"}

    assert groups(bare, hidden, whole) == (
        RequirementGroup(
            "Prepared by you",
            (
                CustomerRequirement(
                    "R3",
                    "network and power",
                    "1,200 points",
                    "maintenance",
                    "2026-07-20",
                    "pilot",
                    Chip(GREEN, "Confirmed"),
                ),
            ),
        ),
        RequirementGroup(
            "Prepared by us",
            (CustomerRequirement("R1", "server", "", "", "", "", Chip(AMBER, "Unconfirmed")),),
        ),
    )
    assert [
        group.head
        for group in groups(
            *(ITEM | {"party": party} for party in ("third_party", "us", "customer")), language="zh"
        )
    ] == [
        "请贵方准备",
        "我方准备",
        "第三方准备",
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("unconfirmed", Chip(AMBER, "未确认")),
        ("confirmed", Chip(GREEN, "已确认")),
        ("done", Chip(GREEN, "已完成")),
        ("blocked", Chip(RED, "受阻")),
        ("dropped", Chip(GREY, "取消")),
    ],
)
def test_a_status_is_told_without_blame(status: str, expected: Chip) -> None:
    assert (
        groups(ITEM | {"status": status, "needed_by": "2026-07-01"}, language="zh")[0].rows[0].status
        == expected
    )
