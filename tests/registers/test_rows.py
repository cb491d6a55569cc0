from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.insights.working_days import Calendar
from generator.registers import REGISTERS, Register, Value, build_registers
from tests.builders import engagement, full_engagement

DAY = date(2026, 7, 25)


def register(name: str) -> Register:
    (found,) = build_registers((full_engagement(),), DAY, Calendar(), (name,))
    return found


def row(name: str, place: int) -> dict[str, Value]:
    found = register(name)
    return dict(zip((column.key for column in found.columns), found.rows[place], strict=True))


@pytest.mark.parametrize("name", REGISTERS)
def test_each_row_has_a_value_for_each_column(name: str) -> None:
    found = register(name)

    assert found.rows
    assert {len(values) for values in found.rows} == {len(found.columns)}
    assert len({column.key for column in found.columns}) == len(found.columns)


def test_a_risk_has_its_ratings_as_numbers_and_its_level_after_the_action() -> None:
    found = row("risks", 0)

    assert (found["id"], found["probability"], found["impact"], found["level"]) == ("T1", 4, 4, "amber")
    assert (found["owner"], found["due"]) == ("Lin", date(2026, 6, 12))


def test_a_promise_stands_as_of_the_day() -> None:
    found = row("commitments", 2)

    assert (found["id"], found["standing"], found["confirmed"]) == ("K3", "renegotiated", False)
    assert found["extra_cost"] == Decimal(180000)


def test_a_prerequisite_past_its_day_is_red() -> None:
    found = row("requirements", 1)

    assert (found["light"], found["days_late"], found["needed_by"]) == ("red", 5, date(2026, 7, 20))


def test_rows_are_in_the_order_of_the_notes_days_whatever_the_order_given() -> None:
    notes = (engagement(id="b", date="2026-06-01"), engagement(id="c"), engagement(id="a"))
    (forwards,) = build_registers(notes, DAY, Calendar(), ("lessons",))
    (backwards,) = build_registers(notes[::-1], DAY, Calendar(), ("lessons",))

    assert [values[0] for values in forwards.rows] == ["a", "c", "b"]
    assert forwards == backwards
