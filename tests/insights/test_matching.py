from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.matching import (
    MatchedLesson,
    MatchTerm,
    MatchWeights,
    choose,
    matching_lessons,
)
from generator.insights.prospect import Prospect
from generator.notes.codes import Stage
from generator.notes.model import Engagement
from tests.builders import day, engagement
from tests.insights.portfolio.notes import lesson

DAY = day("2026-05-20")
ASKED = Prospect(
    customer="Harbour Works",
    industry="machining",
    products=("gateway", "mes"),
    competitors=("Torn",),
    stage=Stage.BID,
    themes=("rhythm",),
)


def _note(name: str = "n", on: str = "2026-05-20", **keys: Any) -> Engagement:
    lessons = {"lessons": [lesson(when="always", status="identified")]}
    return engagement(id=name, date=on, **(lessons | keys))


def _elsewhere(name: str = "n", **keys: Any) -> Engagement:
    """Another customer, another industry, another product."""
    other = {"customer": {"name": "Elsewhere", "industry": "banking"}, "products": ["masking"]}
    return _note(name, **(other | keys))


def _match(*notes: Engagement, prospect: Prospect = ASKED, **keys: Any) -> tuple[MatchedLesson, ...]:
    return matching_lessons(notes, prospect, DAY, **keys)


def _only(*notes: Engagement, **keys: Any) -> MatchedLesson:
    found = _match(*notes, **keys)
    assert len(found) == 1
    return found[0]


# ── base ──


def test_every_term_says_what_matched() -> None:
    found = _only(
        _note(stage="bid", intel={"competitors": {"list": [{"name": "torn"}, {"name": "Oak"}]}}),
        prospect=ASKED,
    )

    assert [(part.term, part.values, part.points) for part in found.matched] == [
        (MatchTerm.CUSTOMER, ("Harbour Works",), Decimal(4)),
        (MatchTerm.COMPETITOR, ("Torn",), Decimal(3)),
        (MatchTerm.INDUSTRY, ("machining",), Decimal(2)),
        (MatchTerm.PRODUCT, ("gateway",), Decimal(2)),
        (MatchTerm.STAGE, ("bid",), Decimal(1)),
        (MatchTerm.THEME, ("rhythm",), Decimal(1)),
    ]
    assert (float(found.base), found.score) == (13.0, 13.0)


def test_two_shared_products_count_once() -> None:
    found = _only(
        _elsewhere(products=["mes", "Gateway", "other"]), prospect=Prospect(products=ASKED.products)
    )

    assert (found.matched[0].values, found.base) == (("gateway", "mes"), Decimal(2))


@pytest.mark.parametrize(
    ("keys", "prospect", "shown"),
    [
        ({"stage": "bid"}, ASKED, True),
        ({"stage": "bid", "lessons": [lesson("respect", when="always")]}, ASKED, False),
        ({}, ASKED, False),
        ({}, Prospect(), False),
        ({}, Prospect(industry="Banking"), True),
    ],
)
def test_a_base_of_two_is_enough(keys: dict[str, Any], prospect: Prospect, shown: bool) -> None:
    assert bool(_match(_elsewhere(**keys), prospect=prospect)) is shown


def test_weights_are_the_teams_choice() -> None:
    weights = MatchWeights(customer=Decimal(0), industry=Decimal("1.5"), product=Decimal("0.5"))

    found = _only(
        _note(),
        prospect=Prospect(customer="Harbour Works", industry="machining", products=("mes", "gateway")),
        weights=weights,
    )

    assert found.base == 2


# ── score ──


@pytest.mark.parametrize(
    ("status", "factor"), [("verified", 1.3), ("actioned", 1.15), ("identified", 1.0), ("observed", 0.8)]
)
def test_the_better_a_lesson_is_founded_the_more_it_counts(status: str, factor: float) -> None:
    found = _only(_note(lessons=[lesson("respect", when="always", status=status)]))

    assert (found.status_factor, found.score) == (factor, 8 * factor)


def test_after_eighteen_months_a_lesson_counts_half() -> None:
    # 548 days are 18.004 months of 30.4375 days.
    found = _only(_note(on="2024-11-18"))

    assert found.age_months == pytest.approx(548 / 30.4375)
    assert found.age_factor == pytest.approx(0.5, abs=1e-3)
    assert found.score == pytest.approx(9 * 0.5 ** (548 / 30.4375 / 18))


def test_the_half_life_is_the_teams_choice() -> None:
    found = _only(_note(on="2025-05-20"), half_life_months=12)

    assert found.age_factor == pytest.approx(0.5 ** (365 / 30.4375 / 12))


@pytest.mark.parametrize(
    ("effects", "factor"),
    [
        ([], 1),
        (["helped"], 4 / 3),
        (["helped", "helped", "helped"], 8 / 5),
        (["no_effect"], 2 / 3),
        (["helped", "no_effect"], 1),
        (["not_applicable"], 1),
    ],
)
def test_a_lesson_that_helped_counts_more(effects: list[str], factor: float) -> None:
    source = _note("source", lessons=[lesson("respect", id="L1", when="always", status="identified")])
    users = [
        _elsewhere(f"u{index}", reused_lessons=[{"id": "source/L1", "effect": effect}])
        for index, effect in enumerate(effects)
    ]

    found = _only(source, *users)

    assert found.use.lesson.name == "source/L1"
    assert found.help_factor == pytest.approx(factor)


# ── what is shown ──


@pytest.mark.parametrize("keys", [{"when": "always", "status": "retired"}, {"status": "verified"}])
def test_retired_lessons_and_those_that_do_not_say_when_never_appear(keys: dict[str, str]) -> None:
    assert _match(_note(lessons=[lesson(**keys)])) == ()


def test_the_engagement_being_prepared_does_not_show_its_own_lessons() -> None:
    assert _match(_note(), prospect=Prospect(customer="Harbour Works", note="n")) == ()


def test_the_best_comes_first_then_the_newest_then_by_id() -> None:
    two = [lesson("respect", when="always", status="identified")] * 2

    found = _match(
        _note("old", "2026-05-19"),
        _note("b", lessons=two),
        _note("a", lessons=two),
        _elsewhere("c", stage="bid"),
    )

    assert [match.use.lesson.name for match in found] == ["old/L1", "a/L1", "a/L2", "b/L1", "b/L2", "c/L1"]


def test_five_lessons_are_chosen_and_two_of_a_theme() -> None:
    themes = ["rhythm", "rhythm", "rhythm", "respect", "evidence", "objection", "tailoring"]
    ranked = _match(
        *(
            _note(
                f"n{index}",
                f"2026-05-{20 - index}",
                lessons=[lesson(theme, when="always", status="identified")],
            )
            for index, theme in enumerate(themes)
        )
    )

    chosen = [match.use.lesson.name for match in choose(ranked)]

    assert chosen == ["n0/L1", "n1/L1", "n3/L1", "n4/L1", "n5/L1"]
    assert [match.use.lesson.name for match in choose(ranked, max_lessons=2, max_per_theme=1)] == [
        "n0/L1",
        "n3/L1",
    ]


@given(st.permutations(range(6)))
def test_the_order_of_notes_does_not_matter(order: list[int]) -> None:
    notes = [_note(f"n{index}", f"2026-05-{10 + index % 3}") for index in range(6)]

    shuffled = [match.use.lesson.name for match in _match(*(notes[index] for index in order))]

    assert shuffled == [match.use.lesson.name for match in _match(*notes)]


def test_of_no_notes_nothing_matches() -> None:
    assert _match() == ()
