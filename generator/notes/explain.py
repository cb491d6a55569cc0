"""What a key or a closed value means: looked up in the types of the formats, for `presales explain`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from generator.errors import Bilingual
from generator.notes.codes import THEMES, Theme
from generator.notes.model import Engagement
from generator.notes.themes import THEMES_LISTED
from generator.source.fields import Block
from generator.source.keys import Group, Key, Scalar, keys_of, placed_keys

_INDEX = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file whose keys can be explained."""

    name: Bilingual
    block: type[Block]


NOTE = Format(Bilingual("记录", "note"), Engagement)


@dataclass(frozen=True, slots=True)
class Value:
    """A closed value: notes may write code, zh or, for a theme, en. group is that of a theme."""

    code: str
    zh: str
    en: str
    group: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A key where it stands. path reads `commitments[].due`; values are its closed values, keys those below it."""

    format: Format
    path: str
    key: Key
    values: tuple[Value, ...]
    keys: tuple[Key, ...]

    @property
    def asked_as(self) -> str:
        """The path as one types it."""
        return _INDEX.sub("", self.path)


@dataclass(frozen=True, slots=True)
class ValueUse:
    """A closed value and every place that takes it."""

    value: Value
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was found for a word.

    places are meant for sure; others hold the keys of that name further down, or all of them where none is meant
    for sure. near is filled where nothing was found at all.
    """

    word: str
    places: tuple[Place, ...]
    others: tuple[Place, ...]
    values: tuple[ValueUse, ...]
    near: tuple[str, ...]

    @property
    def found(self) -> bool:
        return bool(self.places or self.others or self.values)


def explain(
    word: str, formats: tuple[Format, ...] = (NOTE,), themes: tuple[Theme, ...] = THEMES
) -> Explanation:
    """A key by its path or name, or a closed value by its code or label in either language."""
    known = tuple(place for format_ in formats for place in _places(format_, themes))
    asked = _INDEX.sub("", word).strip().rstrip(":：").strip().lower()
    exact = tuple(place for place in known if place.asked_as == asked)
    inside = tuple(place for place in known if place.asked_as.endswith(f".{asked}"))
    if not exact and len(inside) == 1:
        exact, inside = inside, ()
    values = tuple(use for use in _uses(known) if asked in _names(use.value))
    near = () if exact or inside or values else _near(asked, known)
    return Explanation(word, exact, inside, values, near)


def _places(format_: Format, themes: tuple[Theme, ...]) -> Iterator[Place]:
    for path, key in placed_keys(format_.block):
        below = keys_of(key.item.block) if isinstance(key.item, Group) else ()
        values = tuple(_values(key.item, themes)) if isinstance(key.item, Scalar) else ()
        yield Place(format_, path, key, values, below)


def _values(scalar: Scalar, themes: tuple[Theme, ...]) -> Iterator[Value]:
    for code in scalar.codes or ():
        yield Value(code.value, code.zh, code.en)
    if scalar.schema.get("$ref") == THEMES_LISTED:
        for theme in themes:
            yield Value(theme.code, theme.zh, theme.en, Bilingual(theme.group.zh, theme.group.en))


def _uses(places: Iterable[Place]) -> Iterator[ValueUse]:
    """Every closed value once, with its places in the order of the formats."""
    at: dict[Value, list[Place]] = {}
    for place in places:
        for value in place.values:
            at.setdefault(value, []).append(place)
    return (ValueUse(value, tuple(found)) for value, found in at.items())


def _names(value: Value) -> tuple[str, ...]:
    return tuple(name.lower() for name in (value.code, value.zh, value.en))


def _near(asked: str, known: tuple[Place, ...]) -> tuple[str, ...]:
    """Up to three keys or values that look like what was asked, as one would ask for them."""
    names = [place.asked_as if "." in asked else place.key.name for place in known]
    labels = [name for use in _uses(known) for name in _names(use.value)]
    candidates = list(dict.fromkeys((*names, *labels)))
    return tuple(get_close_matches(asked.replace(" ", "_"), candidates, 3, 0.7))
