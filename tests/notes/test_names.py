"""Names of a customer's people in free text, without false alarms."""

from __future__ import annotations

import pytest

from generator.notes.names import names_in, person_names
from tests.builders import engagement


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("陈总说可以", "陈总"), ("请陈总，何工到场", "陈总"), ("找王总监谈", "王总监"), ("何工程师问过", "何工"),
        ("with Wang.", "Wang"), ("找Wang谈", "Wang"), ("Wang", "Wang"), ("Anna Li asked", "Anna Li"),
        ("José agreed", "José"), ("王小明说", "王小明"), ("o'Neil", "o'Neil"), ("김부장은", "김부장"),
    ],
)  # fmt: skip
def test_a_name_in_a_text_is_found(text: str, name: str) -> None:
    assert names_in(text, {name}) == (name,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("国王总部", "王总"), ("任何工作", "何工"), ("任何工程", "何工"), ("陈总公司", "陈总"), ("Wangler agreed", "Wang"),
        ("in wang", "Wang"), ("XWang", "Wang"), ("Annabel", "Anna"), ("no one", "Wang"), ("Joséphine", "José"),
    ],
)  # fmt: skip
def test_letters_that_happen_to_stand_in_other_words_are_no_name(text: str, name: str) -> None:
    assert names_in(text, {name}) == ()


def test_every_name_is_told_once_in_the_order_of_the_text() -> None:
    assert names_in("何工和陈总，陈总监，再问何工", {"陈总", "何工", "陈总监"}) == ("何工", "陈总", "陈总监")


def test_a_role_a_letter_and_nothing_are_no_names() -> None:
    people = engagement(
        stakeholders=[
            {"role": "采购经理", "name": "采购经理"},
            {"role": "厂长", "name": "信息部经理"},
            {"role": "信息部经理"},
            {"role": "用户", "name": "王"},
            {"role": "副总", "name": "陈总"},
        ]
    ).stakeholders

    assert person_names(people) == {"陈总"}
