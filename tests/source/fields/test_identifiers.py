"""Ids, references and codes of other standards."""

from __future__ import annotations

import pytest

from generator.source.fields import Currency, LessonRef, LocalId, NoteId, Slug, is_note_id
from tests.source.fields.kinds import read, refused


@pytest.mark.parametrize("typed", ["K1", "T", "no", "甲1", "a-b_c", "L" + "9" * 15, "é1"])
def test_an_id_of_a_note_is_a_letter_then_letters_digits_and_two_marks(typed: str) -> None:
    assert read(LocalId, f" {typed} ") == typed


@pytest.mark.parametrize("typed", ["1", "1K", "-a", "_a", "K 1", "K.1", "K1/2", "L" + "9" * 16, ""])
def test_any_other_id_is_told_the_rule(typed: str) -> None:
    found = refused(LocalId, typed)

    assert found.code == "bad_id"
    assert found.suggestion is not None
    assert "16" in found.suggestion.zh
    assert "16" in found.suggestion.en


@pytest.mark.parametrize(
    "typed", ["2026-05-qingyu-iot", "青屿-联网", "a", "2026", "x" * 80, "CON1", "console"]
)
def test_the_id_of_a_note_is_letters_and_digits_of_any_script(typed: str) -> None:
    assert read(NoteId, typed) == typed
    assert is_note_id(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "a b",
        "a.b",
        "a/b",
        "../a",
        "x" * 81,
        "",
        "con",
        "CON",
        "Nul",
        "prn",
        "aux",
        "com1",
        "LPT9",
        "e\u0301",
        "a:b",
        "a\nb",
        "C:",
    ],
)
def test_what_no_file_system_or_git_keeps_apart_is_no_id(typed: str) -> None:
    assert refused(NoteId, typed).code == "bad_note_id"
    assert not is_note_id(typed)


@pytest.mark.parametrize("typed", ["2026-03-helan-wms/L2", "甲/L1"])
def test_a_lesson_of_another_note_is_named_by_both_ids(typed: str) -> None:
    assert read(LessonRef, typed) == typed


@pytest.mark.parametrize(
    "typed", ["L2", "2026-03-helan-wms", "a/", "/L2", "a/2", "a/L1/L2", "con/L1", "a / L1", "a b/L1"]
)
def test_half_a_reference_is_told_how_to_be_whole(typed: str) -> None:
    found = refused(LessonRef, typed)

    assert found.code == "bad_reference"
    assert found.suggestion is not None
    assert "2026-03-helan-wms/L2" in found.suggestion.en


def test_a_gap_is_named_by_a_slug() -> None:
    assert read(Slug, "mes-writeback") == "mes-writeback"
    assert refused(Slug, "mes writeback").code == "bad_id"


@pytest.mark.parametrize("typed", ["CNY", "cny", " usd "])
def test_a_currency_is_three_letters(typed: str) -> None:
    assert read(Currency, typed) == typed.strip().upper()


@pytest.mark.parametrize("typed", ["人民币", "RMB1", "¥", "EU", ""])
def test_any_other_currency_is_refused(typed: str) -> None:
    assert refused(Currency, typed).code == "bad_currency"
