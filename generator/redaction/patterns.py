"""A name as it may stand in a text: in any width, letter case and spacing, and still as a word of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import accumulate

from generator.notes.names import WORDS_OF_TITLES
from generator.redaction.folding import Traced, squash
from generator.source.fields import is_wide

SHORTEST_WIDE, SHORTEST_NARROW = 2, 3
_BETWEEN_WORDS = re.compile(r"[-\s_.·•'’&+]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")
# After these a surname starts a word, in 双方总部 and 允许工程师 it does not.
_BEFORE_NAMES = frozenset("由和与跟找问请向给让被是的了在叫及")
_ENDS_A_SENTENCE = frozenset(".!?。！？:：|>*#-")


class Context(Enum):
    ANYWHERE = "anywhere"
    AFTER_A_WORD = "after a word"
    WITHIN_A_SENTENCE = "within a sentence"


@dataclass(frozen=True, slots=True)
class Pattern:
    """needle is squashed: a text that does not hold it needs no look. gaps are the places in it where spaces may stand.

    forms are the ways in which capitals may be set, none where it does not matter.
    """

    needle: str
    gaps: tuple[int, ...]
    forms: tuple[str, ...] = ()
    context: Context = Context.ANYWHERE

    def find(self, traced: Traced) -> Iterator[tuple[int, int]]:
        """Where it stands in the text as typed: start and end."""
        start = traced.small.find(self.needle)
        while start >= 0:
            end = start + len(self.needle)
            place, past = traced.at[start], traced.at[end - 1] + 1
            if (
                (not self.forms or traced.typed[start:end] in self.forms)
                and _parts_fit(self, traced, start, end)
                and _is_word(traced.text, place, past)
                and _fits(self.context, traced.text, place, past)
            ):
                yield place, past
            start = traced.small.find(self.needle, start + 1)


def any_spelling(name: str, context: Context = Context.ANYWHERE) -> Pattern | None:
    """None for a name too short to be one wherever it stands."""
    needle = squash(name)
    if len(needle) < (SHORTEST_NARROW if needle.isascii() else SHORTEST_WIDE):
        return None
    words = [squash(word) for word in _BETWEEN_WORDS.split(name)]
    return Pattern(needle, tuple(accumulate(len(word) for word in words)), (), context)


def as_typed(word: str, context: Context = Context.ANYWHERE) -> Pattern | None:
    """In the letters as typed, or all in capitals."""
    if len(squash(word)) < SHORTEST_NARROW:
        return None
    typed = _BETWEEN_WORDS.sub("", word)
    spelled = any_spelling(word)
    gaps = spelled.gaps if spelled else ()
    return Pattern(squash(word), gaps, tuple(dict.fromkeys((typed, typed.upper()))), context)


def _parts_fit(pattern: Pattern, traced: Traced, start: int, end: int) -> bool:
    """Spaces may stand between words, beside Chinese characters, or between all letters."""
    at = traced.at
    between = (traced.text[at[n - 1] + 1 : at[n]] for n in range(start + 1, end))
    parted = [n for n, found in enumerate(between, start + 1) if _BETWEEN_WORDS.search(found)]
    if len(parted) == end - start - 1:
        return True
    return all(
        n - start in pattern.gaps or is_wide(traced.small[n]) or is_wide(traced.small[n - 1]) for n in parted
    )


def _is_word(text: str, start: int, end: int) -> bool:
    """As far as its script tells where words end."""
    if end < len(text) and _goes_on(text[end - 1], text[end]):
        return False
    if start and _goes_on(text[start], text[start - 1]):
        return False
    words = WORDS_OF_TITLES.get(text[end - 1])
    return words is None or not _compiled(words).match(text, end)


def _goes_on(letter: str, neighbour: str) -> bool:
    return neighbour.isalnum() and not is_wide(letter) and not _WIDE.match(neighbour)


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def _fits(context: Context, text: str, start: int, end: int) -> bool:
    before = text[:start]
    match context:
        case Context.ANYWHERE:
            return True
        case Context.AFTER_A_WORD:
            return not before or not _WIDE.match(before[-1]) or before[-1] in _BEFORE_NAMES
        case Context.WITHIN_A_SENTENCE:
            # Where any word has a capital it is no name, nor where it is a month beside its day or year.
            spoken = before.rstrip()
            is_date = spoken[-1:].isdigit() or text[end:].lstrip()[:1].isdigit()
            return spoken != before and spoken[-1:] not in {"", *_ENDS_A_SENTENCE} and not is_date
