"""The retrospective of one engagement, section by section (DOCUMENTS.md)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.retrospective.aims import Aims, build_aims
from generator.views.retrospective.collaboration import Collaboration, build_collaboration
from generator.views.retrospective.completeness import Completeness, build_completeness
from generator.views.retrospective.conclusion import Conclusion, build_conclusion
from generator.views.retrospective.fit import FitSection, build_fit
from generator.views.retrospective.intel import IntelSection, build_intel
from generator.views.retrospective.lessons import Lessons, Reuse, build_lessons, build_reuse
from generator.views.retrospective.needs import Needs, build_needs
from generator.views.retrospective.people import DecisionChain, build_decision_chain
from generator.views.retrospective.promises import Promises, build_promises
from generator.views.retrospective.risks import Delivery, build_delivery
from generator.views.retrospective.win import WinSection, build_win
from generator.views.subject import Subject
from generator.views.titles import byline, title_of

__all__ = ["Retrospective", "build_retrospective"]

# A note with no more than the required keys makes two pages in all.
MOST_MISSING = 10


@dataclass(frozen=True, slots=True)
class Retrospective:
    """What the template `retrospective.md.j2` is handed. A section that the note does not record is None or empty.

    byline: who, when and which stage, as short texts; x: the team's own keys of the note.
    """

    title: str
    byline: tuple[str, ...]
    conclusion: Conclusion
    aims: Aims
    needs: Needs
    fit: FitSection
    decision_chain: DecisionChain
    intel: IntelSection | None
    promises: Promises
    delivery: Delivery
    collaboration: Collaboration
    win: WinSection | None
    lessons: Lessons
    reuse: Reuse | None
    completeness: Completeness
    x: dict[str, object]

    @property
    def is_long(self) -> bool:
        """Whether the sections fill pages of their own, so that the bottom line gets the first one to itself."""
        return len(self.completeness.missing) < MOST_MISSING


def build_retrospective(subject: Subject) -> Retrospective:
    return Retrospective(
        title=title_of(subject),
        byline=byline(subject),
        conclusion=build_conclusion(subject),
        aims=build_aims(subject),
        needs=build_needs(subject),
        fit=build_fit(subject),
        decision_chain=build_decision_chain(subject),
        intel=build_intel(subject),
        promises=build_promises(subject),
        delivery=build_delivery(subject),
        collaboration=build_collaboration(subject),
        win=build_win(subject),
        lessons=build_lessons(subject),
        reuse=build_reuse(subject),
        completeness=build_completeness(subject),
        x=subject.engagement.x,
    )
