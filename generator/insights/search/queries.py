"""What somebody types -> what must be found.

Words are all required. A word of a script without spaces is found anywhere; any other word at the start of a word, in
any form that plain English endings give it. A phrase, in quotes or with spaces inside, is found as it is. A word of the
vocabulary is found by what the other language says, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.insights.search.folding import WORD_LETTER, beginning, fold, is_unspaced, stem
from generator.insights.search.vocabulary import translations_of

_QUOTED = re.compile('"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』')
_SEPARATORS = re.compile(r"[\s,;，、；。？！]+")
_LETTER, _LETTERS = re.compile(WORD_LETTER), re.compile(rf"{WORD_LETTER}*")
OUT_OF_A_WORD, BY_ITS_BEGINNING, TRANSLATED = 1.0, 0.7, 0.5


class Found(NamedTuple):
    """Where in a folded text, and what it is worth from 0 to 1."""

    start: int
    end: int
    worth: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A folded text to be found anywhere."""

    text: str
    worth: float = OUT_OF_A_WORD

    @property
    def needle(self) -> str:
        """What a text that has it surely holds."""
        return self.text

    def find(self, folded: str) -> Iterator[Found]:
        start = folded.find(self.text)
        while start >= 0:
            yield Found(start, start + len(self.text), self.worth)
            start = folded.find(self.text, start + len(self.text))


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word to be found where a word begins; the whole word in any form is worth more than its beginning."""

    text: str
    worth: float = OUT_OF_A_WORD

    @property
    def needle(self) -> str:
        return beginning(self.text)

    def find(self, folded: str) -> Iterator[Found]:
        needle, own = self.needle, stem(self.text)
        start = folded.find(needle)
        while start >= 0:
            end = _LETTERS.match(folded, start).end()  # type: ignore[union-attr]  # it takes none, too
            if not start or not _LETTER.match(folded, start - 1):
                word = folded[start:end]
                if stem(word) == own:
                    yield Found(start, end, self.worth)
                elif word.startswith(self.text):
                    yield Found(start, start + len(self.text), self.worth * BY_ITS_BEGINNING)
            start = folded.find(needle, end)


Form = Piece | Word


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found, as typed, in one of its forms."""

    typed: str
    forms: tuple[Form, ...]

    def find(self, folded: str) -> Iterator[tuple[Found, Form]]:
        """Every place, with the form that stands there."""
        for form in self.forms:
            for found in form.find(folded):
                yield found, form


@dataclass(frozen=True, slots=True)
class Query:
    terms: tuple[Term, ...]


def read_query(words: Iterable[str]) -> Query:
    """Each word as the command line gives it; what holds no word at all asks for nothing."""
    terms = (term for word in words for term in _terms(word))
    return Query(tuple({term.forms: term for term in terms}.values()))


def _terms(typed: str) -> Iterator[Term]:
    rest = _QUOTED.sub(" ", typed)
    for quoted in _QUOTED.finditer(typed):
        yield from _phrase(next(part for part in quoted.groups() if part is not None))
    if rest == typed and len(typed.split()) > 1:
        yield from _phrase(typed)
        return
    for part in _SEPARATORS.split(rest):
        folded = fold(part)
        if is_unspaced(folded) or not _LETTERS.fullmatch(folded.replace(" ", "")):
            yield from _phrase(part)
        else:
            yield from _words(part, folded)


def _phrase(typed: str) -> Iterator[Term]:
    folded = fold(typed)
    if folded:
        yield Term(typed, (Piece(folded), *_translated(folded)))


def _words(typed: str, folded: str) -> Iterator[Term]:
    """`over-promise` is two words, of which the vocabulary knows another name as a whole."""
    together = _translated(folded)
    for word in folded.split():
        yield Term(word if " " in folded else typed, (Word(word), *(together or _translated(word))))


def _translated(folded: str) -> tuple[Form, ...]:
    return tuple(
        Piece(other, TRANSLATED) if is_unspaced(other) or " " in other else Word(other, TRANSLATED)
        for other in translations_of(folded)
    )
