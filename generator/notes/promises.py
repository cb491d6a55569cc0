"""What makes a promise confirmed, and what it promises (NOTE.md, "Rules across keys"; INSIGHTS.md, section 3)."""

from __future__ import annotations

from generator.notes.codes import CommitmentClass, Gives
from generator.notes.model import Commitment


def is_confirmed(commitment: Commitment) -> bool:
    """Confirmed inside before it was said: both keys are there and the day is not later than `made_on`."""
    return (
        commitment.confirmed_by is not None
        and commitment.confirmed_on is not None
        and commitment.confirmed_on <= commitment.made_on
    )


def promises_something(commitment: Commitment) -> bool:
    """Whether it gives something deliverable (INSIGHTS.md, section 3)."""
    if commitment.gives is None:
        return commitment.cls is not CommitmentClass.UNCERTAIN
    return commitment.gives in {Gives.CAPABILITY, Gives.DATE, Gives.PRICE, Gives.SERVICE}
