from __future__ import annotations

from generator.views.titles import byline, title_of
from tests.builders import engagement
from tests.views.subjects import subject


def test_a_document_is_titled_by_the_note_or_else_by_customer_and_products() -> None:
    products = ["gateway", "forecast"]

    assert title_of(subject(engagement(title="Line 3"))) == "Line 3"
    assert title_of(subject(engagement(products=products))) == "Harbour Works · gateway, forecast"
    assert (
        title_of(subject(engagement(products=products), language="zh")) == "Harbour Works · gateway、forecast"
    )


def test_the_byline_says_who_when_and_as_of_which_day() -> None:
    customer = {"name": "Harbour Works", "industry": "machining", "region": "north"}

    assert byline(subject(engagement(customer=customer, reviewed_by="Zhou"), "2026-07-25")) == (
        "Customer: Harbour Works (machining, north)",
        "Products: gateway",
        "Supported on: 2026-05-20",
        "Presales and sales: Lin, Zhou",
        "Reviewed by: Zhou",
        "As of: 2026-07-25",
    )
    assert byline(subject(engagement(), "2026-05-20", "zh")) == (
        "客户：Harbour Works（machining）",
        "产品：gateway",
        "支持日期：2026-05-20",
        "售前与销售：Lin、Zhou",
        "审阅：未审阅",
        "截至：2026-05-20",
    )
