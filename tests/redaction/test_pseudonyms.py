from __future__ import annotations

from itertools import pairwise

import pytest

from generator.redaction.kinds import NameKind
from generator.redaction.pseudonyms import make_pseudonyms


def nobody(text: str) -> bool:
    del text
    return False


@pytest.mark.parametrize("count", [1, 10, 11, 120, 121, 1500])
def test_as_many_as_asked_for_and_none_is_the_beginning_of_another(count: int) -> None:
    made = make_pseudonyms(NameKind.CUSTOMER, count, "", nobody)

    assert len({name.zh for name in made}) == len({name.en for name in made}) == count
    for texts in ([name.zh for name in made], [name.en for name in made]):
        ordered = sorted(texts)
        assert not any(after.startswith(before) for before, after in pairwise(ordered))


def test_what_stands_in_a_text_or_is_a_name_is_passed_over() -> None:
    made = make_pseudonyms(NameKind.COLLEAGUE, 3, "同事甲方¶colleaguebravo", lambda text: "Charlie" in text)

    assert [(name.zh, name.en) for name in made] == [
        ("同事丁", "Colleague Delta"),
        ("同事戊", "Colleague Echo"),
        ("同事己", "Colleague Foxtrot"),
    ]


def test_our_company_has_one_name() -> None:
    assert [name.en for name in make_pseudonyms(NameKind.OURS, 2, "", nobody)] == [
        "Our Company",
        "Our Company",
    ]
