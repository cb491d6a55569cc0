from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.insights.portfolio.calibration import Statement
from generator.insights.portfolio.figures import FigureRules, Figures, Recorded, figures
from generator.insights.portfolio.selection import select
from generator.insights.portfolio.windows import Window, month_to
from generator.notes.codes import ScoredBy
from generator.notes.model import Engagement
from generator.notes.shown import ShownRecord
from generator.source.reading import read_yaml
from generator.source.text import Source, decode_source
from generator.source.validate import validate
from tests.builders import day, full_engagement
from tests.insights.portfolio.notes import note
from tests.insights.portfolio.scores import fixture

SAMPLES = sorted((Path(__file__).parents[3] / "engagements").rglob("*.yaml"))
DAY = day("2026-10-31")
RULES = FigureRules("CNY", ("budget_ceiling", "decision_chain", "competitors"))


def _read(path: Path) -> Engagement:
    source = decode_source(path.name, path.read_bytes())
    assert isinstance(source, Source)
    root = read_yaml(source).root
    assert root is not None
    found, problems = validate(Engagement, root)
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def samples() -> tuple[Engagement, ...]:
    assert SAMPLES
    return tuple(_read(path) for path in SAMPLES)


def _figures(*notes: Engagement, recorded: Recorded | None = None) -> Figures:
    return figures(select(notes, DAY).used, month_to(DAY), RULES, recorded or Recorded())


def test_of_no_notes_every_figure_is_empty() -> None:
    found = _figures()

    assert (found.to_change, found.gaps, found.focus, found.follow_ups, found.claims) == ((), (), (), (), ())
    assert (found.promises.kept_on_time.n, found.risks.open, found.actions.open) == (0, (), ())
    assert found.calibration.statement is Statement.TABLE_ONLY


def test_three_minimal_notes_have_figures() -> None:
    found = _figures(note("a", customer="A"), note("b", customer="B"), note("c", customer="A"))

    row = found.to_change[0]
    assert (row.theme, row.rate.k, row.rate.n, row.customers) == ("intel_gap", 3, 3, 2)
    assert [deal.engagement.id for deal in found.focus] == ["a", "b", "c"]
    assert found.need_depths[0] == (0, ("a", "b", "c"))


def test_windows_end_on_the_day() -> None:
    found = _figures()

    assert found.window == Window(day("2025-10-31"), DAY)
    assert found.now == Window(day("2026-09-30"), DAY)


def test_what_stands_beside_the_notes_reaches_its_figures() -> None:
    deals = fixture()
    proofs = {(deals[0].id, side): True for side in (ScoredBy.PRESALES, ScoredBy.SALES)}
    shown = ShownRecord(day("2026-01-01"), deals[1].id, "Harbour Works", "a visit", ("d000/L1",))
    recorded = Recorded((shown,), {deals[2].id: day("2026-01-03")}, proofs)

    found = _figures(*deals, recorded=recorded)

    assert found.calibration.proven.ids == ("d000",)
    assert found.reuse.step("shown") == ("d000/L1",)
    assert found.write_ups.delays == (("d002", 2),)


def test_figures_of_the_full_example_agree_with_its_own() -> None:
    found = _figures(full_engagement(id="n"))

    assert found.over_promises.either.ids == ("n/K3",)
    # Both are amber by now; T1 is nearer.
    assert [risk.name for risk in found.risks.open] == ["n/T1", "n/T2"]
    assert [slip.state.milestone.id for slip in found.prerequisites.slips] == ["M2", "M3"]
    assert [(row.engagement.id, int(row.case.own_estimate)) for row in found.value_cases] == [("n", 90000)]


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(SAMPLES))))
def test_the_order_in_which_sample_notes_are_read_changes_nothing(order: list[int]) -> None:
    notes = [_read(path) for path in SAMPLES]

    assert _figures(*(notes[place] for place in order)) == _figures(*notes)


def test_sample_notes_have_figures_of_every_kind(samples: tuple[Engagement, ...]) -> None:
    found = _figures(*samples)

    assert {row.gap for row in found.gaps} >= {"mes-writeback", "xinchuang-arm", "hl7-fhir"}
    assert found.to_change
    assert found.to_keep
    assert found.promises.kept_on_time.n > 0
    assert found.risks.open
    assert found.objections
    assert found.rhythm.meetings
