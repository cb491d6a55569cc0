from __future__ import annotations

from typing import Any, get_args, get_origin

from generator.insights.pairing import NAMED_BY, name_of
from generator.notes.model import Engagement
from generator.source.fields import Block
from tests.builders import full_engagement


def lists_below(model: type[Block]) -> dict[str, type[Block]]:
    """Every list of blocks in the format by its attribute."""
    found: dict[str, type[Block]] = {}
    for name, field in model.model_fields.items():
        for block in blocks_in(field.annotation):
            if get_origin(field.annotation) is tuple:
                found[name] = block
            found |= lists_below(block)
    return found


def blocks_in(annotation: Any) -> list[type[Block]]:
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return [annotation]
    return [block for part in get_args(annotation) for block in blocks_in(part)]


def test_every_list_of_the_format_says_what_names_its_items() -> None:
    lists = lists_below(Engagement)

    assert set(NAMED_BY) == set(lists)
    assert [
        (name, key) for name, keys in NAMED_BY.items() for key in keys if key not in lists[name].model_fields
    ] == []


def test_an_item_is_named_by_what_the_note_says_of_it() -> None:
    note = full_engagement()

    assert name_of("risks", note.risks[0]) == ("old controllers stay closed",)
    assert name_of("win_scores", note.win_scores[0]) == ("presales", note.win_scores[0].on)
