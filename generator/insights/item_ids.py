"""Ids for display: the written one, else one from the position (NOTE.md, principle 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from generator.notes.model import Engagement
from generator.notes.references import written_ids


@dataclass(frozen=True, slots=True)
class ItemIds:
    """Each tuple is parallel to the list of the same name in the engagement."""

    needs: tuple[str, ...]
    fit: tuple[str, ...]
    commitments: tuple[str, ...]
    landing_requirements: tuple[str, ...]
    risks: tuple[str, ...]
    assumptions: tuple[str, ...]
    objections: tuple[str, ...]
    options: tuple[str, ...]
    lessons: tuple[str, ...]


class _Identified(Protocol):
    @property
    def id(self) -> str | None: ...


# The block of a note and the letter that its items are numbered with.
PREFIXES = {
    "needs": "N",
    "fit": "F",
    "commitments": "K",
    "landing_requirements": "R",
    "risks": "T",
    "assumptions": "A",
    "objections": "O",
    "options": "P",
    "lessons": "L",
}


def item_ids(engagement: Engagement) -> ItemIds:
    """No two items of a note share one, and none equals an id that the note writes anywhere."""
    return ItemIds(**{block: ids_in(engagement, block) for block in PREFIXES})


def ids_in(engagement: Engagement, block: str) -> tuple[str, ...]:
    """Those of one block, a key of PREFIXES; whoever needs no other saves the time of the rest."""
    items: tuple[_Identified, ...] = getattr(engagement, block)
    written = tuple(item.id for item in items if item.id is not None)
    if len(written) == len(items):
        return written
    everywhere = frozenset(name for _, name in written_ids(engagement))
    return _ids(PREFIXES[block], items, everywhere)


def _ids(prefix: str, items: tuple[_Identified, ...], written: frozenset[str]) -> tuple[str, ...]:
    used = set(written)
    names = []
    for position, item in enumerate(items, start=1):
        name = item.id
        if name is None:
            name = _free_id(prefix, position, used)
            used.add(name)
        names.append(name)
    return tuple(names)


def _free_id(prefix: str, position: int, used: set[str]) -> str:
    number = position
    while f"{prefix}{number}" in used:
        number += 1
    return f"{prefix}{number}"


_RUN = re.compile(r"(\D*)(\d*)")


@lru_cache(maxsize=4096)
def id_order(name: str) -> tuple[tuple[tuple[str, int], ...], str]:
    """A total key that puts T2 before T10."""
    return tuple((text, int(digits or 0)) for text, digits in _RUN.findall(name)), name
