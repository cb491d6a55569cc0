"""What the last change of a note changed, for the documents that say it."""

from __future__ import annotations

from generator.history import Past
from generator.insights.as_of import engagement_as_of
from generator.insights.changes import changes
from generator.notes.reader import Note, read_note
from generator.views.changes import changes_in_words
from generator.views.subject import Subject


def last_changes(past: Past, note: Note, subject: Subject) -> tuple[str, ...]:
    """Both versions as of the day, in words; nothing for a note that did not change since it was added.

    Where there is no history, or the version before cannot be read, that is said instead.
    """
    w = subject.wording
    if not past.is_known:
        return (w("changes.no_history"),)
    file = past.previous(note.file)
    if file is None:
        return ()
    before = read_note(file, subject.day, w.themes).engagement
    if before is None:
        return (w("changes.unreadable"),)
    earlier = engagement_as_of(before, subject.day)
    found = changes(earlier, subject.engagement, subject.day, subject.calendar)
    return changes_in_words(found, w, subject.money, show_names=subject.show_names)
