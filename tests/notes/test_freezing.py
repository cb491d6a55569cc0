from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.notes.freezing import freeze, thaw
from generator.notes.model import Engagement
from generator.notes.reader import NoteFile, read_notes
from generator.prose import Prose
from tests.builders import engagement, full_engagement
from tests.leaks.every_key import write_every_key
from tests.leaks.test_canaries import _as_typed

SAMPLES = sorted((Path(__file__).parents[2] / "engagements").rglob("*.yaml"))


def through_json(value: Engagement) -> Engagement:
    return thaw(json.loads(json.dumps(freeze(value))))


def same(left: Engagement, right: Engagement) -> bool:
    return left == right and repr(left) == repr(right) and left.model_dump() == right.model_dump()


def test_every_sample_comes_back_as_it_was() -> None:
    files = tuple(NoteFile(f"engagements/{path.name}", path.read_bytes()) for path in SAMPLES)
    notes = read_notes(files, date(2026, 11, 25))
    found = [note.engagement for note in notes if note.engagement is not None]

    assert len(found) == len(SAMPLES)
    assert [value.id for value in found if not same(through_json(value), value)] == []


@pytest.mark.parametrize("found", [engagement(), full_engagement()], ids=["minimal", "full"])
def test_types_are_kept(found: Engagement) -> None:
    again = through_json(found)

    assert same(again, found)
    assert type(again.goal) is Prose
    assert again.outcome.status is found.outcome.status
    assert type(again.date) is date


def test_every_key_of_the_format_comes_back() -> None:
    note, _ = write_every_key({})
    found = Engagement.model_validate(_as_typed(note))

    assert same(through_json(found), found)


def test_a_copy_of_what_came_back_can_be_changed() -> None:
    again = through_json(full_engagement())

    assert again.model_copy(update={"title": "new"}).title == "new"


@pytest.mark.parametrize("damaged", [[], [1, 2], ["x"] * 60, [None] * 60])
def test_what_cannot_be_decoded_is_an_error_of_a_known_kind(damaged: list[object]) -> None:
    try:
        thaw(damaged)
    except (LookupError, ValueError, TypeError, AttributeError):
        return
