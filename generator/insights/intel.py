"""What was known before the first quote, what is known now, and what stayed with sales (INSIGHTS.md, section 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.notes.codes import Knowledge
from generator.notes.model import INTEL_ITEMS, Engagement, IntelKnowledge

SILO_ITEMS = ("budget_ceiling", "competitors")
_KNOWN = frozenset({Knowledge.CONFIRMED, Knowledge.INFERRED})
# The word, in either language; neither "presales" nor the first half of a product name such as "SalesCloud".
_SALES = re.compile(
    r"(?<!pre-)(?<!pre )\bsales(?:person|people|man|woman|men|women)?\b|销售", re.IGNORECASE | re.ASCII
)


@dataclass(frozen=True, slots=True)
class IntelRow:
    """item is None where the note leaves the key out: nobody thought of it."""

    name: str
    item: IntelKnowledge | None
    required: bool
    known_before: bool
    known_now: bool
    silo: bool


@dataclass(frozen=True, slots=True)
class IntelCoverage:
    """rows: the required items and every other recorded one, in the order of the format; names are item keys."""

    rows: tuple[IntelRow, ...]

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(row.name for row in self.rows if row.required)

    @property
    def known_before(self) -> tuple[str, ...]:
        """Required items said to be known before; where the note does not say, an item is not among them."""
        return tuple(row.name for row in self.rows if row.required and row.known_before)

    @property
    def known_now(self) -> tuple[str, ...]:
        """Required items that are confirmed or inferred."""
        return tuple(row.name for row in self.rows if row.required and row.known_now)

    @property
    def unknown_now(self) -> tuple[str, ...]:
        """Required items without that: key or status absent, or status unknown."""
        return tuple(row.name for row in self.rows if row.required and not row.known_now)

    @property
    def silo(self) -> tuple[str, ...]:
        """Items that presales did not know before while sales did, required or not."""
        return tuple(row.name for row in self.rows if row.silo)


def intel_coverage(engagement: Engagement, required: tuple[str, ...]) -> IntelCoverage | None:
    """None without the `intel` block. required holds item keys."""
    if engagement.intel is None:
        return None
    recorded = dict(engagement.intel.items())
    return IntelCoverage(
        tuple(
            _row(name, recorded.get(name), is_required=name in required)
            for name in INTEL_ITEMS
            if name in recorded or name in required
        )
    )


def _row(name: str, item: IntelKnowledge | None, *, is_required: bool) -> IntelRow:
    return IntelRow(
        name=name,
        item=item,
        required=is_required,
        known_before=item is not None and item.known_before is True,
        known_now=item is not None and item.status in _KNOWN,
        silo=name in SILO_ITEMS and item is not None and _stayed_with_sales(item),
    )


def _stayed_with_sales(item: IntelKnowledge) -> bool:
    return item.known_before is False and _SALES.search(item.source or "") is not None
