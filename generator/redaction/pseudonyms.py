"""Names for a copy: made up, plain to see as such, and found nowhere in what is copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from generator.errors import Bilingual
from generator.redaction.folding import squash
from generator.redaction.kinds import WORDS, NameKind

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
# The spelling alphabet of radio; a letter alone would be found in "customer agreed" once spaces are dropped.
_WORDS = [
    "Alpha",
    "Bravo",
    "Charlie",
    "Delta",
    "Echo",
    "Foxtrot",
    "Golf",
    "Hotel",
    "India",
    "Juliett",
    "Kilo",
    "Lima",
    "Mike",
    "November",
    "Oscar",
    "Papa",
    "Quebec",
    "Romeo",
    "Sierra",
    "Tango",
    "Uniform",
    "Victor",
    "Whiskey",
    "Xray",
    "Yankee",
    "Zulu",
]


def make_pseudonyms(
    kind: NameKind, count: int, corpus: str, is_name: Callable[[str], bool]
) -> tuple[Bilingual, ...]:
    """As many as asked for, the same ones every time: none stands in the corpus, which is squashed, or holds a name.

    All are of one length, so that none is the beginning of another.
    """
    words = WORDS[kind]
    if kind is NameKind.OURS:
        return (words,) * count
    for codes in (_short(), _long(), _numbers(len(str(count)) + 1)):
        named = (Bilingual(f"{words.zh}{zh}", f"{words.en} {en}") for zh, en in codes)
        free = [
            name for name in named if not any(_is_taken(text, corpus, is_name) for text in (name.zh, name.en))
        ]
        if len(free) >= count:
            return tuple(free[:count])
    raise AssertionError("ten times as many numbers as names are not enough")


def _is_taken(name: str, corpus: str, is_name: Callable[[str], bool]) -> bool:
    return squash(name) in corpus or is_name(name)


def _short() -> Iterator[tuple[str, str]]:
    return zip(_STEMS, _WORDS, strict=False)


def _long() -> Iterator[tuple[str, str]]:
    zh = (first + second for first, second in product(_STEMS, _BRANCHES))
    en = (f"{first} {second}" for first, second in product(_WORDS, _WORDS))
    return zip(zh, en, strict=False)


def _numbers(digits: int) -> Iterator[tuple[str, str]]:
    for number in range(10**digits):
        yield f"「{number:0{digits}}」", f"No. {number:0{digits}}"
