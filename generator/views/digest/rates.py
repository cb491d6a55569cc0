"""How much of a rate is printed (INSIGHTS.md, section 0, "Display ladder")."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.insights.portfolio.amounts import AmountSum
from generator.insights.portfolio.small_numbers import Interval, Ladder, Rate
from generator.views.digest.subject import DigestSubject
from generator.views.wording import Wording


def rate_text(subject: DigestSubject, rate: Rate) -> str:
    """Below five cases these; below twenty `k of n` with its interval; from there a percentage with it."""
    w = subject.wording
    if rate.n == 0:
        return w("digest.rate.none")
    if rate.ladder is Ladder.LIST:
        cases = "" if subject.facts.is_for_partners else subject.cases.listed(rate.ids)
        counted = w.k_of_n(rate.k, rate.n)
        return w.labelled(counted, cases) if cases else counted
    return bare_rate(w, rate)


def bare_rate(w: Wording, rate: Rate) -> str:
    """The same without the cases."""
    if rate.n == 0:
        return w("digest.rate.none")
    counted = w.k_of_n(rate.k, rate.n)
    if rate.ladder is Ladder.LIST:
        return counted
    interval = interval_text(Interval(rate.low, rate.high))
    if rate.ladder is Ladder.COUNT:
        return w.bracketed(counted, interval)
    return w.bracketed(percent(rate.k / rate.n), w.aside((interval, counted)))


def interval_text(interval: Interval) -> str:
    """`46–75%`."""
    return f"{percent(interval.low)[:-1]}–{percent(interval.high)}"


def percent(part: float) -> str:
    return f"{part * 100:.0f}%"


def signed(value: float, digits: int = 0) -> str:
    """With its sign; a true minus."""
    return f"{value:+.{digits}f}".replace("-", "−")


def amounts_text(w: Wording, sums: Iterable[AmountSum]) -> str:
    """A total a currency; they are never added."""
    return w.join(w.money(amount.total, amount.currency) for amount in sums)


def money_or_nothing(w: Wording, amount: Decimal, currency: str) -> str:
    return w.money(amount, currency) if amount else ""
