"""How good chances were, once it is known how the deals ended (INSIGHTS.md, section 6, "Measures")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from generator.insights.portfolio.small_numbers import Interval, Rate, rate
from generator.insights.portfolio.student_t import mean_interval

LEVEL_NEEDS = 5


@dataclass(frozen=True, slots=True)
class Forecast:
    """One chance, from 0 to 1, and whether the deal was won."""

    id: str
    p: float
    won: bool

    @property
    def error(self) -> float:
        return self.p - self.won


@dataclass(frozen=True, slots=True)
class ForecastQuality:
    """brier is better the lower; skill is against quoting the win rate, 0 or below is no better.

    skill is None where all deals ended alike, the intervals where there is one deal only.
    """

    mean_p: float
    bias: float
    bias_interval: Interval | None
    brier: float
    brier_interval: Interval | None
    skill: float | None


@dataclass(frozen=True, slots=True)
class ReliabilityLevel:
    """All deals that were given this chance, and how many of them were won."""

    p: float
    won: Rate

    @property
    def says_something(self) -> bool:
        return self.won.n >= LEVEL_NEEDS


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The bias-corrected split of a Brier score: reliability − resolution + uncertainty is the score exactly.

    Parts may be below 0. uncorrected is the number of levels with one deal, to which no correction applies.
    """

    reliability: float
    resolution: float
    uncertainty: float
    uncorrected: int


def mean(values: Sequence[float]) -> float:
    """Of at least one value; the order does not matter."""
    return fsum(values) / len(values)


def fair_uncertainty(won: Sequence[bool]) -> float | None:
    """What always quoting the true win rate would score, estimated without bias; None for fewer than two deals."""
    n = len(won)
    if n < 2:
        return None
    share = sum(won) / n
    return share * (1 - share) * n / (n - 1)


def forecast_quality(forecasts: Sequence[Forecast]) -> ForecastQuality:
    """Of at least one forecast."""
    errors = [forecast.error for forecast in forecasts]
    squared = [error * error for error in errors]
    brier = mean(squared)
    uncertainty = fair_uncertainty([forecast.won for forecast in forecasts])
    return ForecastQuality(
        mean_p=mean([forecast.p for forecast in forecasts]),
        bias=mean(errors),
        bias_interval=mean_interval(errors),
        brier=brier,
        brier_interval=mean_interval(squared),
        skill=1 - brier / uncertainty if uncertainty else None,
    )


def reliability_levels(forecasts: Sequence[Forecast]) -> tuple[ReliabilityLevel, ...]:
    """From the lowest chance to the highest; every chance given is a level of its own."""
    levels: dict[float, list[Forecast]] = defaultdict(list)
    for forecast in forecasts:
        levels[forecast.p].append(forecast)
    return tuple(
        ReliabilityLevel(p, rate((forecast.id for forecast in given if forecast.won), len(given)))
        for p, given in sorted(levels.items())
    )


def decomposition(forecasts: Sequence[Forecast]) -> Decomposition:
    """Of at least two forecasts."""
    n = len(forecasts)
    share = sum(forecast.won for forecast in forecasts) / n
    levels = reliability_levels(forecasts)
    reliability = fsum(level.won.n / n * (level.p - _share(level)) ** 2 for level in levels)
    resolution = fsum(level.won.n / n * (_share(level) - share) ** 2 for level in levels)
    within = fsum(
        level.won.n / n * _share(level) * (1 - _share(level)) / (level.won.n - 1)
        for level in levels
        if level.won.n > 1
    )
    overall = share * (1 - share) / (n - 1)
    return Decomposition(
        reliability=reliability - within,
        resolution=resolution - within + overall,
        uncertainty=share * (1 - share) + overall,
        uncorrected=sum(level.won.n == 1 for level in levels),
    )


def _share(level: ReliabilityLevel) -> float:
    return level.won.k / level.won.n
