from __future__ import annotations

import pytest

from generator.insights.preparation.sources import likely_source
from generator.notes.model import INTEL_ITEMS, Stakeholder


def _person(role: str, **keys: str) -> Stakeholder:
    return Stakeholder.model_validate({"role": role} | keys)


PEOPLE = (
    _person("head of production", decision_role="economic_buyer", stance="neutral"),
    _person("head of IT", decision_role="technical_buyer", stance="opposes"),
    _person("buyer", decision_role="procurement"),
    _person("foreman", decision_role="user", stance="champion"),
)


@pytest.mark.parametrize(
    ("item", "role"),
    [
        ("budget_ceiling", "head of production"),
        ("decision_chain", "foreman"),
        ("competitors", "foreman"),
        ("timeline", "head of production"),
        ("decision_criteria", "head of IT"),
        ("procurement", "buyer"),
        ("past_pains", "foreman"),
    ],
)
def test_the_one_who_is_likely_to_know_is_asked(item: str, role: str) -> None:
    found = likely_source(item, PEOPLE, ())

    assert found is not None
    assert found.role == role


@pytest.mark.parametrize("item", INTEL_ITEMS)
def test_where_nobody_is_recorded_nobody_is_named(item: str) -> None:
    assert likely_source(item, (_person("driver"),), ("driver",)) is None


def test_among_equals_somebody_in_the_room_comes_first_then_somebody_we_have_met() -> None:
    equals = (
        _person("CFO", decision_role="economic_buyer"),
        _person("owner", decision_role="economic_buyer", met="true"),
        _person("CEO", decision_role="economic_buyer"),
    )
    met, present = likely_source("timeline", equals, ()), likely_source("timeline", equals, ("ceo",))

    assert met is not None
    assert present is not None
    assert (met.role, present.role) == ("owner", "CEO")
