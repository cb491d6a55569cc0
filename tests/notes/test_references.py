"""Where the ids of a note stand and what refers to them."""

from __future__ import annotations

from generator.notes.references import WITH_IDS, lesson_ids, lesson_references, local_references, written_ids
from tests.builders import engagement, full_engagement

LESSON = {"kind": "keep", "theme": "other", "text": "a"}


def test_written_ids_come_in_the_order_of_the_format() -> None:
    found = list(written_ids(full_engagement()))

    assert [name for _, name in found] == [
        "N1",
        "F1",
        "F2",
        "K1",
        "K2",
        "K3",
        "R1",
        "R2",
        "R3",
        "T1",
        "T2",
        "M1",
        "M2",
        "M3",
    ]
    assert found[2] == (("fit", 1, "id"), "F2")


def test_every_block_whose_items_have_ids_is_looked_at() -> None:
    items = {
        "needs": {"surface": "a"},
        "fit": {"capability": "a", "level": "gap"},
        "commitments": {"said": "a", "class": "firm", "made_by": "b", "made_on": "2026-05-20"},
        "landing_requirements": {"item": "a", "party": "us"},
        "risks": {"event": "a", "category": "people", "probability": "1", "impact": "1"},
        "assumptions": {"text": "a"},
        "objections": {"text": "a"},
        "options": {"name": "a"},
        "milestones": {"name": "a", "start": "2026-05-20", "end": "2026-05-20"},
        "lessons": LESSON,
    }
    note = engagement(
        **{block: [{"id": f"I{index}"} | item] for index, (block, item) in enumerate(items.items())}
    )

    assert tuple(items) == WITH_IDS
    assert [(loc[0], name) for loc, name in written_ids(note)] == [
        (block, f"I{n}") for n, block in enumerate(items)
    ]


def test_items_without_an_id_cannot_be_cited() -> None:
    assert lesson_ids(engagement(lessons=[LESSON, LESSON | {"id": "L7"}])) == {"L7"}
    assert list(written_ids(engagement())) == []


def test_a_reference_comes_with_the_ids_it_may_name() -> None:
    found = {loc: (name, set(known)) for loc, name, known in local_references(full_engagement())}

    assert found[("fit", 0, "need")] == ("N1", {"N1"})
    assert found[("landing_requirements", 0, "blocks")] == ("M2", {"M1", "M2", "M3"})
    assert found[("milestones", 1, "after", 0)] == ("M1", {"M1", "M2", "M3"})
    assert found[("stakeholders", 0, "answered_by", 0)][0] == "roi"
    assert {"roi", "F1", "T2"} <= found[("stakeholders", 0, "answered_by", 0)][1]


def test_lessons_of_other_notes_are_named_where_they_were_used_and_where_they_happened_again() -> None:
    note = engagement(reused_lessons=[{"id": "a/L1", "effect": "helped"}], repeats=["b/L2", "c/L3"])

    assert list(lesson_references(note)) == [
        (("reused_lessons", 0, "id"), "a/L1"),
        (("repeats", 0), "b/L2"),
        (("repeats", 1), "c/L3"),
    ]
