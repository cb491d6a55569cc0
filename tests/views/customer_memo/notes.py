"""Notes that share something with the customer."""

from __future__ import annotations

from typing import Any

APPROVED = {"approved_by": "Zhou", "on": "2026-06-01"}
RISK = {
    "event": "old controllers stay closed",
    "category": "technical_interface",
    "probability": "4",
    "impact": "4",
    "shareable": "true",
    "customer_text": "some signals are checked one by one",
}
PROMISE = {
    "said": "the pilot line in six weeks",
    "class": "firm",
    "made_by": "Lin",
    "made_on": "2026-05-27",
    "confirmed_by": "He",
    "confirmed_on": "2026-05-26",
    "due": "2026-08-31",
    "shareable": "true",
}
CONDITIONAL = PROMISE | {
    "class": "conditional",
    "condition": {"what": "network and power", "party": "customer", "due": "2026-07-20"},
}
EXCLUSION = {
    "said": "write-back is in the price",
    "class": "out_of_scope",
    "made_by": "Zhou",
    "made_on": "2026-05-22",
    "extra_cost": "180000",
    "shareable": "true",
    "customer_text": "write-back to the orders",
}
ITEM = {"item": "network and power", "party": "customer", "needed_by": "2026-07-20", "shareable": "true"}


def approved(*groups: str) -> dict[str, Any]:
    return APPROVED | {"include": list(groups)}
