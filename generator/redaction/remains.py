"""The last look at a copy before it is written: nothing that was to be replaced may stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

from generator.errors import Bilingual, Problem
from generator.leaks import Secret, Secrets, find_leaks
from generator.leaks.folding import fold, is_long_enough
from generator.notes.codes import THEMES
from generator.notes.model import Engagement
from generator.redaction.contacts import EXAMPLES, contact_spans
from generator.redaction.folding import squash
from generator.redaction.roster import Entry, Finder, Roster
from generator.source.keys import Scalar, placed_keys
from generator.source.text import Source, shown, unprintable_shown
from generator.workspace.config import Config

MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class Copied:
    """A file of the copy. values are its texts one by one, as they are read from it; source is what it was made from."""

    path: str
    text: str
    values: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Sought:
    """roster: the names with all their short forms; wholes: names as typed; numbers: spellings of amounts."""

    roster: Roster
    wholes: tuple[str, ...]
    numbers: Set[str]


def find_remains(file: Copied, sought: Sought) -> tuple[Problem, ...]:
    """In the file's name, its text and its values."""
    found = dict.fromkeys((*_names(file, sought.roster), *_leaks(file, sought), *_contacts(file)))
    return tuple(_problem(file, what) for what in found)


def _names(file: Copied, roster: Roster) -> Iterator[str]:
    """Keys and closed values may be words that are names elsewhere, so of the whole text only other names are told."""
    finder = roster.within(f"{file.path}\n{file.text}")
    for value in file.values:
        yield from _within(finder, value)
    others = Finder(tuple(entry for entry in finder.entries if not _is_of_the_format(entry)))
    for text in (file.path, file.text):
        yield from _within(others, text)


def _within(finder: Finder, text: str) -> Iterator[str]:
    return (text[span.start : span.end] for span in finder.spans(text, "en"))


def _leaks(file: Copied, sought: Sought) -> Iterator[str]:
    """The leak check's own search: amounts, and names in a script that does not part words."""
    names = (name for name in sought.wholes if not fold(name).isascii() and is_long_enough(fold(name)))
    secrets = [
        Secret(fold(name), name, "", (), name=True) for name in names if squash(name) not in _format_text()
    ]
    secrets += [Secret(number, number, "", (), number=True) for number in sorted(sought.numbers)]
    leaks = find_leaks(file.path, file.text.encode(), Secrets(tuple(secrets), ()))
    return (leak.secret.shown for leak in leaks)


def _contacts(file: Copied) -> Iterator[str]:
    for value in file.values:
        for span in contact_spans(value):
            text = value[span.start : span.end]
            if text not in EXAMPLES:
                yield text


def _problem(file: Copied, what: str) -> Problem:
    """At its first place in the original, as far as it stands there in the same letters."""
    line, column = file.source.position(max(0, file.source.text.find(what)))
    message = Bilingual(
        f"「{shown(what)}」还会留在副本里，所以什么都没有写",
        f"“{shown(what)}” would remain in the copy, so nothing was written",
    )
    suggestion = Bilingual("换个写法，再运行一次", "write it in another way and run again")
    return Problem(
        file.source.path,
        line,
        column,
        "not_redacted",
        message,
        suggestion,
        source=unprintable_shown(file.source.line(line)),
    )


def _is_of_the_format(entry: Entry) -> bool:
    return entry.pattern.needle in _format_text()


@cache
def _format_text() -> str:
    """Keys, codes with their labels and themes in a row, squashed."""
    words: list[str] = [name for theme in THEMES for name in (theme.code, theme.zh, theme.en)]
    for block in (Engagement, Config):
        for path, key in placed_keys(block):
            words.append(path)
            if isinstance(key.item, Scalar) and key.item.codes is not None:
                words += (text for code in key.item.codes for text in (code.value, code.zh))
    return "¶".join(squash(word) for word in words)
