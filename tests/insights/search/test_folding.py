from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.search.folding import beginning, fold, fold_with_places, stem


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("MES 写回", "mes写回"),
        ("ＭＥＳ写回", "mes写回"),
        ("Over-promise", "over promise"),
        ("  two\n words ", "two words"),
        ("第 3 期", "第3期"),
        ("Straße", "strasse"),
        ("mes_write/back", "mes write back"),
        ("-", ""),
    ],
)
def test_case_width_hyphens_and_idle_spaces_do_not_count(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    "forms",
    [
        ("promise", "promises", "promised", "promising"),
        ("company", "companies"),
        ("stop", "stops", "stopped", "stopping"),
        ("call", "called", "calls"),
        ("process", "processes", "processed"),
        ("study", "studied", "studies"),
        ("price", "pricing", "prices"),
        ("need", "needs", "needed"),
        ("agree", "agrees"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert {stem(form) for form in forms} == {stem(forms[0])}


@pytest.mark.parametrize("word", ["bus", "red", "thing", "speed", "glass", "写回", "12", "see"])
def test_what_only_looks_like_an_ending_stays(word: str) -> None:
    assert stem(word) == word


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_word_begins_with_its_beginning(word: str) -> None:
    assert word.startswith(beginning(word))


@pytest.mark.parametrize(("word", "start"), [("companies", "compan"), ("y", "y"), ("by", "b")])
def test_a_beginning_is_never_empty(word: str, start: str) -> None:
    assert beginning(word) == start


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aB é写回ＭＥ－-_ \n…，ß"))
def test_places_lead_back_to_the_characters(text: str) -> None:
    folded, places = fold_with_places(text)

    assert folded == fold(text)
    assert len(places) == len(folded)
    assert list(places) == sorted(places)


def test_places_are_those_of_the_text_as_typed() -> None:
    assert fold_with_places("Ａ 写 b") == ("a写b", (0, 2, 4))
