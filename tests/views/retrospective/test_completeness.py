from __future__ import annotations

from generator.views.retrospective.completeness import PARTS, Completeness, build_completeness
from tests.builders import engagement
from tests.views.subjects import full, subject


def test_what_is_missing_is_told_with_the_conclusion_that_it_weakens() -> None:
    assert build_completeness(full()) == Completeness(
        "9 of 13 optional parts are recorded",
        (
            "Deal (what a gap holds up)",
            "Collaboration (what preparation missed)",
            "Objections (which answer to reuse)",
            "Lessons reused (whether old lessons were used)",
        ),
        (),
    )
    assert build_completeness(full(language="zh")).missing[0] == "商机金额与交付方式（缺口卡住多少钱）"


def test_a_minimal_note_misses_every_optional_part() -> None:
    found = build_completeness(subject(engagement(), language="zh"))

    assert (found.summary, len(found.missing)) == ("选填部分记录了 0 / 13", len(PARTS))


def test_hints_are_handed_on() -> None:
    assert build_completeness(full(hints=("K1 · a",))).hints == ("K1 · a",)
