"""Student's t for whole degrees of freedom, where its distribution is a finite sum (Abramowitz and Stegun, 26.7.3–4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import atan, fsum, pi, sqrt

from generator.insights.portfolio.small_numbers import Interval

TWO_SIDED_95 = 0.975
# Halvings of a bracket: more than a double has bits.
HALVINGS = 64


def t_probability(t: float, degrees: int) -> float:
    """The chance of at most t."""
    cosine_squared = degrees / (degrees + t * t)
    sine = t / sqrt(degrees + t * t)
    is_odd = degrees % 2 == 1
    term = sqrt(cosine_squared) if is_odd else 1.0
    total = 0.0 if degrees == 1 else term
    for factor in range(3 if is_odd else 2, degrees - 1, 2):
        term *= cosine_squared * (factor - 1) / factor
        total += term
    inside = 2 / pi * (atan(t / sqrt(degrees)) + sine * total) if is_odd else sine * total
    return (1 + inside) / 2


@lru_cache(maxsize=64)
def t_quantile(probability: float, degrees: int) -> float:
    """The t with this chance of at most it, for chances from one half to below 1."""
    low, high = 0.0, 1.0
    while t_probability(high, degrees) < probability:
        low, high = high, high * 2
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if t_probability(middle, degrees) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def mean_interval(values: Sequence[float]) -> Interval | None:
    """95 % around the mean; None for fewer than two values. The order of the values does not matter."""
    n = len(values)
    if n < 2:
        return None
    mean = fsum(values) / n
    deviation = sqrt(fsum((value - mean) ** 2 for value in values) / (n - 1))
    half_width = t_quantile(TWO_SIDED_95, n - 1) * deviation / sqrt(n)
    return Interval(mean - half_width, mean + half_width)
