from __future__ import annotations

from dataclasses import asdict

import pytest

from generator.errors import Language
from generator.insights.prospect import Prospect
from generator.notes.codes import Stage
from generator.views.brief import build_brief
from tests.builders import FULL
from tests.views.brief.subjects import brief, note, prepared


@pytest.mark.parametrize(
    ("prospect", "title"),
    [
        (Prospect(customer="Quay", industry="banking"), "Brief: Quay"),
        (Prospect(industry="banking", products=("gateway",)), "Brief: banking, gateway"),
        (Prospect(competitors=("Torn",)), "Brief: Torn"),
    ],
)
def test_the_title_names_the_customer_else_what_is_known(prospect: Prospect, title: str) -> None:
    assert build_brief(brief(prospect=prospect), ()).title == title


def test_the_byline_tells_when_how_long_and_about_what() -> None:
    prospect = Prospect(customer="Quay", industry="banking", products=("a", "b"), stage=Stage.BID)

    assert build_brief(brief(prospect=prospect), ()).byline == (
        "Meeting: 2026-07-01 (30 minutes)", "Industry: banking", "Products: a, b", "Stage: Bid",
    )  # fmt: skip
    assert build_brief(brief(prospect=Prospect(competitors=("Torn",)), language="zh"), ()).byline == (
        "会面：2026-07-01（30 分钟）",
    )


@pytest.mark.parametrize(
    ("language", "alone", "borrowed"),
    [
        ("zh", "这个行业、这些产品还没有任何记录（共 1 条）：没有可借的经验，多问少讲，回来写下第一条。",
         "这个行业还没有记录；下面借自同样产品的 1 个项目，先问清再套用。"),
        ("en", "No note yet of this industry or these products (of 1 in all): nothing to borrow, so ask more than you tell, and come back with the first.",
         "No note yet of this industry; the rest is borrowed from one deal with the same product: ask before applying."),
    ],
)  # fmt: skip
def test_a_new_industry_is_told_in_a_line(language: Language, alone: str, borrowed: str) -> None:
    known = note("n")
    new = brief(known, prospect=Prospect(industry="insurance"), language=language)
    with_product = brief(
        known, prospect=Prospect(industry="insurance", products=("gateway",)), language=language
    )

    assert build_brief(new, (known,)).newcomer == alone
    assert build_brief(with_product, (known,)).newcomer == borrowed
    assert (
        build_brief(
            brief(known, prospect=Prospect(industry="machining"), language=language), (known,)
        ).newcomer
        == ""
    )


def test_another_customer_is_named_nowhere_and_its_note_not_either() -> None:
    keys = {key: value for key, value in FULL.items() if key != "intel"}
    secret = note("secret-note", customer="Secret Works", **keys)
    view = build_brief(prepared(note("n", products=["gateway"]), secret), (secret,))

    assert "alias of Secret Works" in str(asdict(view))
    assert "Secret Works" not in str(asdict(view)).replace("alias of Secret Works", "")
    assert "secret-note" not in str(asdict(view))
