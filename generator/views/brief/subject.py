"""What a brief is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.insights.matching import MatchedLesson
from generator.insights.preparation.surroundings import Surroundings
from generator.insights.prospect import Prospect
from generator.insights.win_scores import ScoringRule
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement
from generator.states import Light
from generator.views.customers import alias_of
from generator.views.subject import Subject
from generator.views.wording import Chip, Wording


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that is planned; people are roles as typed."""

    date: date
    minutes: int
    goal: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A line of a list: what it is about, its state if it has one, and what there is to say."""

    head: str
    text: str
    state: Chip | None = None


@dataclass(frozen=True, slots=True)
class BriefSubject:
    """The meeting, and what is known on the day before it. lessons are those chosen to be shown, the best first.

    The settings are those of Subject.
    """

    meeting: Meeting
    prospect: Prospect
    around: Surroundings
    lessons: tuple[MatchedLesson, ...]
    day: date
    wording: Wording
    calendar: Calendar
    scoring: ScoringRule
    required_intel: tuple[str, ...]
    currency: str
    show_names: bool = False
    company: str = ""

    @property
    def prepared(self) -> Engagement | None:
        return self.around.prepared

    @property
    def newest(self) -> Engagement | None:
        """The note that tells most about this customer now."""
        return self.prepared or (self.around.own[0] if self.around.own else None)

    def of(self, engagement: Engagement) -> Subject:
        """The engagement as documents of one note word it."""
        return Subject(
            engagement=engagement,
            day=self.day,
            wording=self.wording,
            calendar=self.calendar,
            scoring=self.scoring,
            required_intel=self.required_intel,
            currency=self.currency,
            show_names=self.show_names,
            company=self.company,
        )

    def place(self, engagement: Engagement, item: str = "") -> str:
        """`L2` for the deal itself, `note-id/L2` for its customer; of another one only its alias, with the month."""
        if self.prepared is not None and engagement.id == self.prepared.id:
            return item or self.wording("brief.this_deal")
        if any(own.id == engagement.id for own in self.around.own):
            return f"{engagement.id}/{item}" if item else engagement.id
        return f"{alias_of(engagement.customer, self.wording.language)} {engagement.date:%Y-%m}"


def counted(light: Light, text: str, k: int) -> Chip:
    """A count whose light shows only where there is something to count."""
    return Chip(light if k else Light.GREEN, text)
