"""What stands at the head of every document of one note."""

from __future__ import annotations

from generator.notes.model import Engagement
from generator.views.subject import Subject
from generator.views.wording import Wording


def title_of(subject: Subject) -> str:
    return headline(subject.engagement, subject.wording)


def headline(engagement: Engagement, wording: Wording) -> str:
    """The note's title, else customer and products."""
    return engagement.title or f"{engagement.customer.name} · {wording.join(engagement.products)}"


def byline(subject: Subject) -> tuple[str, ...]:
    """Who, when and as of which day, as short texts; for internal documents."""
    w, engagement = subject.wording, subject.engagement
    customer = engagement.customer
    place = w.aside((customer.industry, customer.region or ""))
    return (
        w.labelled(w("byline.customer"), w.bracketed(customer.name, place)),
        w.labelled(w("byline.products"), w.join(engagement.products)),
        w.labelled(w("byline.date"), str(engagement.date)),
        w.labelled(w("byline.people"), w.join((engagement.presales, engagement.sales))),
        w.labelled(w("byline.reviewed_by"), engagement.reviewed_by or w("byline.not_reviewed")),
        w.labelled(w("byline.as_of"), str(subject.day)),
    )
