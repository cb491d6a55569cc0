"""What a document of one note is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.insights.win_scores import ScoringRule
from generator.insights.working_days import Calendar
from generator.notes.codes import OutcomeStatus
from generator.notes.model import Engagement, Stakeholder
from generator.notes.shown import ShownRecord
from generator.views.wording import Wording

LIVE = frozenset({OutcomeStatus.OPEN, OutcomeStatus.WON})


@dataclass(frozen=True, slots=True)
class CitedLesson:
    """A lesson of another note that this one cites; customer is its alias."""

    customer: str
    text: str


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture of the note under its name beside the document."""

    path: str
    caption: str
    shareable: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """The engagement as of the day, and the settings of its workspace that its figures depend on.

    blob is the id of the note's text in git; hints are what would make the note more useful, changes what the last
    commit changed, both worded; cited is keyed by `note-id/L2`; figures is the path of a figure by its name;
    company is ours, empty where presales.yaml names none; briefs were made for the engagement, the earliest first.
    """

    engagement: Engagement
    day: date
    wording: Wording
    calendar: Calendar
    scoring: ScoringRule
    required_intel: tuple[str, ...]
    currency: str
    blob: str = ""
    show_names: bool = False
    hints: tuple[str, ...] = ()
    cited: Mapping[str, CitedLesson] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[PictureFile, ...] = ()
    changes: tuple[str, ...] = ()
    company: str = ""
    briefs: tuple[ShownRecord, ...] = ()

    @property
    def is_live(self) -> bool:
        """Open or won: what is late or red still matters."""
        return self.engagement.outcome.status in LIVE

    def money(self, amount: Decimal | None) -> str:
        """Empty for None; in the deal's currency, else the workspace's."""
        deal = self.engagement.deal
        currency = (deal.currency if deal else None) or self.currency
        return "" if amount is None else self.wording.money(amount, currency)

    def person(self, person: Stakeholder) -> str:
        """The role, with the name only where names were asked for."""
        if self.show_names and person.name:
            return self.wording.bracketed(person.role, person.name)
        return person.role
