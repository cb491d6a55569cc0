"""Companies: what a text may call them besides their full names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.redaction.ordinary import LEGAL_ENDINGS, PLACES, TRADE_ENDINGS, TRADES, WORDS
from generator.redaction.patterns import Pattern, any_spelling, as_typed
from generator.source.fields import is_wide

_IN_BRACKETS = re.compile(r"[（(].*?[）)]")
_DATE = re.compile(r"^\d{4}(?:-\d{2}){0,2}-")
_SHORTEST_STEM = 2
_SHORTEST_WORD = 4


def company_patterns(name: str) -> Iterator[Pattern | None]:
    """In any text: the full name, the name without its legal form, and the word that tells it from others."""
    yield any_spelling(name)
    plain = _IN_BRACKETS.sub("", name).strip()
    if plain and is_wide(plain[-1]):
        yield from (any_spelling(stem) for stem in _stems(plain))
    else:
        yield from _latin(plain)


def _stems(name: str) -> Iterator[str]:
    """澜桥银行股份有限公司: 澜桥银行 and 澜桥."""
    without_form = _without(name, LEGAL_ENDINGS)
    yield without_form
    stem = _without(without_form, TRADE_ENDINGS)
    place = next((place for place in PLACES if stem.startswith(place)), "")
    for found in (
        stem,
        stem.removesuffix("市"),
        stem.removeprefix(place).removeprefix("市").removeprefix("省"),
    ):
        if len(found) >= _SHORTEST_STEM and found not in PLACES and found not in TRADE_ENDINGS:
            yield found


def _without(name: str, endings: tuple[str, ...]) -> str:
    """Without as many of the endings as leave a name."""
    for ending in endings:
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST_STEM:
            return _without(name.removesuffix(ending), endings)
    return name


def _latin(name: str) -> Iterator[Pattern | None]:
    words = [word for word in re.split(r"[\s,.&]+", name) if word.lower() not in TRADES and word]
    if not words:
        return
    first = words[0]
    if len(words) > 1 and first[0].isupper():
        yield any_spelling(" ".join(words))
    is_telling = first[0].isupper() and (len(first) >= _SHORTEST_WORD or first.isupper())
    yield as_typed(first) if is_telling and first.lower() not in {"the", "new"} else None


def slug_patterns(note_id: str) -> Iterator[Pattern | None]:
    """What the id of a note says of its customer: `2025-12-lanqiao-bank` as a whole, and Lanqiao Bank, Lanqiao."""
    slug = _DATE.sub("", note_id)
    if slug == note_id or not slug.strip("0123456789-_"):
        return
    words = re.split("[-_]+", slug)
    if len(words) > 1:
        yield any_spelling(slug)
    first = words[0]
    if len(first) > _SHORTEST_WORD and first.isalpha() and first.lower() not in TRADES | WORDS:
        yield as_typed(first.capitalize()) if first.isascii() else any_spelling(first)
