"""Promises that went further than anybody had confirmed (INSIGHTS.md, section 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from generator.insights.portfolio.amounts import AmountSum, currency_of, sums_by_currency
from generator.insights.portfolio.promises import NotedPromise
from generator.insights.portfolio.small_numbers import Rate, rate
from generator.insights.portfolio.windows import Window
from generator.notes.codes import Channel, Gives

Key = TypeVar("Key", bound=Hashable)


class Flavour(StrEnum):
    """What an over-promise is about."""

    FEATURE = "feature"
    TIMELINE = "timeline"
    PRICE = "price"
    NOT_SAID = "not_said"


FLAVOURS = {
    Gives.CAPABILITY: Flavour.FEATURE,
    Gives.SERVICE: Flavour.FEATURE,
    Gives.DATE: Flavour.TIMELINE,
    Gives.PRICE: Flavour.PRICE,
}


@dataclass(frozen=True, slots=True)
class OverPromises:
    """Over the promises of something deliverable made in the window.

    process is known on the day of the promise, outcome lags by months, either is their union. flagged are its
    promises, newest first. extra_costs are those of the window that no quote holds. by_channel has None for promises
    without one; both tables hold only what occurs, in the order of the codes.
    """

    process: Rate
    outcome: Rate
    either: Rate
    flagged: tuple[NotedPromise, ...]
    extra_costs: tuple[AmountSum, ...]
    by_channel: tuple[tuple[Channel | None, Rate], ...]
    by_flavour: tuple[tuple[Flavour, Rate], ...]


def over_promises(noted: tuple[NotedPromise, ...], window: Window, currency: str) -> OverPromises:
    """currency is that of deals which do not name one."""
    made = tuple(
        promise
        for promise in noted
        if promise.state.deliverable and window.holds(promise.state.commitment.made_on)
    )
    flagged = tuple(promise for promise in made if _is_flagged(promise))
    return OverPromises(
        process=_rate(made, lambda promise: promise.state.process_flag),
        outcome=_rate(made, lambda promise: promise.state.outcome_flag),
        either=_rate(made, _is_flagged),
        flagged=tuple(sorted(flagged, key=_newest_first)),
        extra_costs=sums_by_currency(
            (currency_of(promise.engagement, currency), promise.state.commitment.extra_cost)
            for promise in made
            if promise.state.commitment.extra_cost and not promise.state.commitment.in_quote
        ),
        by_channel=_table(made, lambda promise: promise.state.commitment.channel, (*Channel, None)),
        by_flavour=_table(made, flavour_of, tuple(Flavour)),
    )


def flavour_of(promise: NotedPromise) -> Flavour:
    gives = promise.state.commitment.gives
    return Flavour.NOT_SAID if gives is None else FLAVOURS.get(gives, Flavour.NOT_SAID)


def _is_flagged(promise: NotedPromise) -> bool:
    return promise.state.process_flag or promise.state.outcome_flag


def _newest_first(promise: NotedPromise) -> tuple[object, ...]:
    return -promise.state.commitment.made_on.toordinal(), *promise.order


def _rate(made: tuple[NotedPromise, ...], is_flagged: Callable[[NotedPromise], bool]) -> Rate:
    return rate((promise.name for promise in made if is_flagged(promise)), len(made))


def _table(
    made: tuple[NotedPromise, ...], key_of: Callable[[NotedPromise], Key], order: tuple[Key, ...]
) -> tuple[tuple[Key, Rate], ...]:
    groups: dict[Key, list[NotedPromise]] = defaultdict(list)
    for promise in made:
        groups[key_of(promise)].append(promise)
    return tuple((key, _rate(tuple(groups[key]), _is_flagged)) for key in order if key in groups)
