"""What documents over several projects call a customer; never its name (CONFIDENTIALITY.md, 5)."""

from __future__ import annotations

from generator.errors import Language
from generator.notes.model import Customer


def alias_of(customer: Customer, language: Language) -> str:
    """The note's alias, else one from region and industry."""
    if customer.alias:
        return customer.alias
    if language == "zh":
        return f"{customer.region or ''}某{customer.industry}客户"
    return f"a customer in {customer.industry}" + (f", {customer.region}" if customer.region else "")
