"""How an item is named outside its note (NOTE.md, principle 7)."""

from __future__ import annotations

from generator.insights.item_ids import id_order
from generator.notes.model import Engagement


def reference(engagement: Engagement, item_id: str) -> str:
    """`note-id/K1`, also for an item whose id is only displayed."""
    return f"{engagement.id}/{item_id}"


def item_order(engagement: Engagement, item_id: str) -> tuple[object, ...]:
    """A total key over items of a kind: by note, then T2 before T10."""
    return engagement.id, id_order(item_id)


def customers_of(engagements: tuple[Engagement, ...]) -> int:
    """Distinct customers, by name as typed."""
    return len({engagement.customer.name for engagement in engagements})
