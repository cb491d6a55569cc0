from __future__ import annotations

from typing import Any

import pytest

from generator.views.customer_memo.allowlist import Shared, shared_parts
from generator.views.customer_memo.promises import CustomerPromise, Exclusion, exclusions, promises
from generator.views.subject import Subject
from generator.views.wording import Chip
from tests.builders import full_engagement
from tests.views.customer_memo.notes import CONDITIONAL, EXCLUSION, PROMISE, approved
from tests.views.subjects import GREEN, GREY, subject


def shared(*items: dict[str, Any], language: Any = "en", **overrides: Any) -> tuple[Subject, Shared]:
    found = subject(full_engagement(commitments=list(items), **overrides), language=language)
    return found, shared_parts(found.engagement)


def test_what_we_stand_by_is_told_with_its_condition_and_day() -> None:
    kept = PROMISE | {"customer_text": "six weeks", "status": "kept"}

    assert promises(*shared(CONDITIONAL, kept)) == (
        CustomerPromise(
            "the pilot line in six weeks",
            "network and power (you, by 2026-07-20)",
            "2026-08-31",
            Chip(GREY, "Open"),
        ),
        CustomerPromise("six weeks", "", "2026-08-31", Chip(GREEN, "Kept")),
    )
    assert promises(*shared(CONDITIONAL, language="zh")) == (
        CustomerPromise(
            "the pilot line in six weeks",
            "network and power（贵方，2026-07-20 前）",
            "2026-08-31",
            Chip(GREY, "进行中"),
        ),
    )


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"what": "c"}, "c"),
        ({"what": "c", "party": "us", "met_on": "2026-07-01"}, "c (us, met 2026-07-01)"),
        ({"what": "c", "party": "third_party"}, "c (third party)"),
        ({"party": "customer", "due": "2026-07-20"}, ""),
    ],
)
def test_a_condition_is_told_in_plain_words(condition: dict[str, str], expected: str) -> None:
    assert promises(*shared(CONDITIONAL | {"condition": condition}))[0].condition == expected


def test_a_promise_without_a_day_names_none() -> None:
    undated = {key: value for key, value in PROMISE.items() if key != "due"}

    assert promises(*shared(undated))[0].due == ""


def test_what_is_not_included_has_an_amount_only_where_that_is_approved() -> None:
    amounts = {"customer_share": approved("amounts")}
    free = {key: value for key, value in EXCLUSION.items() if key != "extra_cost"}

    assert exclusions(*shared(EXCLUSION)) == (Exclusion("write-back to the orders", ""),)
    assert exclusions(*shared(EXCLUSION, customer_share=approved("customer_names")))[0].amount == ""
    assert exclusions(*shared(EXCLUSION, free, **amounts)) == (
        Exclusion("write-back to the orders", "CNY 180 K"),
        Exclusion("write-back to the orders", ""),
    )
    assert exclusions(*shared(EXCLUSION, language="zh", **amounts))[0].amount == "18万元"
