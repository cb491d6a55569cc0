"""What kinds of names there are, where a note holds them, and what they are called in a copy."""

from __future__ import annotations

from enum import IntEnum

from generator.errors import Bilingual


class NameKind(IntEnum):
    """In the order in which a text that is a name of several kinds is taken."""

    OURS = 0
    CUSTOMER = 1
    COMPETITOR = 2
    CONTACT = 3
    COLLEAGUE = 4
    PRODUCT = 5
    ALIAS = 6
    SOURCE = 7


WORDS = {
    NameKind.OURS: Bilingual("我方公司", "Our Company"),
    NameKind.CUSTOMER: Bilingual("客户", "Customer"),
    NameKind.COMPETITOR: Bilingual("竞品", "Competitor"),
    NameKind.CONTACT: Bilingual("联系人", "Contact"),
    NameKind.COLLEAGUE: Bilingual("同事", "Colleague"),
    NameKind.PRODUCT: Bilingual("产品", "Product"),
    NameKind.ALIAS: Bilingual("企业", "Company"),
    NameKind.SOURCE: Bilingual("出处", "Source"),
}
# Keys by their path without places in lists; people of ours stand under one key in many blocks.
_BY_PATH = {
    "customer.name": NameKind.CUSTOMER,
    "customer.alias": NameKind.ALIAS,
    "intel.competitors.list.name": NameKind.COMPETITOR,
    "outcome.winner": NameKind.COMPETITOR,
    "stakeholders.name": NameKind.CONTACT,
    "products": NameKind.PRODUCT,
    "fit.evidence.ref": NameKind.SOURCE,
}
_COLLEAGUES = frozenset(
    {
        "presales",
        "sales",
        "reviewed_by",
        "made_by",
        "confirmed_by",
        "handed_to",
        "owner",
        "who",
        "approved_by",
    }
)


def kind_of(path: str) -> NameKind | None:
    """The kind of name that a key holds, None for every other key."""
    if path.rpartition(".")[2] in _COLLEAGUES:
        return NameKind.COLLEAGUE
    return _BY_PATH.get(path)
