from __future__ import annotations

import pytest

from generator.insights.search.vocabulary import translations_of


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("预算", "budget"),
        ("budgets", "预算"),
        ("价格", "price"),
        ("security", "安全"),
        ("decision chain", "决策链"),
        ("competitors", "友商"),
        ("over promise", "过度承诺"),
        ("demos", "演示"),
    ],
)
def test_words_of_the_field_are_known_in_both_languages(word: str, other: str) -> None:
    assert other in translations_of(word)


def test_other_words_have_no_translation() -> None:
    assert translations_of("harbour") == ()
