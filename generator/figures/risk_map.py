"""The 5 × 5 map of risks: which risk stands where, before and after its action."""

from __future__ import annotations

from dataclasses import dataclass

from generator.states import Light


@dataclass(frozen=True, slots=True)
class RiskMapCell:
    """inherent and residual are the names of the risks that stand here, in the order of drawing."""

    light: Light
    inherent: tuple[str, ...]
    residual: tuple[str, ...]

    @property
    def text(self) -> str:
        """Names; those of residual positions in brackets."""
        return " ".join((*self.inherent, *(f"({name})" for name in self.residual)))


@dataclass(frozen=True, slots=True)
class RiskMap:
    """rows from probability 5 down to 1, each with the cells of impact 1 to 5.

    probability and impact are the words of the axes; legend explains brackets and shapes in words.
    """

    rows: tuple[tuple[RiskMapCell, ...], ...]
    probability: str
    impact: str
    legend: str
