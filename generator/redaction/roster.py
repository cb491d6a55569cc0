"""Who is called what in a copy, and finding them in texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.errors import Bilingual, Language
from generator.redaction.folding import squash, trace
from generator.redaction.gathering import Mention
from generator.redaction.kinds import WORDS, NameKind
from generator.redaction.patterns import Pattern
from generator.redaction.pseudonyms import make_pseudonyms
from generator.redaction.spans import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """How texts may write somebody, and what the copy writes instead."""

    pattern: Pattern
    new: Bilingual


@dataclass(frozen=True, slots=True)
class Roster:
    """by_whole is keyed by what a name's own key holds, squashed; entries come with the longest first."""

    by_whole: Mapping[str, Bilingual]
    entries: tuple[Entry, ...]

    def named(self, value: str) -> Bilingual | None:
        return self.by_whole.get(squash(value))

    def within(self, text: str) -> Finder:
        """What is needed to look at this text and at parts of it: most names of a workspace are in few notes."""
        held = squash(text)
        return Finder(tuple(entry for entry in self.entries if entry.pattern.needle in held))


@dataclass(frozen=True, slots=True)
class Finder:
    """entries come with the longest first."""

    entries: tuple[Entry, ...]

    def finds(self, text: str) -> bool:
        return any(self.spans(text, "en"))

    def spans(self, text: str, language: Language) -> Iterator[Span]:
        traced = trace(text)
        for entry in self.entries:
            for start, end in entry.pattern.find(traced):
                yield Span(start, end, entry.new.in_(language))


def make_roster(mentions: Iterable[Mention], corpus: str, renamed: Iterable[Entry]) -> Roster:
    """corpus is every text of the workspace, squashed; renamed are ids that texts may hold."""
    owners = _owners(tuple(mentions))
    patterns = _patterns(owners)
    sought = Finder(tuple(Entry(pattern, _NOBODY) for pattern in patterns))
    new: dict[str, Bilingual] = {}
    for kind in NameKind:
        wholes = [
            whole for whole, owner in owners.items() if owner.kind is kind and squash(owner.whole) == whole
        ]
        new |= zip(wholes, make_pseudonyms(kind, len(wholes), corpus, sought.finds), strict=True)
    by_whole = {whole: new[squash(owner.whole)] for whole, owner in owners.items()}
    entries = (*(Entry(pattern, by_whole[whole]) for pattern, whole in patterns.items()), *renamed)
    return Roster(by_whole, tuple(sorted(entries, key=lambda entry: -len(entry.pattern.needle))))


_NOBODY = Bilingual("", "")


def _patterns(owners: Mapping[str, Mention]) -> dict[Pattern, str]:
    """Each pattern -> whom it finds. Full names come before what is short for another one.

    What our pseudonyms are made of is a word, whoever is called so.
    """
    found: dict[Pattern, str] = {}
    for is_full in (True, False):
        for owner in owners.values():
            whole = squash(owner.whole)
            for pattern in owner.patterns:
                if (pattern.needle == whole) is is_full and not _finds(pattern, _OWN_WORDS):
                    found.setdefault(pattern, whole)
    return found


_OWN_WORDS = " ".join(text for words in WORDS.values() for text in (words.zh, words.en))


def _finds(pattern: Pattern, text: str) -> bool:
    return any(pattern.find(trace(text)))


def _owners(mentions: tuple[Mention, ...]) -> dict[str, Mention]:
    """Every name as its key holds it -> the one that it belongs to, in the order of appearance.

    何工 belongs to 何敏 where both are named, and Lin to Lin Lan.
    """
    firsts: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda mention: mention.kind):
        firsts.setdefault(squash(mention.whole), mention)
    owner_of: dict[str, Mention] = {}
    for mention in sorted(firsts.values(), key=lambda mention: (mention.kind, -len(squash(mention.whole)))):
        for pattern in mention.patterns:
            owner_of.setdefault(pattern.needle, mention)
    return {whole: _head(owner_of.get(whole, mention), owner_of) for whole, mention in firsts.items()}


def _head(mention: Mention, owner_of: Mapping[str, Mention]) -> Mention:
    seen: list[Mention] = []
    while mention not in seen:
        seen.append(mention)
        mention = owner_of.get(squash(mention.whole), mention)
    return mention
