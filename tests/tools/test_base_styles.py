from __future__ import annotations

import pytest

from generator.word.styles import CALLOUTS, NEEDED
from tests.figures.test_colours import luminance
from tools.base_styles import ACCENT, CALLOUT_COLOURS, GREY, HEAD_FILL, TEXT, render_styles
from tools.style_sheet import style_id

PAIRS = (
    *CALLOUT_COLOURS.values(),
    (TEXT, "FFFFFF"),
    (GREY, "FFFFFF"),
    (ACCENT, HEAD_FILL),
    ("9B2C2C", "FFFFFF"),
)


@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_text_is_readable_on_its_ground(ink: str, paper: str) -> None:
    assert (luminance(paper) + 0.05) / (luminance(ink) + 0.05) >= 4.5


def test_every_callout_has_colours() -> None:
    assert CALLOUT_COLOURS.keys() == CALLOUTS.keys()


def test_every_style_that_documents_use_is_made() -> None:
    made = render_styles("", 1, 2)

    assert [name for _, name in NEEDED if f'<w:name w:val="{name}"/>' not in made] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heading 1", "Heading1"),
        ("toc 2", "TOC2"),
        ("footnote text", "FootnoteText"),
        ("List Bullet", "ListBullet"),
    ],
)
def test_ids_are_those_of_english_word(name: str, expected: str) -> None:
    assert style_id(name) == expected
