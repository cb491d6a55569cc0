from __future__ import annotations

from generator.document import Heading, Str, Strong
from generator.word.section_numbers import without_section_numbers
from tests.word.documents import heading, paragraph


def texts(*blocks: Heading) -> list[str]:
    found = without_section_numbers((paragraph("1 text"), *blocks))
    return [
        "".join(i.text for i in b.children if isinstance(i, Str)) for b in found if isinstance(b, Heading)
    ]


def test_numbers_of_sections_go_and_those_of_other_levels_stay() -> None:
    blocks = (
        heading(1, "2026 plan", "t"),
        heading(2, "0 One", "a"),
        heading(3, "3 lessons", "b"),
        heading(2, "1. Two", "c"),
    )

    assert texts(*blocks) == ["2026 plan", "One", "3 lessons", "Two"]


def test_headings_that_merely_begin_with_a_number_keep_it() -> None:
    assert texts(heading(2, "3 machines", "a"), heading(2, "Four", "b")) == ["3 machines", "Four"]
    assert texts(heading(2, "3 machines", "a"), heading(2, "12 months", "b")) == ["3 machines", "12 months"]


def test_a_number_alone_before_other_text_goes_as_a_whole() -> None:
    mixed = Heading(2, (Str("1 "), Strong((Str("bold"),))), "a")
    (found,) = without_section_numbers((mixed,))

    assert isinstance(found, Heading)
    assert found.children == (Strong((Str("bold"),)),)


def test_headings_without_plain_text_are_no_sections_with_numbers() -> None:
    blocks = (Heading(2, (Strong((Str("1 x"),)),), "a"), Heading(2, (), "b"))

    assert without_section_numbers(blocks) == blocks
    assert without_section_numbers(()) == ()
