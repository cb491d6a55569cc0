from __future__ import annotations

from typing import Any

import pytest

from generator.views.customer_memo import (
    BLANK_LINES,
    CustomerMemo,
    Receipt,
    SectionNumbers,
    build_customer_memo,
)
from generator.views.customer_memo.conclusion import CustomerConclusion
from generator.views.subject import PictureFile
from tests.builders import FULL, engagement, full_engagement
from tests.views.customer_memo.notes import APPROVED, CONDITIONAL, EXCLUSION, ITEM, RISK, approved
from tests.views.subjects import full, subject

BLANK = (Receipt("", ""),) * BLANK_LINES
PLAN = {"milestones": "figures/plan.svg"}


def memo(on: str = "2026-07-25", language: Any = "en", **overrides: Any) -> CustomerMemo:
    return build_customer_memo(subject(full_engagement(**overrides), on, language))


def test_a_note_that_shares_nothing_gives_an_almost_empty_memo() -> None:
    assert build_customer_memo(subject(engagement())) == CustomerMemo(
        title="Harbour Works · gateway",
        draft=True,
        parties=("Customer: Harbour Works", "Supplier: us", "Products: gateway", "As of: 2026-07-25"),
        asked=(),
        brings=(),
        basis="",
        conclusion=CustomerConclusion(("Nothing is asked of you at present",)),
        levels=(),
        risks=(),
        requirements=(),
        plan="",
        plan_alt="",
        milestones=(),
        promises=(),
        exclusions=(),
        assumptions=(),
        receipts=BLANK,
        pictures=(),
    )


def test_every_part_that_is_shared_is_there() -> None:
    found = memo(
        risks=[RISK],
        commitments=[CONDITIONAL, EXCLUSION],
        landing_requirements=[ITEM],
        assumptions=[{"text": "read-only account", "shareable": "true"}],
    )

    assert (len(found.risks), len(found.levels), len(found.requirements)) == (1, 1, 1)
    assert (len(found.promises), len(found.exclusions), found.assumptions) == (1, 1, ("read-only account",))
    assert found.numbers == SectionNumbers(1, 2, 3, 4, 5, 0, 6, 7, 8, 9, 0)


def test_parties_are_named_in_chinese_and_the_company_is_ours() -> None:
    assert build_customer_memo(full(language="zh", company="澄湖科技")).parties == (
        "贵方：Harbour Works",
        "我方：澄湖科技",
        "产品：gateway",
        "截至：2026-07-25",
    )
    assert build_customer_memo(full(language="zh")).parties[1] == "我方：我方"


def test_a_memo_is_a_draft_until_the_day_of_its_approval() -> None:
    assert memo().draft is True
    assert memo("2026-05-31", customer_share=APPROVED).draft is True
    assert memo("2026-06-01", customer_share=APPROVED).draft is False


def test_what_they_asked_for_has_its_middle_layer_only_where_that_is_approved() -> None:
    assert memo().asked == ("stops are noticed too late",)
    assert memo(customer_share=approved("needs_middle")).asked == (
        "stops are noticed too late; effectiveness of 78 % by the end of the year",
    )
    assert memo(needs=[FULL["needs"][0] | {"confidence": {}}]).asked == ()
    only_surface = [{"surface": "s", "confidence": {"surface": "confirmed"}}]
    assert memo(needs=only_surface, customer_share=approved("needs_middle")).asked == ("s",)


def test_what_it_brings_rests_on_our_own_evidence_and_names_a_case_only_where_that_is_approved() -> None:
    own = FULL["fit"][0] | {"evidence": {"kind": "pilot", "ref": "report 3", "verified": "true"}}

    assert memo().brings == ()
    assert memo(fit=[own]).brings == ("from 40 to 10 minutes",)
    assert memo(customer_share=approved("case_references")).brings == ("from 40 to 10 minutes (C-014)",)
    assert memo(language="zh", customer_share=approved("case_references")).brings == (
        "from 40 to 10 minutes（C-014）",
    )


def test_the_basis_is_dates_and_kinds_of_meetings() -> None:
    meetings = [{"on": "2026-05-20", "kind": "solution_talk"}, {"on": "2026-06-01"}, {"on": "2026-07-30"}]

    assert memo(meetings=meetings).basis == "2026-05-20 (solution talk), 2026-06-01"
    assert memo(language="zh", meetings=meetings).basis == "2026-05-20（方案交流）、2026-06-01"


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (None, BLANK),
        (approved("amounts"), BLANK),
        (approved("customer_names"), (Receipt("Chen", "head of production"), *BLANK)),
    ],
)
def test_the_receipt_names_people_we_met_only_where_that_is_approved(
    share: Any, expected: tuple[Receipt, ...]
) -> None:
    met, it, unmet, _ = FULL["stakeholders"]
    people = [met | {"name": "Chen"}, it, unmet | {"name": "Wu"}]

    assert memo(stakeholders=people, customer_share=share).receipts == expected


def test_only_shareable_pictures_and_a_plan_with_milestones_are_shown() -> None:
    shown, hidden = PictureFile("a.png", "a", shareable=True), PictureFile("b.png", "b")
    found = build_customer_memo(full(pictures=(shown, hidden), figures=PLAN))

    assert (found.pictures, found.plan) == ((shown,), "figures/plan.svg")
    assert build_customer_memo(subject(engagement(), figures=PLAN)).plan == ""


def test_sections_that_are_there_are_numbered_without_gaps() -> None:
    nearly_empty = build_customer_memo(subject(engagement()))

    assert nearly_empty.numbers == SectionNumbers(0, 1, 2, 0, 0, 0, 0, 0, 0, 3, 0)

    found = memo(risks=[RISK], commitments=[], landing_requirements=[], milestones=[], assumptions=[])

    assert found.numbers == SectionNumbers(1, 2, 3, 4, 0, 0, 0, 0, 0, 5, 0)
