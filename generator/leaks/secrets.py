"""What a customer may not read: gathered from the note and from the names of the whole workspace."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.leaks.allowed import may_appear
from generator.leaks.folding import SEPARATOR, clauses, fold, fold_numbers, is_long_enough, spellings
from generator.leaks.standing import stands_alone
from generator.leaks.values import values_of
from generator.notes.model import Engagement
from generator.notes.reader import Note
from generator.source.findings import Loc

# Keys whose values are names of people, companies or references, in any note of the workspace.
_PEOPLE = frozenset(
    {
        "presales",
        "sales",
        "reviewed_by",
        "made_by",
        "confirmed_by",
        "handed_to",
        "owner",
        "who",
        "approved_by",
        "winner",
    }
)
# As people type it, right or wrong: a full-width colon, quotes of any kind, the value on the next line.
_NAMED = re.compile(
    r"""(?<![\w-])["'“”]?(?:name|alias|presales|sales|winner)["'“”]?[^\S\n]*[:：][^\S\n]*(?:\n[^\S\n]+)?"""
    r"""["'“”「]?(?![\w-]+["'“”]?[^\S\n]*[:：])([^"'“”「」{},，:：\[\]#\n]+)"""
)


@dataclass(frozen=True, slots=True)
class Secret:
    """needle is folded; shown is the value as typed, path and loc where it stands; loc is empty where unknown.

    number: a spelling of a number; name: of a person, company or reference.
    """

    needle: str
    shown: str
    path: str
    loc: Loc
    number: bool = False
    name: bool = False


@dataclass(frozen=True, slots=True)
class Secrets:
    """unreadable: paths of the notes of which only the names could be recovered."""

    found: tuple[Secret, ...]
    unreadable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Names and references in one note, gathered once for all documents; customer is None where it is unreadable."""

    path: str
    customer: str | None
    secrets: tuple[Secret, ...]


def collect_names(notes: Iterable[Note]) -> tuple[Names, ...]:
    """In the order of the notes."""
    return tuple(_names(note) for note in notes)


def collect_secrets(
    engagement: Engagement, path: str, names: Iterable[Names], vocabulary: Iterable[str]
) -> Secrets:
    """engagement is the one at path, as of the day; vocabulary are the words that the document itself brings."""
    others = tuple(found for found in names if found.path != path)
    allowed = _Allowed.of(engagement, vocabulary)
    customer = engagement.customer.name
    found = (
        *_own(engagement, path, allowed),
        *(secret for other in others for secret in _foreign(other, customer)),
    )
    kept = {
        secret.needle: secret
        for secret in reversed(found)
        if is_long_enough(secret.needle) and not allowed.passes(secret)
    }
    ordered = sorted(kept.values(), key=lambda s: (s.path != path, s.path, -len(s.needle), s.needle))
    return Secrets(tuple(ordered), tuple(other.path for other in others if other.customer is None))


def _foreign(names: Names, customer: str) -> Iterator[Secret]:
    """The same customer in another note keeps its name, and nobody else there does."""
    same = names.customer == customer
    return (secret for secret in names.secrets if not (same and secret.loc[:1] == ("customer",)))


@dataclass(frozen=True, slots=True)
class _Allowed:
    """whole: allowed values; text: all of them in a row; excused: what the note's allow list lets pass. All folded.

    excused_numbers is the allow list once more, for numbers to be looked for in.
    """

    whole: frozenset[str]
    text: str
    excused: str
    excused_numbers: str

    @classmethod
    def of(cls, engagement: Engagement, vocabulary: Iterable[str]) -> _Allowed:
        shown = [value for loc, value in values_of(engagement) if may_appear(engagement, loc)]
        texts = [fold(text) for text in (*(v for v in shown if isinstance(v, str)), *vocabulary)]
        numbers = [spelling for v in shown if isinstance(v, Decimal) for spelling in spellings(v)]
        share = engagement.customer_share
        excused = [allowed.value for allowed in share.allow] if share else []
        return cls(
            frozenset((*texts, *numbers)),
            SEPARATOR.join(texts),
            SEPARATOR.join(map(fold, excused)),
            SEPARATOR.join(map(fold_numbers, excused)),
        )

    def passes(self, secret: Secret) -> bool:
        """A text that is part of an allowed one is known already; a name or an amount there is the very leak."""
        if secret.needle in self.whole:
            return True
        if secret.number:
            return False
        return secret.needle in self.excused or (not secret.name and secret.needle in self.text)

    def excuses_number(self, forms: tuple[str, ...]) -> bool:
        """One of its spellings on the allow list lets the others pass as well; 118万 there is not 18万."""
        return any(stands_alone(form, self.excused_numbers) for form in forms)


def _own(engagement: Engagement, path: str, allowed: _Allowed) -> Iterator[Secret]:
    """Every value that is not on the allowlist, whole and by its longer clauses."""
    for loc, value in values_of(engagement):
        if loc[0] == "customer_share" and loc[-1] in {"value", "reason"}:
            continue
        if may_appear(engagement, loc):
            continue
        if isinstance(value, Decimal):
            forms = spellings(value)
            if not allowed.excuses_number(forms):
                yield from (Secret(form, str(value), path, loc, number=True) for form in forms)
        else:
            yield Secret(fold(value), value, path, loc, name=_is_name(loc))
            yield from (Secret(clause, value, path, loc) for clause in clauses(value))


def _names(note: Note) -> Names:
    """Of people, companies, competitors and customers, and references; what `name:` gives where a note is broken."""
    path, engagement = note.file.path, note.engagement
    if engagement is None:
        found = (
            Secret(fold(name[1]), name[1].strip(), path, (), name=True)
            for text in _readings(note.file.data)
            for name in _NAMED.finditer(text)
        )
        return Names(path, None, tuple(found))
    secrets = (
        Secret(fold(value), value, path, loc, name=True)
        for loc, value in values_of(engagement)
        if isinstance(value, str) and _is_name(loc)
    )
    return Names(path, engagement.customer.name, tuple(secrets))


def _readings(data: bytes) -> tuple[str, ...]:
    """The text in each encoding that a note may have been saved in by mistake; a wrong one names nobody we know."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return (data.decode("utf-16", "replace"),)
    if len(data) > 1 and 0 in (data[0], data[1]):
        return (data.decode("utf-16-be" if data[0] == 0 else "utf-16-le", "replace"),)
    try:
        return (data.decode("utf-8-sig"),)
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace"), data.decode("gb18030", "replace")


def _is_name(loc: Loc) -> bool:
    if loc[0] == "customer":
        return loc[-1] in {"name", "alias"}
    is_person = loc[0] == "stakeholders" and loc[-1] == "name"
    is_rival = loc[:2] == ("intel", "competitors") and loc[-1] == "name"
    is_reference = loc[-2:] == ("evidence", "ref")
    return is_person or is_rival or is_reference or loc == ("id",) or loc[-1] in _PEOPLE
