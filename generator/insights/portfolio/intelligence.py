"""What the team did not know before it quoted (INSIGHTS.md, section 8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.intel import IntelCoverage, IntelRow, intel_coverage
from generator.insights.portfolio.small_numbers import Rate, rate
from generator.insights.portfolio.windows import Window
from generator.notes.codes import Knowledge
from generator.notes.model import Engagement


@dataclass(frozen=True, slots=True)
class NotedIntel:
    engagement: Engagement
    coverage: IntelCoverage


@dataclass(frozen=True, slots=True)
class IntelGap:
    """One required item: in how many engagements it was unknown before the first quote or demo.

    left_out of the rate are engagements whose note does not say.
    """

    item: str
    unknown: Rate


@dataclass(frozen=True, slots=True)
class Silo:
    """What sales knew and presales did not; items are keys of the intelligence block."""

    engagement: Engagement
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IntelligenceGaps:
    """gaps: the most often unknown first. silos: newest note first. not_recorded have no intelligence block."""

    gaps: tuple[IntelGap, ...]
    silos: tuple[Silo, ...]
    engagements: tuple[NotedIntel, ...]
    not_recorded: tuple[str, ...]


def intelligence_gaps(
    engagements: Iterable[Engagement], required: tuple[str, ...], window: Window
) -> IntelligenceGaps:
    """Engagements of the window; required holds item keys."""
    within = tuple(engagement for engagement in engagements if window.holds(engagement.date))
    covered = ((engagement, intel_coverage(engagement, required)) for engagement in within)
    noted = tuple(
        NotedIntel(engagement, coverage) for engagement, coverage in covered if coverage is not None
    )
    gaps = tuple(_gap(item, noted) for item in required)
    silos = (Silo(row.engagement, row.coverage.silo) for row in noted if row.coverage.silo)
    return IntelligenceGaps(
        gaps=tuple(sorted(gaps, key=lambda gap: (-gap.unknown.k, -gap.unknown.n, required.index(gap.item)))),
        silos=tuple(sorted(silos, key=lambda silo: (-silo.engagement.date.toordinal(), silo.engagement.id))),
        engagements=noted,
        not_recorded=tuple(sorted(engagement.id for engagement in within if engagement.intel is None)),
    )


def _gap(item: str, noted: tuple[NotedIntel, ...]) -> IntelGap:
    known = {intel.engagement.id: _known_before(_row_of(item, intel.coverage)) for intel in noted}
    return IntelGap(
        item=item,
        unknown=rate(
            (name for name, before in known.items() if before is False),
            sum(before is not None for before in known.values()),
            (name for name, before in known.items() if before is None),
        ),
    )


def _row_of(item: str, coverage: IntelCoverage) -> IntelRow:
    return next(row for row in coverage.rows if row.name == item)


def _known_before(row: IntelRow) -> bool | None:
    """None where the note does not say; what is unknown to this day was so before."""
    if row.item is None:
        return None
    if row.item.known_before is None and row.item.status is Knowledge.UNKNOWN:
        return False
    return row.item.known_before
