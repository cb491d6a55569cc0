"""Whether a number or a name stands in a text as one of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.leaks.folding import SHORTEST_CLAUSE, fold_but_spaces, without_spaces

_CURRENCIES = ("yuan", "rmb", "cny", "usd", "eur", "euro", "dollar")
_UNSEEN_IN_WORDS = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]+")


def stands_alone(number: str, text: str) -> bool:
    """Whether it is there without being a part of a longer one. Both are folded."""
    start = text.find(number)
    while start >= 0:
        end = start + len(number)
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        if not _joins(before[::-1]) and not _joins(after) and not _is_cut(number, text, end):
            return True
        start = text.find(number, start + 1)
    return False


def stands_as_words(needle: str, shown: str, spaced: str) -> bool:
    """Whether a needle that is in the text without its spaces is there for a reader too: "Torn" is not in "it or not".

    shown is the value as typed, spaced the text folded but for its spaces. Long needles, and such in scripts that
    write no spaces, are there wherever they are found.
    """
    if len(needle) >= SHORTEST_CLAUSE or not needle.isascii():
        return True
    text = _UNSEEN_IN_WORDS.sub("", spaced)
    return any(pattern.search(text) for pattern in _patterns(needle, shown))


@lru_cache(maxsize=1024)
def _patterns(needle: str, shown: str) -> tuple[re.Pattern[str], ...]:
    """As it was typed, and with spaces anywhere but from the start of a word to the end of one."""
    words = [re.escape(without_spaces(word)) for word in fold_but_spaces(shown).split()]
    spread = r"\s*".join(map(re.escape, needle))
    return re.compile(r"\s*".join(words)), re.compile(rf"(?<![a-z0-9]){spread}(?![a-z0-9])")


def _is_cut(number: str, text: str, end: int) -> bool:
    """Whether the unit of a number is the beginning of another word: 2m of 2months, but not of 2myuan."""
    unit, follower = number[-1:], text[end : end + 1]
    is_within_a_word = all("a" <= letter <= "z" for letter in (unit, follower) if letter)
    return bool(follower) and is_within_a_word and not text.startswith(_CURRENCIES, end)


def _joins(neighbours: str) -> bool:
    """Whether what stands next to a number, nearest first, makes it longer."""
    nearest, next_one = neighbours[:1], neighbours[1:2]
    return nearest.isdigit() or (nearest in {".", ","} and next_one.isdigit())
