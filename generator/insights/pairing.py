"""Which item of a list was which before it was changed: by written id, by name, else by how alike the names are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.source.fields import Block

# What names an item of each list; where it is no text it has to be equal.
NAMED_BY: dict[str, tuple[str, ...]] = {
    "needs": ("surface",),
    "probes": ("asked",),
    "fit": ("capability",),
    "stakeholders": ("role",),
    "rivals": ("name",),
    "commitments": ("said",),
    "landing_requirements": ("item",),
    "risks": ("event",),
    "assumptions": ("text",),
    "meetings": ("on",),
    "objections": ("text",),
    "options": ("name",),
    "benefits": ("item",),
    "milestones": ("name",),
    "criteria": ("text",),
    "win_scores": ("by", "on"),
    "lessons": ("text",),
    "reused_lessons": ("id",),
    "next_steps": ("what",),
    "attachments": ("file",),
    "allow": ("value",),
}
ALIKE_FROM = 0.6

Pairs = dict[int, int]


def pair_items(block: str, before: Sequence[Block], after: Sequence[Block]) -> Pairs:
    """The place in before of each place in after that has one. Items with two different written ids are never one."""
    pairs: Pairs = {}
    for places in (_same_id(before, after), _same_name(block, before, after), _alike(block, before, after)):
        for old, new in places:
            if new not in pairs and old not in pairs.values():
                pairs[new] = old
    return pairs


def _same_id(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[int, int]]:
    places = {_id(item): place for place, item in enumerate(before)}
    for new, item in enumerate(after):
        if _id(item) and _id(item) in places:
            yield places[_id(item)], new


def _same_name(block: str, before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[int, int]]:
    for new, item in enumerate(after):
        for old, other in enumerate(before):
            if name_of(block, other) == name_of(block, item) and not _told_apart(other, item):
                yield old, new


def _alike(block: str, before: Sequence[Block], after: Sequence[Block]) -> list[tuple[int, int]]:
    """The most alike first, among equals those whose places are nearest."""
    found = []
    for new, item in enumerate(after):
        for old, other in enumerate(before):
            share = 0.0 if _told_apart(other, item) else _likeness(block, other, item)
            if share >= ALIKE_FROM:
                found.append((-share, abs(old - new), old, new))
    return [(old, new) for _, _, old, new in sorted(found)]


def _likeness(block: str, before: Block, after: Block) -> float:
    old, new = name_of(block, before), name_of(block, after)
    texts = [text for text in (*old, *new) if type(text) is str]
    if len(texts) != len(old) + len(new) or block == "reused_lessons":
        return 0.0
    matcher = SequenceMatcher(None, str(new[0]), str(old[0]), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE_FROM else 0.0


def _told_apart(before: Block, after: Block) -> bool:
    old, new = _id(before), _id(after)
    return bool(old and new and old != new)


def _id(item: Block) -> str:
    return getattr(item, "id", None) or ""


def name_of(block: str, item: Block) -> tuple[object, ...]:
    """What names an item of a list; its values as the note holds them."""
    return tuple(getattr(item, key) for key in NAMED_BY[block])
