"""What changed in a note, in a reader's words: `T2 probability 3 → 4`, `K1 kept`, `R2 now red`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from generator.insights.changes import Change, ChangeKind, Item
from generator.insights.commitments import Standing
from generator.insights.pairing import name_of
from generator.notes.model import WinScore
from generator.prose import Prose
from generator.source.fields import Code
from generator.states import Light
from generator.views.wording import Wording, number

# Texts longer than that are told by their new wording alone.
_SHORT = 30
_STATES = frozenset({"status", "verdict"})
_QUANTITIES = frozenset({"quantity", "weeks"})
_SPLITS = frozenset({"planned_split", "actual_split"})
_PEOPLE = frozenset({("stakeholders", "name")})


def changes_in_words(
    found: tuple[Change, ...],
    wording: Wording,
    money: Callable[[Decimal], str],
    *,
    show_names: bool = False,
) -> tuple[str, ...]:
    """A clause for each change. Names of customer staff only where they were asked for."""
    words = _Words(wording, money, show_names)
    return tuple(words.of(change) for change in found)


@dataclass(frozen=True, slots=True)
class _Words:
    w: Wording
    money: Callable[[Decimal], str]
    show_names: bool

    def of(self, change: Change) -> str:
        w = self.w
        match change.kind:
            case ChangeKind.ADDED | ChangeKind.REMOVED if not change.path:
                return w(f"changes.note_{change.kind}")
            case ChangeKind.ADDED | ChangeKind.REMOVED:
                return self._of_item(change)
            case ChangeKind.STANDING:
                return w("changes.now", item=self._item(change.items[-1]), state=self._state(change))
            case _:
                return self._of_value(change)

    def _of_item(self, change: Change) -> str:
        *outer, item = change.items
        what = self._spaced(self.w(f"changes.what.{item.block}"), item.id)
        text = self.w(f"changes.{change.kind}", what=what)
        name = self._name(item)
        within = " ".join(map(self._item, outer))
        full = self.w.labelled(text, name) if name else text
        return self.w.labelled(within, full) if within else full

    def _state(self, change: Change) -> str:
        match change.after:
            case Standing():
                return self.w.inside(self.w(f"commitments.standing.{change.after}"))
            case Light() if change.path == ("risks",):
                return self.w.inside(self.w(f"risks.level.{change.after}"))
            case _:
                return self.w(f"changes.light.{change.after}")

    def _of_value(self, change: Change) -> str:
        w, old, new = self.w, change.before, change.after
        item = self._subject(change)
        if change.path in _PEOPLE and not self.show_names:
            return w("changes.touched", item=item)
        if new is None or new == ():
            return w("changes.cleared", item=item)
        if isinstance(new, Prose):
            return w("changes.rewritten" if old else "changes.written", item=item)
        value = self._value(change.path, new)
        if change.path[-1] in _STATES:
            return w("changes.state", item=item, value=value)
        if old is None or old == ():
            return w("changes.set", item=item, value=value)
        before = self._value(change.path, old)
        if len(before) > _SHORT or len(value) > _SHORT:
            return w("changes.reworded", item=item, value=value)
        return w("changes.moved", item=item, before=before, after=value)

    def _subject(self, change: Change) -> str:
        """The items on the way and the key, such as `T2 action due`; what an item itself is needs no key: `K1 kept`."""
        path = change.path
        if path[0] == "intel" and not change.items:
            return self._spaced(self.w.intel(path[1]), self.w(f"changes.keys_of.intel.{path[-1]}"))
        in_group = f"changes.keys_of.{'.'.join(path[-2:])}"
        if in_group in self.w.labels.texts:
            key = self.w(in_group)
        else:
            is_state = path[-1] in _STATES and change.after is not None
            key = "" if is_state else self.w(f"changes.key.{path[-1]}")
        return self._spaced(*map(self._item, change.items), key)

    def _item(self, item: Item) -> str:
        """Its id, or what it is and its name."""
        if item.id:
            return item.id
        name = self._name(item)
        what = self.w(f"changes.what.{item.block}")
        return what + self.w("changes.quoted", name=name) if name else what

    def _name(self, item: Item) -> str:
        if isinstance(item.value, WinScore):
            side = self.w.within(item.value.by)
            return self.w("changes.score", side=side, p=item.value.p, day=item.value.on)
        return " ".join(str(part) for part in name_of(item.block, item.value) if part is not None)

    def _value(self, path: tuple[str, ...], value: object) -> str:
        w = self.w
        match value:
            case bool():
                return w.inside(w.flag(value))
            case Code():
                return w.within(value)
            case Decimal():
                return number(value) if path[-1] in _QUANTITIES else self.money(value)
            case tuple() if path[-1] in _SPLITS:
                return " / ".join(map(str, value))
            case tuple():
                return w.join(self._value(path, part) for part in value)
            case str() if path[-1] == "theme":
                return w.theme(value)
            case _:
                return str(value)

    def _spaced(self, *parts: str) -> str:
        return " ".join(part for part in parts if part)
