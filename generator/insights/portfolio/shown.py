"""Which engagement each recorded brief was for (DOCUMENTS.md, "Matching score")."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from generator.notes.model import Engagement
from generator.notes.shown import ShownRecord

# A brief for a meeting of which no note existed yet belongs to the customer's next note, if that comes soon.
NOTED_WITHIN_DAYS = 31


@dataclass(frozen=True, slots=True)
class ShownTo:
    """One record with its engagement; None where no note of that meeting is counted."""

    record: ShownRecord
    engagement: Engagement | None


def shown_to(
    engagements: tuple[Engagement, ...], records: tuple[ShownRecord, ...], day: date
) -> tuple[ShownTo, ...]:
    """Records up to the day, in the order of their dates."""
    by_id = {engagement.id: engagement for engagement in engagements}
    by_customer: dict[str, list[Engagement]] = defaultdict(list)
    for engagement in sorted(engagements, key=lambda engagement: (engagement.date, engagement.id)):
        by_customer[engagement.customer.name].append(engagement)
    past = sorted((record for record in records if record.date <= day), key=_order)
    return tuple(
        ShownTo(record, by_id.get(record.note) if record.note else _next(by_customer, record))
        for record in past
    )


def _order(record: ShownRecord) -> tuple[object, ...]:
    return record.date, record.note or "", record.customer, record.goal, record.shown


def _next(by_customer: dict[str, list[Engagement]], record: ShownRecord) -> Engagement | None:
    soon = (
        engagement
        for engagement in by_customer.get(record.customer, ())
        if 0 <= (engagement.date - record.date).days <= NOTED_WITHIN_DAYS
    )
    return next(soon, None)
