from __future__ import annotations

from generator.insights.preparation.surroundings import surroundings
from generator.insights.prospect import Prospect
from generator.notes.model import Engagement
from tests.builders import engagement

MEETING = Prospect(customer="Harbour Works", industry="Machining", products=("Gateway", "mes"), note="now")


def _note(name: str, on: str, customer: str, industry: str, *products: str) -> Engagement:
    return engagement(
        id=name, date=on, customer={"name": customer, "industry": industry}, products=list(products)
    )


NOW = _note("now", "2026-06-01", "Harbour Works", "machining", "gateway")
EARLIER = _note("earlier", "2026-03-01", "harbour  works", "machining", "masking")
SAME_INDUSTRY = _note("industry", "2026-04-01", "Quay", "machining", "masking")
SAME_PRODUCT = _note("product", "2026-05-01", "Bank", "banking", "MES", "gateway")
OTHER = _note("other", "2026-05-02", "Shop", "retail", "board")
ALL = (EARLIER, SAME_INDUSTRY, OTHER, SAME_PRODUCT, NOW)


def test_own_notes_come_newest_first_and_names_need_not_be_typed_alike() -> None:
    found = surroundings(ALL, MEETING)

    assert (found.prepared, found.own) == (NOW, (NOW, EARLIER))


def test_similar_notes_share_industry_or_product_and_the_prepared_one_is_none_of_them() -> None:
    found = surroundings(ALL, MEETING).similar

    assert [(row.engagement.id, row.same_industry, row.products, row.is_own) for row in found] == [
        ("product", False, ("Gateway", "mes"), False),
        ("industry", True, (), False),
        ("earlier", True, (), True),
    ]


def test_what_is_said_of_products_comes_from_deals_that_share_one_else_from_the_industry() -> None:
    sharing = surroundings(ALL, MEETING)
    alone = surroundings((SAME_INDUSTRY, OTHER), Prospect(industry="machining"))

    assert [each.id for each in sharing.of_products] == ["now", "product"]
    assert [each.id for each in alone.of_products] == ["industry"]


def test_where_nothing_is_known_nothing_is_near() -> None:
    found = surroundings(ALL, Prospect(industry="insurance"))

    assert (found.prepared, found.own, found.similar, found.of_products) == (None, (), (), ())
