"""What of a workspace needs somebody on a day."""

from __future__ import annotations

from datetime import date

from generator.build.library import Library
from generator.build.portfolio import read_portfolio
from generator.build.subjects import rules_of
from generator.insights.portfolio.attention import Attention, attention


def read_attention(library: Library, day: date) -> tuple[Attention, int]:
    """And how many notes it was read from; unfinished and restricted ones are among them."""
    portfolio = read_portfolio(library, day, restricted=True, with_unfinished=True)
    calendar = rules_of(library.workspace).calendar
    return attention(portfolio.selection.used, day, calendar, portfolio.unfinished), len(
        portfolio.selection.used
    )
