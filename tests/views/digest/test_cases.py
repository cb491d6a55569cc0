from __future__ import annotations

from generator.notes.model import Engagement
from generator.views.digest.cases import cases_of
from tests.insights.portfolio.notes import note
from tests.views.subjects import wording


def alias(name: str, on: str, says: str) -> Engagement:
    return note(name, on).model_copy(
        update={"customer": note(name).customer.model_copy(update={"alias": says})}
    )


def test_an_alias_that_stands_alone_is_used_as_it_is() -> None:
    cases = cases_of((alias("a", "2026-05-01", "a bank"), alias("b", "2026-05-01", "a mill")), wording())

    assert dict(cases.names) == {"a": "a bank", "b": "a mill"}
    assert cases.named("a/K4") == "a bank K4"
    assert cases.of(alias("b", "2026-05-01", "a mill")) == "a mill"


def test_shared_aliases_are_told_apart_by_month_then_by_day_then_by_number() -> None:
    notes = (
        alias("a", "2026-04-01", "a bank"),
        alias("b", "2026-05-01", "a bank"),
        alias("c", "2026-05-02", "a bank"),
        alias("d", "2026-06-01", "a bank"),
        alias("e", "2026-06-01", "a bank"),
    )

    assert dict(cases_of(notes, wording()).names) == {
        "a": "a bank 2026-04",
        "b": "a bank 2026-05-01",
        "c": "a bank 2026-05-02",
        "d": "a bank 2026-06-01 #1",
        "e": "a bank 2026-06-01 #2",
    }


def test_of_many_cases_the_first_are_listed_and_the_rest_counted() -> None:
    notes = tuple(alias(f"n{number}", "2026-05-01", f"c{number}") for number in range(9))

    assert cases_of(notes, wording()).listed(n.id for n in notes) == "c0, c1, c2, c3, c4, c5, 3 more"
