"""What makes a promise confirmed, and what it promises."""

from __future__ import annotations

from typing import Any

import pytest

from generator.notes.model import Commitment
from generator.notes.promises import is_confirmed, promises_something
from tests.builders import engagement


def commitment(**keys: Any) -> Commitment:
    made = {"said": "six weeks", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20"}
    return engagement(commitments=[made | keys]).commitments[0]


@pytest.mark.parametrize("day", ["2026-05-19", "2026-05-20"])
def test_a_promise_is_confirmed_when_somebody_said_so_no_later_than_it_was_made(day: str) -> None:
    assert is_confirmed(commitment(confirmed_by="delivery", confirmed_on=day))


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"confirmed_by": "delivery"},
        {"confirmed_on": "2026-05-19"},
        {"confirmed_by": "d", "confirmed_on": "2026-05-21"},
    ],
)
def test_half_a_confirmation_or_a_late_one_is_none(keys: dict[str, str]) -> None:
    assert not is_confirmed(commitment(**keys))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"class": "firm"}, True),
        ({"class": "out_of_scope"}, True),
        ({"class": "uncertain"}, False),
        ({"class": "uncertain", "gives": "price"}, True),
        ({"class": "firm", "gives": "answer"}, False),
        ({"class": "firm", "gives": "study"}, False),
        ({"class": "firm", "gives": "capability"}, True),
        ({"class": "firm", "gives": "date"}, True),
        ({"class": "firm", "gives": "service"}, True),
    ],
)
def test_what_is_deliverable_is_written_or_follows_from_the_class(
    keys: dict[str, str], expected: bool
) -> None:
    assert promises_something(commitment(**keys)) is expected
