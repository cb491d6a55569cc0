"""Product gaps by the revenue that they block (INSIGHTS.md, section 7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from generator.insights.portfolio.amounts import currency_of
from generator.insights.portfolio.references import customers_of
from generator.insights.portfolio.small_numbers import sort_ids
from generator.notes.codes import AmountKind, FitLevel, OutcomeStatus, ReasonCategory, Severity
from generator.notes.model import Engagement

SEVERITIES = (Severity.BLOCKER, Severity.MAJOR, Severity.MINOR)
NOT_WON = frozenset({OutcomeStatus.LOST, OutcomeStatus.NO_DECISION})


@dataclass(frozen=True, slots=True)
class GapWeights:
    """0.6 for a blocker is a published default; the other two are proposals, not measured."""

    blocker: Decimal = Decimal("0.6")
    major: Decimal = Decimal("0.3")
    minor: Decimal = Decimal("0.1")

    def by_severity(self) -> dict[Severity, Fraction]:
        weights = {Severity.BLOCKER: self.blocker, Severity.MAJOR: self.major, Severity.MINOR: self.minor}
        return {severity: Fraction(weight) for severity, weight in weights.items()}


@dataclass(frozen=True, slots=True)
class GapShare:
    """The part of a deal's amount that falls to one of its gaps; None where the deal has no amount."""

    engagement: Engagement
    gap: str
    severity: Severity
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class GapRow:
    """One gap in one currency. lost and at_risk are apportioned, at_most is not.

    lost counts deals lost or without decision where the gap is a blocker and our reading is capability; at_risk
    counts open deals. deals names all that have the gap, also those lost for another reason. amount_kinds counts the
    kinds of the amounts in lost and at_risk, None where the note does not say; without_amount names the deals that
    would belong there and have none. newest is the day of the newest note.
    """

    gap: str
    currency: str
    lost: Decimal
    at_risk: Decimal
    at_most: Decimal
    lost_deals: tuple[str, ...]
    open_deals: tuple[str, ...]
    won_anyway: tuple[str, ...]
    deals: tuple[str, ...]
    customers: int
    amount_kinds: tuple[tuple[AmountKind | None, int], ...]
    without_amount: tuple[str, ...]
    newest: date


def gap_rows(
    engagements: Iterable[Engagement], currency: str, weights: GapWeights | None = None
) -> tuple[GapRow, ...]:
    """Most customers first, then by amount; amounts are ordered within a currency only.

    currency is that of deals which do not name one.
    """
    rows: dict[tuple[str, str], list[GapShare]] = defaultdict(list)
    by_severity = (weights or GapWeights()).by_severity()
    for engagement in engagements:
        for share in gap_shares(engagement, by_severity):
            rows[share.gap, currency_of(engagement, currency)].append(share)
    found = (_row(gap, code, tuple(shares)) for (gap, code), shares in rows.items())
    return tuple(sorted(found, key=_order))


def gap_shares(engagement: Engagement, weights: Mapping[Severity, Fraction]) -> tuple[GapShare, ...]:
    """One a gap, by name; together they are the deal's amount. A gap named twice counts as the worse of the two."""
    severities = _severities(engagement)
    if not severities:
        return ()
    amount = engagement.deal.amount if engagement.deal is not None else None
    total = sum((weights[severity] for severity in severities.values()), start=Fraction(0))
    return tuple(
        GapShare(
            engagement=engagement,
            gap=gap,
            severity=severity,
            share=Fraction(amount) * _part(weights[severity], total, len(severities))
            if amount is not None
            else None,
        )
        for gap, severity in severities.items()
    )


def _part(weight: Fraction, total: Fraction, count: int) -> Fraction:
    """Where a team weighs all gaps of a deal with 0, they share alike."""
    return weight / total if total else Fraction(1, count)


def _severities(engagement: Engagement) -> Mapping[str, Severity]:
    found: dict[str, Severity] = {}
    for fit in engagement.fit:
        if fit.gap is not None and fit.level is not FitLevel.STANDARD:
            named = found.get(fit.gap, Severity.MINOR), fit.severity or Severity.MINOR
            found[fit.gap] = min(named, key=SEVERITIES.index)
    return dict(sorted(found.items()))


def _row(gap: str, currency: str, shares: tuple[GapShare, ...]) -> GapRow:
    lost = tuple(share for share in shares if _blocked_it(share))
    at_risk = tuple(share for share in shares if share.engagement.outcome.status is OutcomeStatus.OPEN)
    won = tuple(share for share in shares if share.engagement.outcome.status is OutcomeStatus.WON)
    return GapRow(
        gap=gap,
        currency=currency,
        lost=_decimal(_sum(lost)),
        at_risk=_decimal(_sum(at_risk)),
        at_most=sum((_amount(share) for share in (*lost, *at_risk)), start=Decimal(0)),
        lost_deals=_names(lost),
        open_deals=_names(at_risk),
        won_anyway=_names(won),
        deals=_names(shares),
        customers=customers_of(tuple(share.engagement for share in shares)),
        amount_kinds=_amount_kinds((*lost, *at_risk)),
        without_amount=_names(tuple(share for share in (*lost, *at_risk) if share.share is None)),
        newest=max(share.engagement.date for share in shares),
    )


def _blocked_it(share: GapShare) -> bool:
    outcome = share.engagement.outcome
    return (
        outcome.status in NOT_WON
        and share.severity is Severity.BLOCKER
        and outcome.our_read is not None
        and outcome.our_read.category is ReasonCategory.CAPABILITY
    )


def _sum(shares: tuple[GapShare, ...]) -> Fraction:
    return sum((share.share for share in shares if share.share is not None), start=Fraction(0))


def _decimal(amount: Fraction) -> Decimal:
    return Decimal(amount.numerator) / Decimal(amount.denominator)


def _amount(share: GapShare) -> Decimal:
    deal = share.engagement.deal
    return deal.amount if deal is not None and deal.amount is not None else Decimal(0)


def _names(shares: tuple[GapShare, ...]) -> tuple[str, ...]:
    return sort_ids(share.engagement.id for share in shares)


def _amount_kinds(shares: tuple[GapShare, ...]) -> tuple[tuple[AmountKind | None, int], ...]:
    kinds = [
        share.engagement.deal.amount_kind
        for share in shares
        if share.share is not None and share.engagement.deal is not None
    ]
    return tuple((kind, kinds.count(kind)) for kind in (*AmountKind, None) if kind in kinds)


def _order(row: GapRow) -> tuple[object, ...]:
    return -row.customers, row.currency, -(row.lost + row.at_risk), row.gap
