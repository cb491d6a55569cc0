"""Everything that is replaced within one text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Language
from generator.redaction.amounts import Scale
from generator.redaction.contacts import contact_spans, number_spans, without_pictures
from generator.redaction.people import parts_of
from generator.redaction.renaming import Ids
from generator.redaction.roster import Finder, Roster
from generator.redaction.spans import replace_spans


@dataclass(frozen=True, slots=True)
class Workbook:
    """What holds for a whole copy. themes: a team's own theme by each of its names -> its code."""

    roster: Roster
    scale: Scale
    ids: Ids
    themes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Redactor:
    """For the texts of one file, of which finder knows the names."""

    book: Workbook
    finder: Finder
    language: Language

    @classmethod
    def of(cls, book: Workbook, whole: str, language: Language) -> Redactor:
        """whole is the text of the file."""
        return cls(book, book.roster.within(whole), language)

    def text(self, text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        spans = (
            *contact_spans(text),
            *self.finder.spans(text, self.language),
            *self.book.scale.spans(text),
            *number_spans(text),
        )
        return replace_spans(text, spans)

    def prose(self, text: str) -> str:
        return self.text(without_pictures(text))

    def name(self, value: str) -> str:
        """The value of a key that holds a name, or names of several people."""
        known = self.book.roster.named(value)
        if known is not None:
            return known.in_(self.language)
        people = [self.book.roster.named(part) for part in parts_of(value)]
        named = dict.fromkeys(person.in_(self.language) for person in people if person is not None)
        return ("、" if self.language == "zh" else ", ").join(named) if named else self.text(value)

    def amount(self, value: str) -> str:
        return replace_spans(value, self.book.scale.spans(value, is_money=True))
