"""Which engagements a planned meeting can learn from: those of its customer, and those like it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.prospect import Prospect
from generator.insights.same_name import folded
from generator.notes.model import Engagement


@dataclass(frozen=True, slots=True)
class Similar:
    """products are those in common, as the meeting names them; is_own: of the same customer."""

    engagement: Engagement
    same_industry: bool
    products: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All newest first. own are the customer's, prepared the note of the deal that the meeting belongs to, among them.

    similar have the industry or a product in common and never hold the prepared note.
    """

    prepared: Engagement | None
    own: tuple[Engagement, ...]
    similar: tuple[Similar, ...]

    @property
    def of_products(self) -> tuple[Engagement, ...]:
        """The prepared deal and those that share a product with it; of its industry where no product is known."""
        sharing = tuple(row.engagement for row in self.similar if row.products)
        likes = sharing or tuple(row.engagement for row in self.similar)
        return (self.prepared, *likes) if self.prepared is not None else likes


def surroundings(engagements: Iterable[Engagement], prospect: Prospect) -> Surroundings:
    """Engagements are as of the day of the brief."""
    newest_first = sorted(engagements, key=lambda each: (-each.date.toordinal(), each.id))
    own = tuple(each for each in newest_first if _is_own(each, prospect))
    similar = (_similar(each, prospect) for each in newest_first if each.id != prospect.note)
    return Surroundings(
        prepared=next((each for each in own if each.id == prospect.note), None),
        own=own,
        similar=tuple(row for row in similar if row.same_industry or row.products),
    )


def _is_own(engagement: Engagement, prospect: Prospect) -> bool:
    return prospect.customer is not None and folded(engagement.customer.name) == folded(prospect.customer)


def _similar(engagement: Engagement, prospect: Prospect) -> Similar:
    theirs = {folded(product) for product in engagement.products}
    industry = engagement.customer.industry
    return Similar(
        engagement=engagement,
        same_industry=prospect.industry is not None and folded(industry) == folded(prospect.industry),
        products=tuple(product for product in prospect.products if folded(product) in theirs),
        is_own=_is_own(engagement, prospect),
    )
