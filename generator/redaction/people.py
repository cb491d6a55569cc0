"""People: who is one among those named, and how a text may call them besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.notes.codes import Party
from generator.redaction.ordinary import (
    AMBIGUOUS_SURNAMES,
    DEPARTMENT_ENDINGS,
    DEPARTMENTS,
    DOUBLE_SURNAMES,
    TITLES,
    WORDS,
)
from generator.redaction.patterns import Context, Pattern, any_spelling, as_typed
from generator.source.fields import is_wide

_TWO = re.compile(r"\s+[-–—]\s+|(?<=[\u4e00-\u9fff])\s*[-–—]\s*|\s*[/、,，&+；;]\s*|\s+and\s+")
_ADDRESSED = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof|sir|madam)\.?\s+", re.IGNORECASE)
_PARTIES = frozenset(text.lower() for party in Party for text in (party.value, party.zh, party.en))
_LONG_WORD = 6
_LONGEST_CHINESE_NAME = 4


def people_in(value: str, roles: frozenset[str]) -> tuple[str, ...]:
    """The people that a value such as `交付部-何工` names; departments, parties and roles are none."""
    return tuple(part for part in parts_of(value) if not _is_role(part, roles))


def parts_of(value: str) -> tuple[str, ...]:
    return tuple(part for part in _TWO.split(value.strip()) if part)


def _is_role(part: str, roles: Iterable[str]) -> bool:
    low = part.lower()
    if low in roles or low in _PARTIES or low in DEPARTMENTS:
        return True
    if is_wide(part[-1]):
        return part.endswith(DEPARTMENT_ENDINGS) or (len(part) > _LONGEST_CHINESE_NAME and "·" not in part)
    return " " in part and part[0].islower()


def person_patterns(name: str) -> Iterator[Pattern | None]:
    """In any text: the name, in Chinese the surname with a title, else the first and the last word of it."""
    if any(is_wide(char) for char in name):
        yield any_spelling(name)
        context = Context.AFTER_A_WORD if name[0] in AMBIGUOUS_SURNAMES else Context.ANYWHERE
        yield from (any_spelling(form, context) for form in _with_titles(name))
        return
    plain = _ADDRESSED.sub("", name)
    words = plain.split()
    if len(words) > 1:
        yield any_spelling(name)
        yield any_spelling(plain)
    elif words and len(plain) >= _LONG_WORD and plain.lower() not in WORDS:
        yield any_spelling(plain)
    for word in (words[:1] + words[-1:]) if words else ():
        context = Context.WITHIN_A_SENTENCE if word.lower() in WORDS else Context.ANYWHERE
        yield as_typed(word, context) if word[0].isupper() else None


def _with_titles(name: str) -> Iterator[str]:
    """林总, 林工 and so on for 林岚."""
    if len(name) > _LONGEST_CHINESE_NAME or name.endswith(TITLES):
        return
    surname = name[:2] if name[:2] in DOUBLE_SURNAMES else name[:1]
    yield from (surname + title for title in TITLES)
