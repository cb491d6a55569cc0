"""A note in which every key of the format is written, texts and large numbers as canaries that stand nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from generator.notes.model import Engagement
from generator.source.fields import Block
from generator.source.findings import Loc
from generator.source.keys import Group, Key, Scalar, Several, keys_of

OTHER_LESSON = "2026-01-other/L1"
DAYS = {
    "date": "2026-05-20", "decided_on": "2026-09-01", "start": "2026-07-06", "end": "2026-07-17",
    "made_on": "2026-06-01", "confirmed_on": "2026-05-30", "closed_on": "2026-06-20", "happened_on": "",
}  # fmt: skip
FIXED = {
    "schema": "1", "theme": "intel_gap", "currency": "CNY", "language": "zh", "happened_on": "", "in_quote": "no",
}  # fmt: skip
OPEN = {
    "id": "2026-05-canary", "outcome.decided_on": "", "attachments": [], "repeats": [OTHER_LESSON],
    "reused_lessons[].id": OTHER_LESSON, "milestones[].after": [], "stakeholders[].answered_by": [],
    "needs[].confidence": {"surface": "confirmed"}, "customer_share": "",
}  # fmt: skip


@dataclass(slots=True)
class Canaries:
    """Texts and numbers by the place where they stand; each is unique in the note and in the product."""

    at: dict[Loc, str] = field(default_factory=dict)

    def text(self, loc: Loc) -> str:
        number = len(self.at)
        # A word of its own, Chinese and Latin mixed, longer than a clause and without anything to escape.
        self.at[loc] = f"鸮{number:03d}号暗标zq{number:03d}kx静默"
        return self.at[loc]

    def number(self, loc: Loc) -> str:
        self.at[loc] = str(7_310_007 + 1_003 * len(self.at))
        return self.at[loc]


def write_every_key(overrides: dict[str, Any]) -> tuple[dict[str, Any], Canaries]:
    """A note as typed; overrides are values by path such as `commitments[].class`, applied to every item."""
    canaries = Canaries()
    note = _block(Engagement, (), "", canaries, OPEN | overrides)
    return note, canaries


def _block(
    block: type[Block], loc: Loc, path: str, canaries: Canaries, overrides: dict[str, Any]
) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for key in keys_of(block):
        here = f"{path}.{key.name}".lstrip(".")
        if here in overrides:
            value = overrides[here]
        else:
            value = _value(key, (*loc, key.name), here, canaries, overrides)
        if value not in ("", None):
            typed[key.name] = value
    typed["x-team"] = canaries.text((*loc, "x-team"))
    return typed


def _value(key: Key, loc: Loc, path: str, canaries: Canaries, overrides: dict[str, Any]) -> Any:
    if isinstance(key.holds, Several):
        least = key.holds.at_most or 1
        items = range(least)
        return [_item(key, (*loc, n), f"{path}[]", canaries, overrides) for n in items]
    return _item(key, loc, path, canaries, overrides)


def _item(key: Key, loc: Loc, path: str, canaries: Canaries, overrides: dict[str, Any]) -> Any:
    if path in overrides:
        return overrides[path]
    if isinstance(key.item, Group):
        return _block(key.item.block, loc, path, canaries, overrides)
    return _scalar(key, key.item, loc, canaries)


def _scalar(key: Key, scalar: Scalar, loc: Loc, canaries: Canaries) -> Any:
    words = scalar.words.en
    if key.name in FIXED:
        return FIXED[key.name]
    if scalar.codes is not None:
        return next(iter(scalar.codes)).value
    if "date" in words:
        return DAYS.get(key.name, "2026-06-10")
    if "yes or no" in words:
        return "yes"
    if "whole number" in words:
        return "3"
    if words in {"an amount of money", "a number"}:
        return canaries.number(loc)
    if " id" in words:
        return "M1" if loc[0] == "milestones" and key.name == "id" else ""
    text = canaries.text(loc)
    return f"头\n\n- 一\n    - {text}" if "prose" in words else text


def spelled(number: str) -> Iterator[str]:
    """A large number as a document might write it."""
    value = Decimal(number)
    yield number
    yield f"{value:,}"
    yield f"{value / 10_000:.2f}万"
    yield f"{value / 10_000:f}"
    yield f"{value / 1_000:,.2f}"
