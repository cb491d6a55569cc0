from __future__ import annotations

import pytest

from generator.document import Block, Rule, Table
from generator.word.orientation import Stretch, stretches
from tests.word.documents import bullets, heading, paragraph, table

WIDE, NARROW = table(("wide",), ("x",)), table(("narrow",), ("x",))
TITLE, SECTION, PART = heading(1, "t", "t"), heading(2, "s", "s"), heading(3, "p", "p")
TEXT, LIST = paragraph("text"), bullets("item")
LONG = paragraph("x" * 88 * 46)  # a page
RULE = Rule()


def is_wide(one: Table) -> bool:
    return one == WIDE


def turned(*blocks: Block) -> list[tuple[bool, tuple[Block, ...]]]:
    return [(stretch.is_landscape, stretch.blocks) for stretch in stretches(blocks, is_wide)]


def test_without_a_wide_table_all_stays_upright() -> None:
    blocks = (TITLE, RULE, SECTION, NARROW, RULE)

    assert stretches(blocks, is_wide) == (Stretch(False, blocks),)


@pytest.mark.parametrize(
    ("upright", "moving"),
    [
        ((TITLE, LIST), (SECTION, PART, WIDE)),
        ((TITLE, LIST), (SECTION, TEXT, TEXT, WIDE)),
        ((SECTION, TEXT, TEXT, TEXT), (WIDE,)),
        ((SECTION, LIST, TEXT), (WIDE,)),
        ((SECTION, LONG), (WIDE,)),
        ((LIST,), (WIDE, TEXT, TEXT)),
        ((LIST,), (SECTION, WIDE)),
    ],
)
def test_headings_and_short_remarks_move_with_their_table(
    upright: tuple[Block, ...], moving: tuple[Block, ...]
) -> None:
    assert turned(*upright, *moving) == [(False, upright), (True, moving)]


@pytest.mark.parametrize("after", [(TEXT, LIST), (TEXT, TEXT, TEXT), (NARROW,), (SECTION, TEXT)])
def test_what_goes_on_behind_a_table_is_upright_again(after: tuple[Block, ...]) -> None:
    assert turned(LIST, SECTION, WIDE, *after) == [(False, (LIST,)), (True, (SECTION, WIDE)), (False, after)]


def test_remarks_that_close_a_section_stay_with_the_table() -> None:
    assert turned(WIDE, TEXT, SECTION, LONG) == [(True, (WIDE, TEXT)), (False, (SECTION, LONG))]


def test_a_document_may_begin_and_end_turned() -> None:
    assert turned(TITLE, SECTION, WIDE) == [(True, (TITLE, SECTION, WIDE))]


def test_little_text_between_two_wide_tables_stays_with_them() -> None:
    assert turned(WIDE, LIST, SECTION, LIST, WIDE) == [(True, (WIDE, LIST, SECTION, LIST, WIDE))]
    assert turned(WIDE, LIST, LONG, LIST, WIDE) == [
        (True, (WIDE,)),
        (False, (LIST, LONG, LIST)),
        (True, (WIDE,)),
    ]


def test_rules_that_ask_for_the_page_that_begins_anyway_are_gone() -> None:
    assert turned(LIST, RULE, SECTION, WIDE, RULE, SECTION, LONG, RULE) == [
        (False, (LIST,)),
        (True, (SECTION, WIDE)),
        (False, (SECTION, LONG, RULE)),
    ]
    assert turned(RULE, SECTION, WIDE) == [(True, (SECTION, WIDE))]
