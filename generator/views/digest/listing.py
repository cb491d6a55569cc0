"""Long lists cut to what is read, with how many were cut: nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.views.wording import Wording

Row = TypeVar("Row")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """more tells how many rows are not listed, empty where all are."""

    rows: tuple[Row, ...] = ()
    more: str = ""


def listing(w: Wording, found: tuple[Found, ...], most: int, row: Callable[[Found], Row]) -> Listing[Row]:
    rest = len(found) - most
    return Listing(tuple(row(item) for item in found[:most]), w("common.more", n=rest) if rest > 0 else "")
