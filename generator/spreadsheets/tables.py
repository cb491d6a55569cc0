"""What every writer of tables is handed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """name is that of the sheet or file; keys are for programs, heads for people; each row is as long as they."""

    name: str
    keys: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
