"""Text as it is searched: letter case, width, hyphens and spacing do not count; English words by their stem."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

# Scripts that are written without spaces between words; what is found in them are pieces, elsewhere words.
UNSPACED = "\u2e80-\uffff\U00020000-\U0003ffff"
WORD_LETTER = rf"[^\W{UNSPACED}]"
_GAP = re.compile(r"[\s\-_/\u2010-\u2015]+")
_IDLE_GAP = re.compile(rf" (?=[{UNSPACED}])|(?<=[{UNSPACED}]) ")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_VOWEL = re.compile("[aeiouy]")
_SHORTEST_STEM = 3
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_NO_ENDING = {"s": "ss", "ed": "eed", "e": "ee", "es": "ees"}  # glass, speed, see, sees
_MAY_BE_DOUBLE = "lsz"


def fold(text: str) -> str:
    """Equal for texts that a reader takes for the same: `MES 写回` and `ＭＥＳ写回`, `Over-promise` and `over promise`."""
    spaced = _GAP.sub(" ", normalize("NFKC", normalize("NFKC", text).casefold()))
    return _IDLE_GAP.sub("", spaced).strip()


def fold_with_places(text: str) -> tuple[str, tuple[int, ...]]:
    """And for each folded character the place of the one that it comes from.

    Characters are folded one by one, so that the rare sequences that only together fold into one are not found here.
    """
    places = [(char, place) for place, char in enumerate(text) for char in _folded_char(char)]
    kept = [
        (char, place)
        for index, (char, place) in enumerate(places)
        if char != " " or _parts_words(places, index)
    ]
    return "".join(char for char, _ in kept), tuple(place for _, place in kept)


@lru_cache(maxsize=8192)
def _folded_char(char: str) -> str:
    return _GAP.sub(" ", normalize("NFKC", normalize("NFKC", char).casefold()))


def _parts_words(places: list[tuple[str, int]], index: int) -> bool:
    """Whether a space is one that counts: the first of several, not at an end, not beside a script without spaces."""
    before = places[index - 1][0] if index else " "
    after = next((char for char, _ in places[index + 1 :] if char != " "), " ")
    return before != " " and after != " " and not is_unspaced(before) and not is_unspaced(after)


def is_unspaced(text: str) -> bool:
    """Whether it holds a character of a script without spaces."""
    return _UNSPACED.search(text) is not None


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The same for `promise`, `promises`, `promised`, `promising`; only plain endings, no irregular forms.

    A stem is what the word begins with, but for a final y.
    """
    for ending, instead in _ENDINGS:
        base = word.removesuffix(ending)
        if base == word or word.endswith(_NO_ENDING.get(ending, "0")):
            continue
        if len(base) >= _SHORTEST_STEM and _VOWEL.search(base):
            return _undoubled(base + instead) if ending in {"ing", "ed"} else base + instead
    return word


def _undoubled(base: str) -> str:
    """`stopp` of `stopped` is `stop`; `call` stays."""
    is_double = (
        len(base) > _SHORTEST_STEM and base[-1] == base[-2] and base[-1] not in "aeiou" + _MAY_BE_DOUBLE
    )
    return base[:-1] if is_double else base


def beginning(word: str) -> str:
    """What every word with the same stem begins with."""
    return stem(word).removesuffix("y") or word
