"""Every name in the notes and settings of a workspace, in the order in which it appears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from generator.leaks import collect_names
from generator.notes.free_text import free_texts
from generator.notes.reader import Note
from generator.redaction.companies import company_patterns, slug_patterns
from generator.redaction.folding import squash
from generator.redaction.kinds import NameKind, kind_of
from generator.redaction.patterns import Pattern, any_spelling, as_typed
from generator.redaction.people import people_in, person_patterns
from generator.source.findings import Loc
from generator.workspace.config import Config

_ROLE_KEYS = frozenset({"role", "owner_role", "made_to", "raised_by", "attended"})
_CASE_NUMBER = re.compile(r"\b[A-Z]{1,6}-\d{2,}\b")
_SHORTEST_WORD, _SHORTEST_SOURCE = 5, 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that is to be replaced; whole is what its own key holds, patterns are how texts may write it."""

    kind: NameKind
    whole: str
    patterns: tuple[Pattern, ...]


def mentions_of(notes: Iterable[Note], config: Config) -> tuple[Mention, ...]:
    """Of unreadable notes as much as the leak check recovers."""
    notes = tuple(notes)
    company = config.company
    ours = (name for name in (company.name, company.short) if name) if company else ()
    texts = tuple(
        (note, loc, text) for note in notes if note.engagement for loc, text in free_texts(note.engagement)
    )
    roles = frozenset(text.strip().lower() for _, loc, text in texts if _key(loc) in _ROLE_KEYS)
    lost = (name for found in collect_names(notes) if found.customer is None for name in found.secrets)
    return tuple(
        chain(
            (_mention(NameKind.OURS, name) for name in ours),
            (found for note, loc, text in texts for found in _mentions(note, loc, text, roles)),
            (_mention(NameKind.ALIAS, name.shown) for name in lost),
        )
    )


def path_of(loc: Loc) -> str:
    return ".".join(str(part) for part in loc if not isinstance(part, int))


def _key(loc: Loc) -> str:
    return path_of(loc).rpartition(".")[2]


def _mentions(note: Note, loc: Loc, text: str, roles: frozenset[str]) -> Iterator[Mention]:
    kind = kind_of(path_of(loc))
    if kind is None or text.strip().lower() in roles:
        return
    if kind in (NameKind.COLLEAGUE, NameKind.CONTACT):
        for person in people_in(text, roles) if kind is NameKind.COLLEAGUE else (text,):
            yield _mention(kind, person)
    elif kind is NameKind.CUSTOMER:
        slugs = slug_patterns(note.file.stem)
        yield Mention(kind, text, _known((*company_patterns(text), *slugs)))
    else:
        yield _mention(kind, text)


def _mention(kind: NameKind, name: str) -> Mention:
    return Mention(kind, name, _known(_patterns(kind, name)))


def _known(patterns: Iterable[Pattern | None]) -> tuple[Pattern, ...]:
    return tuple(dict.fromkeys(pattern for pattern in patterns if pattern is not None))


def _patterns(kind: NameKind, name: str) -> Iterator[Pattern | None]:
    if kind in (NameKind.OURS, NameKind.CUSTOMER, NameKind.COMPETITOR):
        return company_patterns(name)
    if kind in (NameKind.CONTACT, NameKind.COLLEAGUE):
        return person_patterns(name)
    return _source_patterns(name) if kind is NameKind.SOURCE else _plain_patterns(name)


def _plain_patterns(name: str) -> Iterator[Pattern | None]:
    """A short word such as MES is found as typed only."""
    is_short = name.isascii() and len(squash(name)) < _SHORTEST_WORD
    yield as_typed(name) if is_short else any_spelling(name)


def _source_patterns(name: str) -> Iterator[Pattern | None]:
    """A source without a number, such as `benchmark`, is a word of the language."""
    if len(squash(name)) >= _SHORTEST_SOURCE and any(char.isdigit() for char in name):
        yield any_spelling(name)
    yield from (as_typed(found[0]) for found in _CASE_NUMBER.finditer(name))
