"""What is decided once for a whole copy: who is called what, the factor of amounts, new ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from generator.leaks.values import values_of
from generator.notes.free_text import free_texts
from generator.notes.model import Engagement
from generator.notes.reader import Note
from generator.redaction.amounts import Scale, make_factor, spelled
from generator.redaction.folding import squash
from generator.redaction.gathering import mentions_of, path_of
from generator.redaction.redactor import Workbook
from generator.redaction.remains import Sought
from generator.redaction.renaming import make_ids
from generator.redaction.roster import make_roster
from generator.redaction.settings import theme_names
from generator.source.keys import Scalar, placed_keys
from generator.workspace.config import Config


@dataclass(frozen=True, slots=True)
class Plan:
    """The workbook, and what may not be left when it has been followed."""

    book: Workbook
    sought: Sought


def make_plan(notes: tuple[Note, ...], config: Config) -> Plan:
    """notes are all of the workspace; those without an engagement are not copied, but their names are replaced."""
    good = tuple(note for note in notes if note.engagement is not None)
    engagements = tuple(note.engagement for note in good if note.engagement is not None)
    data = [note.file.data for note in notes]
    corpus = squash("\n".join(each.decode("utf-8", "replace") for each in data))
    ids = make_ids(good, corpus)
    mentions = mentions_of(notes, config)
    roster = make_roster(mentions, corpus, ids.entries())
    amounts = tuple(amount for engagement in engagements for amount in _amounts(engagement))
    scale = Scale.of(make_factor(b"\0".join(data)), amounts)
    texts = [text for engagement in engagements for _, text in free_texts(engagement)]
    made = (*map(scale.new_value, amounts), *(value for text in texts for value in scale.values(text)))
    book = Workbook(roster, scale, ids, theme_names(config.all_themes()))
    wholes = tuple(mention.whole for mention in mentions if mention.patterns)
    return Plan(book, Sought(roster, wholes, scale.known - spelled(made)))


def _amounts(engagement: Engagement) -> Iterator[Decimal]:
    for loc, value in values_of(engagement):
        if isinstance(value, Decimal) and path_of(loc) in _money_paths():
            yield value


@cache
def _money_paths() -> frozenset[str]:
    return frozenset(
        path.replace("[]", "")
        for path, key in placed_keys(Engagement)
        if isinstance(key.item, Scalar) and key.item.words.en == MONEY
    )


MONEY = "an amount of money"
