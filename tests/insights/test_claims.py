from __future__ import annotations

from typing import Any

import pytest

from generator.insights.claims import ClaimState, Support, TriadPart, claim_states, level_summaries
from generator.notes.codes import FitLevel
from tests.builders import engagement, full_engagement

FIT = {"capability": "gateway", "level": "standard"}


def _state(**keys: Any) -> ClaimState:
    found = claim_states(engagement(fit=[FIT | keys]))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("evidence", "support"),
    [
        (None, Support.NONE),
        ({}, Support.NONE),
        ({"kind": "none", "verified": "true"}, Support.NONE),
        ({"ref": "C-014", "verified": "true"}, Support.NONE),
        ({"kind": "pilot"}, Support.UNVERIFIED),
        ({"kind": "pilot", "verified": "false"}, Support.UNVERIFIED),
        ({"kind": "pilot", "verified": "true"}, Support.VERIFIED),
    ],
)
def test_a_claimed_value_rests_on_its_evidence(evidence: dict[str, str] | None, support: Support) -> None:
    keys = {} if evidence is None else {"evidence": evidence}

    found = _state(value="faster", **keys)

    assert found.support is support
    assert found.unsupported is (support is not Support.VERIFIED)


def test_without_a_value_nothing_is_claimed() -> None:
    found = _state(technology="buffers")

    assert (found.support, found.unsupported) == (None, False)


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ({"technology": "x"}, (TriadPart.SCENARIO, TriadPart.VALUE)),
        ({"technology": "x", "scenario": "x"}, (TriadPart.VALUE,)),
        ({"technology": "x", "value": "x"}, (TriadPart.SCENARIO,)),
        ({"technology": "x", "scenario": "x", "value": "x"}, ()),
        ({"value": "x"}, ()),
        ({}, ()),
    ],
)
def test_a_technology_wants_its_scenario_and_value(
    keys: dict[str, str], missing: tuple[TriadPart, ...]
) -> None:
    assert _state(**keys).missing == missing


def test_levels_in_use_are_summed_up_from_standard_to_gap() -> None:
    levels = ["gap", "standard", "roadmap", "standard"]

    found = level_summaries(engagement(fit=[FIT | {"level": level} for level in levels]))

    assert [(summary.level, summary.ids) for summary in found] == [
        (FitLevel.STANDARD, ("F2", "F4")),
        (FitLevel.ROADMAP, ("F3",)),
        (FitLevel.GAP, ("F1",)),
    ]


def test_without_a_fit_there_is_nothing_to_sum_up() -> None:
    assert (claim_states(engagement()), level_summaries(engagement())) == ((), ())


def test_the_full_example_has_one_unsupported_claim() -> None:
    found = claim_states(full_engagement())

    assert [(state.id, state.support, state.missing) for state in found] == [
        ("F1", Support.VERIFIED, ()),
        ("F2", Support.NONE, ()),
    ]
