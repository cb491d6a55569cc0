"""The sum behind the return on investment (INSIGHTS.md, section 9, "ROI check")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.notes.model import Benefit, Engagement

MONTHS = Decimal(12)


@dataclass(frozen=True, slots=True)
class BenefitSum:
    """amount is a year's benefit; None where quantity or unit value is missing."""

    benefit: Benefit
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class ValueCase:
    """Amounts are in the deal's currency and exact; payback is not rounded.

    annual_benefit sums the complete benefits, None when there is none. payback_months is None without an investment
    or a benefit above 0. own_share, from 0 to 1, is the part that rests on our own estimate, None when there is
    nothing to share out. confirmed_by_customer is None where the note does not say.
    """

    benefits: tuple[BenefitSum, ...]
    annual_benefit: Decimal | None
    investment: Decimal | None
    payback_months: Decimal | None
    own_estimate: Decimal
    own_share: Decimal | None
    confirmed_by_customer: bool | None

    @property
    def incomplete(self) -> tuple[Benefit, ...]:
        """Benefits that no sum could be made of."""
        return tuple(row.benefit for row in self.benefits if row.amount is None)


def value_case(engagement: Engagement) -> ValueCase | None:
    """None without the `roi` block."""
    roi = engagement.roi
    if roi is None:
        return None
    sums = tuple(BenefitSum(benefit, _amount(benefit)) for benefit in roi.benefits)
    complete = tuple(row.amount for row in sums if row.amount is not None)
    annual = sum(complete, start=Decimal(0)) if complete else None
    own = sum(
        (row.amount for row in sums if row.amount is not None and row.benefit.own_estimate),
        start=Decimal(0),
    )
    return ValueCase(
        benefits=sums,
        annual_benefit=annual,
        investment=roi.investment,
        payback_months=roi.investment / annual * MONTHS if annual and roi.investment is not None else None,
        own_estimate=own,
        own_share=own / annual if annual else None,
        confirmed_by_customer=roi.confirmed_by_customer,
    )


def _amount(benefit: Benefit) -> Decimal | None:
    if benefit.quantity is None or benefit.unit_value is None:
        return None
    return benefit.quantity * benefit.unit_value
