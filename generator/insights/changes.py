"""What is different between two versions of a note, in the order of the format, and what that did to where things stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.insights.item_ids import PREFIXES, ids_in
from generator.insights.pairing import pair_items
from generator.insights.standings import Standings, standing_changes
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement
from generator.source.fields import Block


class ChangeKind(StrEnum):
    """How two versions differ in a place; standings are computed, the others were typed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list. id is for display and empty where items of the list have none; value is the newer one."""

    block: str
    id: str
    value: Block


@dataclass(frozen=True, slots=True)
class Change:
    """path holds the attributes from the note to the value, such as `("risks", "action", "due")`; of a note that is
    new or gone it is empty. items are the items of lists on that way, from outside.

    before and after hold values as the note does, None where there is none: of an item that was added or removed the
    item, of a standing its state.
    """

    kind: ChangeKind
    path: tuple[str, ...]
    items: tuple[Item, ...] = ()
    before: object = None
    after: object = None


# A change of id is a change of name, not of what is known; the note's own name is told by whoever matched it.
_NOT_COMPARED = frozenset({"id", "format_version", "x"})


def changes(
    before: Engagement | None, after: Engagement | None, day: date, calendar: Calendar
) -> tuple[Change, ...]:
    """Both are as of the day. Of a list the items that stand come first, then those that were removed."""
    if before is None or after is None:
        kind = ChangeKind.REMOVED if after is None else ChangeKind.ADDED
        return (Change(kind, (), before=before, after=after),) if before is not after else ()
    comparison = _Comparison(before, after, standing_changes(before, after, day, calendar))
    return tuple(comparison.of_blocks(before, after, (), ()))


@dataclass(frozen=True, slots=True)
class _Comparison:
    before: Engagement
    after: Engagement
    standings: Standings

    def of_blocks(
        self, before: Block | None, after: Block | None, path: tuple[str, ...], items: tuple[Item, ...]
    ) -> Iterator[Change]:
        for name in next(type(block).model_fields for block in (after, before) if block is not None):
            if name not in _NOT_COMPARED:
                old, new = getattr(before, name, None), getattr(after, name, None)
                yield from self._of_values(old, new, (*path, name), items)

    def _of_values(
        self, old: object, new: object, path: tuple[str, ...], items: tuple[Item, ...]
    ) -> Iterator[Change]:
        if isinstance(old, Block) or isinstance(new, Block):
            yield from self.of_blocks(_block(old), _block(new), path, items)
        elif _is_list(old) or _is_list(new):
            yield from self._of_lists(_blocks(old), _blocks(new), path, items)
        elif old != new and not (_is_nothing(old) and _is_nothing(new)):
            yield Change(ChangeKind.CHANGED, path, items, old, new)

    def _of_lists(
        self,
        before: tuple[Block, ...],
        after: tuple[Block, ...],
        path: tuple[str, ...],
        items: tuple[Item, ...],
    ) -> Iterator[Change]:
        block = path[-1]
        pairs = pair_items(block, before, after)
        old_ids, new_ids = self._ids(self.before, block, before), self._ids(self.after, block, after)
        for place, value in enumerate(after):
            item = Item(block, new_ids[place], value)
            if place in pairs:
                yield from self.of_blocks(before[pairs[place]], value, path, (*items, item))
            else:
                yield Change(ChangeKind.ADDED, path, (*items, item), after=value)
            if (block, place) in self.standings:
                old, new = self.standings[block, place]
                yield Change(ChangeKind.STANDING, path, (*items, item), old, new)
        for place, value in enumerate(before):
            if place not in pairs.values():
                gone = Item(block, old_ids[place], value)
                yield Change(ChangeKind.REMOVED, path, (*items, gone), before=value)

    def _ids(self, engagement: Engagement, block: str, values: tuple[Block, ...]) -> tuple[str, ...]:
        if block in PREFIXES:
            return ids_in(engagement, block)
        is_named = block == "milestones"
        return tuple(getattr(value, "id", "") if is_named else "" for value in values)


def _is_nothing(value: object) -> bool:
    """An empty list says as little as none; false and 0 say something."""
    return value is None or value == ()


def _block(value: object) -> Block | None:
    return value if isinstance(value, Block) else None


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, Block) for item in value)


def _blocks(value: object) -> tuple[Block, ...]:
    return value if isinstance(value, tuple) else ()
