"""Section 7: product gaps by the revenue that they block or put at risk."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.portfolio.product_gaps import GapRow
from generator.views.digest.charts import GAPS, gap_chart
from generator.views.digest.listing import Listing, listing
from generator.views.digest.rates import money_or_nothing
from generator.views.digest.subject import DigestSubject

MOST_GAPS = 8


@dataclass(frozen=True, slots=True)
class GapLine:
    """deals: how many were lost, are open and were won in spite of it; kind: estimate or quoted."""

    gap: str
    customers: int
    deals: str
    lost: str
    at_risk: str
    at_most: str
    newest: str


@dataclass(frozen=True, slots=True)
class GapsSection:
    """chart is a path, empty where there is too little to draw."""

    gaps: Listing[GapLine]
    chart: str
    chart_says: str


def build_gaps(subject: DigestSubject) -> GapsSection:
    drawn = gap_chart(subject)
    return GapsSection(_gaps(subject), subject.charts.get(GAPS, ""), drawn.summary if drawn else "")


def _gaps(subject: DigestSubject) -> Listing[GapLine]:
    """Those that cost money, put it at risk or were met at two customers; the others are counted."""
    w, found = subject.wording, subject.figures.gaps
    told = tuple(row for row in found if row.lost or row.at_risk or row.customers > 1)
    shown = listing(w, told, MOST_GAPS, lambda row: _line(subject, row))
    rest = len(found) - len(shown.rows)
    return Listing(shown.rows, w("digest.more_gaps", n=rest) if rest else "")


def _line(subject: DigestSubject, row: GapRow) -> GapLine:
    w = subject.wording
    deals = (
        w("digest.gap.lost", n=len(row.lost_deals)) if row.lost_deals else "",
        w("digest.gap.open", n=len(row.open_deals)) if row.open_deals else "",
        w("digest.gap.won", n=len(row.won_anyway)) if row.won_anyway else "",
    )
    at_most = money_or_nothing(w, row.at_most, row.currency)
    kinds = w.aside(
        w("digest.amount_kind", kind=w.within(kind) if kind else w("digest.kind_unknown"), n=count)
        for kind, count in row.amount_kinds
    )
    return GapLine(
        gap=row.gap,
        customers=row.customers,
        deals=w.join(deals) or w("digest.gap.named", n=len(row.deals)),
        lost=money_or_nothing(w, row.lost, row.currency),
        at_risk=money_or_nothing(w, row.at_risk, row.currency),
        at_most=w.bracketed(at_most, kinds) if at_most else "",
        newest=str(row.newest),
    )
