"""Notes for tests over many engagements: an id, a day, a customer, and what the test is about."""

from __future__ import annotations

from typing import Any

from generator.notes.model import Engagement
from tests.builders import engagement


def note(name: str, on: str = "2026-05-20", customer: str = "Harbour Works", **keys: Any) -> Engagement:
    return engagement(id=name, date=on, customer={"name": customer, "industry": "machining"}, **keys)


def lesson(theme: str = "rhythm", kind: str = "improve", **keys: Any) -> dict[str, Any]:
    return {"kind": kind, "theme": theme, "text": f"{kind} {theme}"} | keys


def fixed(closed_on: str | None = "2026-02-20", **keys: Any) -> dict[str, Any]:
    """A lesson L1 whose action is done."""
    action = {"what": "checklist", "status": "done", "closed_on": closed_on}
    return lesson(
        **({"id": "L1", "status": "actioned"} | keys),
        action={key: value for key, value in action.items() if value is not None},
    )
