"""When two names that people typed are the same name."""

from __future__ import annotations

from unicodedata import normalize


def folded(name: str) -> str:
    """Equal for names that differ in case, width or spacing only."""
    return " ".join(normalize("NFKC", name).casefold().split())
