"""The five states: told apart without colour, and readable with it."""

from __future__ import annotations

import pytest

from generator.states import COLOURS, GLYPHS, LIGHT_OF_GLYPH, Light, worst

# WCAG 2.2, success criterion 1.4.3.
READABLE = 4.5


def luminance(colour: str) -> float:
    """Relative luminance of RRGGBB as WCAG defines it."""
    parts = (int(colour[index : index + 2], 16) / 255 for index in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_state_has_a_shape_and_a_pair_of_colours_of_its_own() -> None:
    assert list(GLYPHS) == list(COLOURS) == list(Light)
    assert len(set(GLYPHS.values())) == len(set(COLOURS.values())) == len(Light)


@pytest.mark.parametrize("light", Light)
def test_a_shape_names_its_state(light: Light) -> None:
    assert LIGHT_OF_GLYPH[light.glyph] is light


@pytest.mark.parametrize("light", Light)
def test_the_word_on_the_colour_can_be_read(light: Light) -> None:
    back, front = (luminance(colour) for colour in COLOURS[light])

    assert (back + 0.05) / (front + 0.05) >= READABLE


def test_contrast_is_measured_as_the_standard_defines_it() -> None:
    assert (luminance("FFFFFF") + 0.05) / (luminance("000000") + 0.05) == pytest.approx(21)
    assert (luminance("FFFFFF") + 0.05) / (luminance("777777") + 0.05) == pytest.approx(4.48, abs=0.01)


def test_states_are_ranked_from_the_worst_to_no_statement() -> None:
    ranked = sorted(Light, key=lambda light: light.rank)

    assert ranked == [Light.RED, Light.ORANGE, Light.AMBER, Light.GREEN, Light.GREY]


def test_the_worst_of_some_states_is_shown_for_all() -> None:
    assert worst((Light.GREY, Light.GREEN, Light.AMBER)) is Light.AMBER
    assert worst((Light.ORANGE, Light.RED)) is Light.RED


def test_without_states_nothing_is_stated() -> None:
    assert worst(()) is Light.GREY
