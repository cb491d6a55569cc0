from __future__ import annotations

import pytest

from generator.word.placeholders import (
    BODY,
    IN_ATTRIBUTES,
    IN_TEXT,
    PLACEHOLDERS,
    fill,
    nearest_name,
    placeholder_name,
    splice,
    split_text,
)
from generator.word.render import placeholder_values
from tests.word.documents import setting


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" title ", "title"),
        ("Title", "title"),
        ("“title”", "title"),
        ("\u00a0page of\u3000", "page_of"),
        ("generated-from", "generated_from"),
    ],
)
def test_a_name_is_read_as_words_corrections_leave_it(written: str, expected: str) -> None:
    assert placeholder_name(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("titel", "title"), ("客户", "customer"), ("costumer", "customer"), ("页码", "page_of"), ("zebra", "")],
)
def test_a_slip_is_known_by_what_it_is_near_to(written: str, expected: str) -> None:
    assert nearest_name(written) == expected


def test_every_placeholder_but_the_body_has_a_value() -> None:
    names = {placeholder.name for placeholder in PLACEHOLDERS}

    assert names - {BODY} == IN_TEXT
    assert placeholder_values(setting()).keys() >= IN_TEXT


def test_values_are_safe_in_text_and_in_attributes() -> None:
    values = placeholder_values(setting(title='a "b" <c> & d'))

    assert values["title"] == "a &quot;b&quot; &lt;c&gt; &amp; d"
    assert "page_of" not in IN_ATTRIBUTES


def test_the_date_is_written_in_the_language_of_the_document() -> None:
    assert placeholder_values(setting("zh"))["date"] == "2026年11月20日"
    assert placeholder_values(setting("en"))["date"] == "20 November 2026"


def test_unknown_names_are_told_and_stay() -> None:
    template, unknown = split_text("{{ tilte }} & {{ title }}")

    assert unknown == ("tilte",)
    assert fill(template, {"title": "T"}) == "{{ tilte }} &amp; T"


def test_the_first_of_two_edits_at_one_place_counts() -> None:
    edits = ((2, 6, ("", "title", "")), (3, 4, ("x",)), (7, 8, ("y",)))

    assert splice(b"0123456789", edits) == ("01", "title", "6y89")
