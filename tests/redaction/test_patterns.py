"""Names in texts: in every spelling that the leak check folds, and no part of another word."""

from __future__ import annotations

import pytest

from generator.redaction.companies import company_patterns, slug_patterns
from generator.redaction.folding import trace
from generator.redaction.patterns import any_spelling, as_typed
from generator.redaction.people import people_in, person_patterns


def found(text: str, *patterns: object) -> list[str]:
    traced = trace(text)
    known = [pattern for pattern in patterns if pattern is not None]
    return [text[start:end] for pattern in known for start, end in pattern.find(traced)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    ["Tom Okafor", "TOM OKAFOR", "tom  okafor", "Ｔｏｍ　Ｏｋａｆｏｒ", "tom-okafor", "tom_okafor", "T o m O k a f o r", "Tom\nOkafor",
     "To\u00adm Oka\u200bfor"],
)  # fmt: skip
def test_every_spelling_of_a_name_is_found(text: str) -> None:
    assert found(f"ask {text}, please", any_spelling("Tom Okafor")) == [text]


@pytest.mark.parametrize("text", ["澜桥银行", "澜 桥 银 行", "澜桥\n银行", "澜桥\u200b银行"])
def test_chinese_may_be_spaced_out(text: str) -> None:
    assert found(f"由{text}确认", any_spelling("澜桥银行")) == [text]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Torn", "tornado"),
        ("Torn", "not orn"),
        ("Lin Lan", "Berlin land"),
        ("Ana Lee", "an alee"),
        ("C-007", "C-0071"),
        ("何工", "任何工作"),
        ("王总", "国王总部"),
    ],
)
def test_a_part_of_another_word_is_no_name(name: str, text: str) -> None:
    assert found(text, any_spelling(name)) == []


def test_what_is_too_short_is_looked_for_in_its_own_key_only() -> None:
    assert (any_spelling("He"), any_spelling("甲"), as_typed("IT")) == (None, None, None)


def test_a_short_word_is_found_in_its_own_letters_only() -> None:
    assert found("Mes amis, MES and mes", as_typed("MES")) == ["MES"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Tom Okafor", "Tom said so, and okafor", {"Tom"}),
        ("Ms Lim Hui Fen", "Ms Lim, and Fen", {"Lim", "Fen"}),
        ("Will Page", "Will it run? Ask Will about page 3", {"Will"}),
        ("May Chen", "in May 2026 and on 3 May; then May agreed", {"May"}),
        ("林岚", "林总说找林工", {"林总", "林工"}),
        ("方晓冉", "双方总部，找方总", {"方总"}),
        ("何敏", "任何工程师都行，由何工确认", {"何工"}),
        ("Lin", "Lin and the linear model", {"Lin"}),
    ],
)  # fmt: skip
def test_what_people_are_called_besides(name: str, text: str, expected: set[str]) -> None:
    assert set(found(text, *person_patterns(name))) == expected


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("交付部-何工", ("何工",)),
        ("Delivery - He", ("He",)),
        ("Tom Okafor, Xu Yun", ("Tom Okafor", "Xu Yun")),
        ("交付部", ()),
        ("客户", ()),
        ("their IT lead", ()),
        ("lin", ("lin",)),
        ("Jean-Paul Martin", ("Jean-Paul Martin",)),
        ("信息部经理", ()),
    ],
)
def test_departments_parties_and_roles_are_no_people(value: str, people: tuple[str, ...]) -> None:
    assert people_in(value, frozenset({"信息部经理"})) == people


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("澜桥银行股份有限公司", "澜桥银行和澜桥", {"澜桥银行", "澜桥"}),
        ("上海云圃机械（集团）有限公司", "云圃的二车间", {"云圃"}),
        ("泾河市大数据局", "泾河已验收", {"泾河"}),
        ("上海银行", "上海的机房", set()),
        ("Brightwater Energy Ltd", "Brightwater asked", {"Brightwater"}),
        ("First National Bank", "the first bank", set()),
        ("Blue Quay Bank", "Blue Quay's line, and Blue", {"Blue Quay", "Blue"}),
        ("own development", "Own devices", set()),
        ("General Systems Ltd", "general systems of a company", set()),
    ],
)
def test_what_companies_are_called_besides(name: str, text: str, expected: set[str]) -> None:
    assert set(found(text, *company_patterns(name))) == expected


@pytest.mark.parametrize(
    ("note_id", "text", "expected"),
    [
        (
            "2025-12-lanqiao-bank",
            "Lanqiao Bank, Lanqiao, lanqiao-bank",
            {"Lanqiao Bank", "lanqiao-bank", "Lanqiao"},
        ),
        ("2026-05-harbour-iot", "the harbour", set()),
        ("2026-05", "2026-05", set()),
        ("notes", "notes", set()),
    ],
)
def test_an_id_tells_the_customer_too(note_id: str, text: str, expected: set[str]) -> None:
    assert set(found(text, *slug_patterns(note_id))) == expected
