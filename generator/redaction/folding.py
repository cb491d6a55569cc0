"""Text in which names are looked for, with the way back to the places of the text as typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from generator.leaks.folding import fold

# What joins words in slugs, addresses and names.
_JOINTS = re.compile(r"[-_.·•'’&+]+")
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")


def squash(text: str) -> str:
    """As the leak check folds, and without what joins words."""
    return _JOINTS.sub("", fold(text))


@dataclass(frozen=True, slots=True)
class Traced:
    """A squashed text. typed keeps capitals; at gives the place in the text as typed of each character."""

    text: str
    small: str
    typed: str
    at: tuple[int, ...]


def trace(text: str) -> Traced:
    typed: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        plain = _plain(char)
        typed.append(plain)
        at += [place] * len(plain)
    whole = "".join(typed)
    small = "".join(low if len(low := char.lower()) == 1 else char for char in whole)
    return Traced(text, small, whole, tuple(at))


@cache
def _plain(char: str) -> str:
    """One spelling for full width and half width; nothing for what is dropped."""
    plain = char if char.isascii() else unicodedata.normalize("NFKC", char)
    return _UNSEEN.sub("", _JOINTS.sub("", plain))


@dataclass(frozen=True, slots=True)
class Widths:
    """One spelling of each character for full width and half width, in small letters, spaces kept.

    at gives the place in the text as typed of each character, and one place more, the text's end.
    """

    small: str
    at: tuple[int, ...]


def even_widths(text: str) -> Widths:
    if text.isascii():
        return Widths(text.lower(), tuple(range(len(text) + 1)))
    small: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        plain = unicodedata.normalize("NFKC", char).lower()
        small.append(plain)
        at += [place] * len(plain)
    return Widths("".join(small), (*at, len(text)))
