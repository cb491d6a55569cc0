from __future__ import annotations

from dataclasses import fields
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from generator.insights.item_ids import id_order, item_ids
from tests.builders import engagement

RISK = {"event": "late", "category": "schedule", "probability": "1", "impact": "1"}
BLOCKS = {
    "needs": {"surface": "x"},
    "fit": {"capability": "x", "level": "standard"},
    "commitments": {"said": "x", "class": "firm", "made_by": "Lin", "made_on": "2026-05-20"},
    "landing_requirements": {"item": "x", "party": "us"},
    "risks": RISK,
    "assumptions": {"text": "x"},
    "objections": {"text": "x"},
    "options": {"name": "x"},
    "lessons": {"kind": "keep", "theme": "evidence", "text": "x"},
}


def _with_risks(*names: str | None) -> tuple[str, ...]:
    risks = [RISK if name is None else RISK | {"id": name} for name in names]
    return item_ids(engagement(risks=risks)).risks


def test_every_block_has_its_letter() -> None:
    found = item_ids(engagement(**{block: [item, item] for block, item in BLOCKS.items()}))

    letters = {field.name: getattr(found, field.name) for field in fields(found)}
    assert letters == {
        "needs": ("N1", "N2"),
        "fit": ("F1", "F2"),
        "commitments": ("K1", "K2"),
        "landing_requirements": ("R1", "R2"),
        "risks": ("T1", "T2"),
        "assumptions": ("A1", "A2"),
        "objections": ("O1", "O2"),
        "options": ("P1", "P2"),
        "lessons": ("L1", "L2"),
    }


def test_a_written_id_stands() -> None:
    assert _with_risks("supply", None) == ("supply", "T2")


def test_an_id_written_further_down_is_left_to_its_item() -> None:
    assert _with_risks(None, "T1", None) == ("T2", "T1", "T3")


def test_counting_up_goes_past_ids_given_before() -> None:
    assert _with_risks(None, None, "T1") == ("T2", "T3", "T1")


def test_an_id_that_another_block_writes_is_not_given_again() -> None:
    milestone = {"id": "T1", "name": "x", "start": "2026-07-01", "end": "2026-07-02"}

    found = item_ids(engagement(risks=[RISK], milestones=[milestone]))

    assert found.risks == ("T2",)


def test_blocks_that_are_not_there_have_no_ids() -> None:
    found = item_ids(engagement())

    assert (found.needs, found.fit, found.risks) == (("N1",), (), ())


@given(st.lists(st.sampled_from([None, "T1", "T2", "T3", "T5", "N1"]), max_size=8))
def test_no_two_items_share_an_id(names: list[str | None]) -> None:
    written = [name for name in names if name is not None]
    distinct = [name if name is None or names.index(name) == at else None for at, name in enumerate(names)]

    found = item_ids(engagement(risks=[RISK if name is None else RISK | {"id": name} for name in distinct]))

    every = list(chain.from_iterable(getattr(found, field.name) for field in fields(found)))
    assert len(found.risks) == len(names)
    assert sorted(set(found.risks)) == sorted(found.risks)
    assert set(written) <= set(found.risks)
    assert len(every) == len(set(every))


def test_ids_are_ordered_by_their_numbers() -> None:
    names = ["T10", "supply", "T2", "T02", "T2-b", "T1"]

    assert sorted(names, key=id_order) == ["T1", "T02", "T2", "T2-b", "T10", "supply"]
