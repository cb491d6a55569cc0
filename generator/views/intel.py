"""What is known of an item of intelligence, in words."""

from __future__ import annotations

from generator.notes.model import BudgetIntel, CompetitorIntel, IntelItem, IntelKnowledge
from generator.views.subject import Subject


def intel_value(subject: Subject, item: IntelKnowledge | None) -> str:
    """Empty where nothing is written."""
    match item:
        case BudgetIntel():
            return subject.money(item.value)
        case CompetitorIntel():
            names = (rival.name or "" for rival in item.rivals)
            return subject.wording.join((*item.value, *names))
        case IntelItem():
            return subject.wording.clauses(item.value)
        case _:
            return ""
