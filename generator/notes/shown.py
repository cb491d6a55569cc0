"""What a brief put before people, as it is kept beside the notes so that reuse can be counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """One brief: date is the meeting's, shown holds names of lessons (`note-id/L1`), the best match first.

    note is None where no note of that meeting existed yet, customer is empty where only its industry was known.
    """

    date: date
    note: str | None
    customer: str
    goal: str
    shown: tuple[str, ...]
