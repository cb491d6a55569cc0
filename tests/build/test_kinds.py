from __future__ import annotations

from typing import Any

import pytest

from generator.build.kinds import CUSTOMER_MEMO, KINDS, RETROSPECTIVE, RISK_MEMO
from tests.builders import engagement
from tests.views.customer_memo.notes import APPROVED, RISK
from tests.views.subjects import labels, subject

BLOB = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize("kind", [RETROSPECTIVE, RISK_MEMO])
@pytest.mark.parametrize(
    ("keys", "zh", "en"),
    [
        ({}, "内部资料", "Internal"),
        ({"confidentiality": "restricted"}, "内部资料 · 受限", "Internal · restricted"),
    ],
)
def test_internal_documents_say_so_in_their_header(kind: Any, keys: dict[str, str], zh: str, en: str) -> None:
    note = engagement(**keys)

    assert (kind.label(subject(note, language="zh")), kind.label(subject(note))) == (zh, en)


@pytest.mark.parametrize(
    ("share", "zh", "en"),
    [
        (None, "客户可用（草稿）", "For the customer, draft"),
        ({"approved_by": "Zhou"}, "客户可用（草稿）", "For the customer, draft"),
        (APPROVED, "客户可用", "For the customer"),
    ],
)
def test_a_memo_for_the_customer_is_a_draft_until_it_is_approved(share: Any, zh: str, en: str) -> None:
    note = engagement(customer_share=share, confidentiality="restricted")

    assert (CUSTOMER_MEMO.label(subject(note, language="zh")), CUSTOMER_MEMO.label(subject(note))) == (zh, en)


def test_internal_documents_name_the_note_and_its_text_and_customer_documents_the_day_only() -> None:
    found = subject(engagement(), "2026-07-25", blob=BLOB)

    assert RETROSPECTIVE.source(found) == "From 2026-05-harbour-iot (0123456789ab) · as of 2026-07-25"
    assert RISK_MEMO.source(found) == RETROSPECTIVE.source(found)
    assert CUSTOMER_MEMO.source(found) == "As of 2026-07-25"
    assert CUSTOMER_MEMO.source(subject(engagement(), "2026-07-25", "zh", blob=BLOB)) == "截至 2026-07-25"


def test_every_note_gets_the_internal_documents_and_one_that_shares_something_the_memo() -> None:
    plain, sharing = engagement(), engagement(risks=[RISK])

    assert [kind.fits(plain) for kind in KINDS] == [True, True, False]
    assert [kind.fits(sharing) for kind in KINDS] == [True, True, True]


def test_each_kind_has_its_name_in_both_languages() -> None:
    assert [
        (kind.name, labels("zh")(f"document.{kind.name}"), labels("en")(f"document.{kind.name}"))
        for kind in KINDS
    ] == [
        ("retrospective", "售前复盘报告", "Presales retrospective"),
        ("risk-memo", "技术风险备忘录（内部版）", "Technical-risk memo (internal)"),
        ("customer-memo", "技术风险备忘录", "Technical-risk memo"),
    ]


def test_only_the_memo_for_the_customer_is_searched_and_has_no_risk_map() -> None:
    assert [kind.for_customer for kind in KINDS] == [False, False, True]
    assert [sorted(kind.figures) for kind in KINDS] == [
        ["milestones"],
        ["milestones", "risk-map"],
        ["milestones"],
    ]
