"""How the numbers of a chart are written: alike in the picture, in Word's labels and in the workbook inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

_MOST_DECIMALS = 2


class NumberKind(StrEnum):
    COUNT = "count"
    PERCENT = "percent"  # a share from 0 to 1, written as a whole percentage
    MONEY = "money"  # in the unit that the axis names


@dataclass(frozen=True, slots=True)
class Number:
    """All numbers of an axis have the same decimals, so that they compare at a glance."""

    kind: NumberKind
    decimals: int

    def text(self, value: float) -> str:
        """Thousands separated, half to even, as in the documents."""
        exact = Decimal(str(value))
        if self.kind is NumberKind.PERCENT:
            return f"{(exact * 100).quantize(Decimal(1), ROUND_HALF_EVEN) + 0}%"
        return f"{exact.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_EVEN) + 0:,f}"

    @property
    def code(self) -> str:
        """The number format of SpreadsheetML (ECMA-376-1, 18.8.31)."""
        if self.kind is NumberKind.PERCENT:
            return "0%"
        return "#,##0" + ("." + "0" * self.decimals if self.decimals else "")


def number_of(kind: NumberKind, values: Sequence[float]) -> Number:
    """With the fewest decimals, at most two, that show every value as exactly as two would."""
    rounded = [round(value, _MOST_DECIMALS) for value in values]
    decimals = next(
        count for count in range(_MOST_DECIMALS + 1) if all(round(value, count) == value for value in rounded)
    )
    return Number(kind, 0 if kind is NumberKind.PERCENT else decimals)
