"""Section 12: which optional parts are missing, and which conclusion that weakens."""

from __future__ import annotations

from dataclasses import dataclass

from generator.notes.model import Engagement
from generator.views.subject import Subject

# Keys of a note that carry a conclusion of their own, in the order of the document.
PARTS = (
    "deal",
    "fit",
    "roi",
    "stakeholders",
    "intel",
    "landing_requirements",
    "risks",
    "milestones",
    "collaboration",
    "meetings",
    "objections",
    "win_scores",
    "reused_lessons",
)


@dataclass(frozen=True, slots=True)
class Completeness:
    """summary: recorded parts, k of n; missing: each part with what cannot be concluded without it.

    hints: what would make the note more useful.
    """

    summary: str
    missing: tuple[str, ...]
    hints: tuple[str, ...]


def build_completeness(subject: Subject) -> Completeness:
    w = subject.wording
    missing = tuple(_missing(subject, key) for key in PARTS if not _is_recorded(subject.engagement, key))
    recorded = len(PARTS) - len(missing)
    return Completeness(w("completeness.summary", k=recorded, n=len(PARTS)), missing, subject.hints)


def _missing(subject: Subject, key: str) -> str:
    w = subject.wording
    return w.bracketed(w(f"parts.{key}.name"), w(f"parts.{key}.weakens"))


def _is_recorded(engagement: Engagement, key: str) -> bool:
    return bool(getattr(engagement, key))
