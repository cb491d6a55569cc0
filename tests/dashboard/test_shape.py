"""One type gives the JSON, its schema and the rows of the manual."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from jsonschema import Draft7Validator, ValidationError

from generator.dashboard.shape import render_json, rows_of, schema_of, told
from generator.errors import Bilingual


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class PartData:
    amount: Decimal = told("金额", "amount")


@dataclass(frozen=True, slots=True)
class WholeData:
    name: str = told("名字", "name")
    days: tuple[date, ...] = told("日子", "days")
    colour: Colour | None = told("颜色", "colour")
    parts: tuple[PartData, ...] = told("部分", "parts")
    best: PartData | None = told("最好的", "best")


WHOLE = WholeData("a", (date(2026, 5, 20),), Colour.RED, (PartData(Decimal("1") / 3),), None)


def test_json_has_the_keys_in_the_order_of_the_fields_days_as_text_and_amounts_to_the_cent() -> None:
    assert json.loads(render_json(WHOLE)) == {
        "name": "a",
        "days": ["2026-05-20"],
        "colour": "red",
        "parts": [{"amount": 0.33}],
        "best": None,
    }
    assert list(json.loads(render_json(WHOLE))) == ["name", "days", "colour", "parts", "best"]


def test_what_has_no_form_in_json_is_a_bug() -> None:
    with pytest.raises(TypeError, match="set"):
        render_json({"a": {1}})


def test_the_schema_takes_what_is_printed() -> None:
    schema = schema_of(WholeData, Bilingual("整体", "whole"))

    Draft7Validator.check_schema(schema)
    Draft7Validator(schema).validate(json.loads(render_json(WHOLE)))
    assert schema["title"] == "whole · 整体"


@pytest.mark.parametrize(
    "change",
    [{"name": None}, {"days": "2026-05-20"}, {"colour": "blue"}, {"parts": [{}]}, {"best": 3}, {"more": 1}],
)
def test_the_schema_refuses_everything_else(change: dict[str, object]) -> None:
    schema = schema_of(WholeData, Bilingual("整体", "whole"))

    with pytest.raises(ValidationError):
        Draft7Validator(schema).validate(json.loads(render_json(WHOLE)) | change)


def test_every_field_is_told_and_a_part_where_it_first_occurs() -> None:
    rows = [(row.path, row.kind, row.values, row.meaning.en) for row in rows_of(WholeData)]

    assert rows == [
        ("name", "string", (), "name"),
        ("days[]", "date", (), "days"),
        ("colour", "string?", ("red", "green"), "colour"),
        ("parts[]", "part", (), "parts"),
        ("parts[].amount", "number", (), "amount"),
        ("best", "part?", (), "best"),
    ]


def test_a_kind_that_is_no_type_is_a_bug() -> None:
    @dataclass(frozen=True, slots=True)
    class Odd:
        items: list[str] = told("一列", "a list")

    with pytest.raises(TypeError):
        schema_of(Odd, Bilingual("", ""))
    with pytest.raises(TypeError):
        rows_of(Odd)
