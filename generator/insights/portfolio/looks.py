"""The numbers of deals at which a claim may be made anew (INSIGHTS.md, section 6, "What n can show")."""

from __future__ import annotations

# Then at every doubling: each further look is another chance to be fooled.
LOOKS = (30, 60, 100)


def last_look(n: int) -> int | None:
    """The last one reached with n deals; None before the first."""
    return max((look for look in _looks_beyond(n) if look <= n), default=None)


def next_look(n: int) -> int:
    return min(look for look in _looks_beyond(n) if look > n)


def _looks_beyond(n: int) -> tuple[int, ...]:
    """All looks up to the first one beyond n."""
    looks = list(LOOKS)
    while looks[-1] <= n:
        looks.append(looks[-1] * 2)
    return tuple(looks)
