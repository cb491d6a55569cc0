"""Deals with both scores, for tests of calibration."""

from __future__ import annotations

from typing import Any

from generator.notes.model import Engagement
from tests.insights.portfolio.notes import note

# INSIGHTS.md, section 6: presales, sales, won.
FIXTURE = (
    (30, 60, 0),
    (50, 80, 1),
    (70, 80, 1),
    (10, 50, 0),
    (30, 70, 0),
    (50, 70, 0),
    (70, 90, 1),
    (30, 50, 1),
    (10, 60, 0),
    (50, 80, 0),
    (70, 70, 1),
    (30, 80, 0),
)


def score(by: str, p: int, on: str = "2026-01-10", **keys: str) -> dict[str, str]:
    return {"by": by, "p": str(p), "on": on} | keys


def deal(name: str, presales: int, sales: int, won: object = True, **keys: Any) -> Engagement:
    """Scored on 2026-01-10, decided on 2026-02-09; keys replace any of it."""
    outcome = {"status": "won" if won else "lost", "decided_on": "2026-02-09"}
    scores = [score("presales", presales), score("sales", sales)]
    return note(name, "2026-01-01", **({"outcome": outcome, "win_scores": scores} | keys))


def fixture(times: int = 1) -> tuple[Engagement, ...]:
    return tuple(
        deal(f"d{index:03}", presales, sales, won)
        for index, (presales, sales, won) in enumerate(FIXTURE * times)
    )
