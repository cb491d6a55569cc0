"""The figures of INSIGHTS.md over the shared example note itself."""

from __future__ import annotations

import pytest

from generator.insights.as_of import engagement_as_of
from generator.insights.commitments import commitment_states
from generator.insights.intel import intel_coverage
from generator.insights.value_case import value_case
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement
from generator.source.reading import read_yaml
from generator.source.text import Source, decode_source
from generator.source.validate import validate
from tests.builders import day
from tests.judges import EXAMPLES, needs

NOTE = "engagements/2026-05-qingyu-iot.yaml"
REQUIRED = (
    "budget_ceiling",
    "decision_chain",
    "competitors",
    "timeline",
    "decision_criteria",
    "past_pains",
)

pytestmark = needs("examples")


@pytest.fixture(params=["full-zh", "full-en"])
def example(request: pytest.FixtureRequest) -> Engagement:
    source = decode_source(NOTE, (EXAMPLES / request.param / NOTE).read_bytes())
    assert isinstance(source, Source)
    root = read_yaml(source).root
    assert root is not None
    found, problems = validate(Engagement, root)
    assert found is not None, problems
    return found


def test_its_return_is_the_one_worked_by_hand(example: Engagement) -> None:
    found = value_case(example)

    assert found is not None
    assert found.payback_months is not None
    assert found.own_share is not None
    assert [found.annual_benefit, found.own_estimate] == [714000, 90000]
    assert (f"{found.payback_months:.1f}", f"{found.own_share:.0%}") == ("16.5", "13%")


def test_one_of_its_two_deliverable_promises_is_flagged(example: Engagement) -> None:
    found = commitment_states(example, day("2026-07-22"), Calendar())

    assert [state.id for state in found if state.deliverable] == ["K2", "K3"]
    assert [state.id for state in found if state.process_flag or state.outcome_flag] == ["K3"]


def test_three_of_six_were_known_before(example: Engagement) -> None:
    found = intel_coverage(example, REQUIRED)

    assert found is not None
    assert (len(found.known_before), len(found.required)) == (3, 6)


def test_after_its_last_day_it_reads_as_written(example: Engagement) -> None:
    assert engagement_as_of(example, day("2027-01-01")) == example
