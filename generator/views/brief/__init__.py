"""The brief before a meeting, section by section (DOCUMENTS.md, "Pre-engagement brief")."""

from __future__ import annotations

from dataclasses import dataclass

from generator.notes.model import Engagement
from generator.views.brief.customer import CustomerSection, build_customer
from generator.views.brief.intel import IntelSection, build_intel
from generator.views.brief.lessons import LessonRow, build_lessons
from generator.views.brief.limits import build_limits
from generator.views.brief.meeting import Agenda, MeetingSection, build_agenda, build_meeting, score_rows
from generator.views.brief.questions import QuestionsSection, build_questions
from generator.views.brief.rivals import build_rivals
from generator.views.brief.similar import SimilarSection, build_similar
from generator.views.brief.subject import BriefSubject, Point
from generator.views.brief.value import ValueSection, build_value

__all__ = ["Brief", "brief_title", "build_brief"]


@dataclass(frozen=True, slots=True)
class Brief:
    """What the template `brief.md.j2` is handed. Lists that are empty mean that nothing is known.

    newcomer: one line where nothing at all is known of the industry, empty otherwise.
    """

    title: str
    byline: tuple[str, ...]
    newcomer: str
    meeting: MeetingSection
    intel: IntelSection
    customer: CustomerSection
    lessons: tuple[LessonRow, ...]
    limits: tuple[Point, ...]
    similar: SimilarSection
    questions: QuestionsSection
    value: ValueSection
    rivals: tuple[Point, ...]
    agenda: Agenda
    scores: tuple[str, ...]


def build_brief(subject: BriefSubject, engagements: tuple[Engagement, ...]) -> Brief:
    """engagements are all that are counted, as of the day, newest first."""
    return Brief(
        title=brief_title(subject),
        byline=_byline(subject),
        newcomer=_newcomer(subject, engagements),
        meeting=build_meeting(subject),
        intel=build_intel(subject),
        customer=build_customer(subject),
        lessons=build_lessons(subject),
        limits=build_limits(subject),
        similar=build_similar(subject),
        questions=build_questions(subject),
        value=build_value(subject),
        rivals=build_rivals(subject, engagements),
        agenda=build_agenda(subject),
        scores=score_rows(subject),
    )


def brief_title(subject: BriefSubject) -> str:
    """Whom it is for: the customer, else what is known of it."""
    w, prospect = subject.wording, subject.prospect
    whom = prospect.customer or w.join((prospect.industry or "", *prospect.products, *prospect.competitors))
    return w("brief.title", whom=whom)


def _byline(subject: BriefSubject) -> tuple[str, ...]:
    """When, how long and about what, as short texts."""
    w, prospect = subject.wording, subject.prospect
    pairs = (
        (
            "brief.facts.day",
            w.bracketed(str(subject.meeting.date), w("brief.minutes", n=subject.meeting.minutes)),
        ),
        ("brief.facts.industry", prospect.industry or ""),
        ("byline.products", w.join(prospect.products)),
        ("brief.facts.stage", w.code(prospect.stage)),
    )
    return tuple(w.labelled(w(key), text) for key, text in pairs if text)


def _newcomer(subject: BriefSubject, engagements: tuple[Engagement, ...]) -> str:
    w, similar = subject.wording, subject.around.similar
    if any(row.same_industry for row in similar):
        return ""
    if similar:
        return w("brief.new_industry_known_product", n=len(similar))
    return w("brief.new_industry", n=len(engagements))
