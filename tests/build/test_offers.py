"""What templates may use follows from the types of the views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import pytest

from generator.build import offers
from generator.build.offers import BLOCKS, VIEWS, OfferedField, read_offers
from generator.errors import Bilingual
from generator.prose import Prose
from generator.word.placeholders import PLACEHOLDERS
from generator.workspace.builtin import builtin_templates

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Some(Generic[Row]):
    """more tells how many are missing."""

    rows: tuple[Row, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Inner:
    """One row.

    said: the words; they stay; owner and due are words, never dates.
    """

    said: Prose
    owner: str
    due: str | None
    above: Inner | None


@dataclass(frozen=True, slots=True)
class Made:
    title: str
    rows: tuple[Inner, ...]
    cut: Some[Inner]
    x: dict[str, object]

    @property
    def is_long(self) -> bool:
        return len(self.rows) > 3

    def method(self) -> str:
        return self.title


def build_made() -> Made:
    raise NotImplementedError


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> offers.OfferedDocument:
    monkeypatch.setattr(offers, "VIEWS", {"made": build_made})
    (document,) = read_offers().documents
    return document


def test_groups_are_told_once_in_the_order_of_the_fields(made: offers.OfferedDocument) -> None:
    assert made.template == "made.md.j2"
    assert [group.name for group in made.groups] == ["Made", "Inner", "Some"]


def test_types_are_told_in_words_and_what_is_computed_counts_as_a_field(made: offers.OfferedDocument) -> None:
    told = [(field.name, field.type.en, field.type.zh) for field in made.groups[0].fields]

    assert told == [
        ("title", "text", "文字"),
        ("rows", "list of Inner", "列表：Inner"),
        ("cut", "Some of Inner", "Some：Inner"),
        ("x", "keys and values", "键和值"),
        ("is_long", "yes or no", "是否"),
    ]


def test_meanings_come_from_the_docstring_clause_by_clause(made: offers.OfferedDocument) -> None:
    inner = made.groups[1]

    assert inner.meaning == "One row. they stay."
    assert inner.fields == (
        OfferedField("said", Bilingual("记录里的 Markdown", "Markdown of the note"), "the words"),
        OfferedField("owner", Bilingual("文字", "text"), "words, never dates"),
        OfferedField("due", Bilingual("文字，可能没有", "text, if any"), "words, never dates"),
        OfferedField("above", Bilingual("Inner，可能没有", "Inner, if any"), ""),
    )


def test_a_type_without_a_docstring_and_one_of_any_rows_are_told_plainly(
    made: offers.OfferedDocument,
) -> None:
    assert made.groups[0].meaning == ""
    assert made.groups[2].meaning == "more tells how many are missing."
    assert made.groups[2].fields[0].type.en == "list of what is listed"


def test_every_template_of_a_document_has_its_view_told() -> None:
    templates = {path.name for path in builtin_templates().glob("*.md.j2")} - {BLOCKS}

    assert {f"{name}.md.j2" for name in VIEWS} == templates
    assert all(document.groups[0].fields for document in read_offers().documents)


def test_one_document_is_told_with_what_all_share() -> None:
    told = read_offers(("risk-memo",))

    assert [document.name for document in told.documents] == ["risk-memo"]
    assert told.placeholders == PLACEHOLDERS
    assert "section" in [macro.name for macro in told.macros]
