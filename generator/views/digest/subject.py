"""What a digest is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.insights.portfolio.adopting import WorkingPractice
from generator.insights.portfolio.figures import FigureRules, Figures
from generator.insights.portfolio.headline import Headline
from generator.insights.portfolio.proposals import Proposal
from generator.insights.portfolio.selection import Selection
from generator.views.digest.cases import Cases
from generator.views.wording import Wording


class Audience(StrEnum):
    """Who reads it: everybody in the company, or a partner, who learns nothing of a single customer."""

    COMPANY = "company"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a digest says, before it is in words; the same in both languages.

    span names the month or the days; figures, practices and asked are those that the audience may see, dropped counts
    the rows that it may not, withheld names the counts of the headline among them. blobs are the ids in git of the texts of the notes used, by note. has_history says
    whether history could be read.
    """

    span: str
    audience: Audience
    selection: Selection
    rules: FigureRules
    figures: Figures
    practices: tuple[WorkingPractice, ...]
    asked: tuple[Proposal, ...]
    headline: Headline
    before: Headline
    blobs: Mapping[str, str]
    has_history: bool = False
    dropped: int = 0
    withheld: frozenset[str] = frozenset()

    @property
    def day(self) -> date:
        return self.figures.now.until

    @property
    def is_for_partners(self) -> bool:
        return self.audience is Audience.PARTNER

    @property
    def is_quiet(self) -> bool:
        """No note is of the span: what stands in it is carried over."""
        return not self.headline.new


@dataclass(frozen=True, slots=True)
class DigestSubject:
    """charts is the path of a figure by its name."""

    facts: Facts
    wording: Wording
    cases: Cases
    show_names: bool = False
    company: str = ""
    charts: Mapping[str, str] = field(default_factory=dict)

    @property
    def figures(self) -> Figures:
        return self.facts.figures
