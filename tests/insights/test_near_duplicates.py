"""The same lesson in other words is found, another one on the same topic is not, as far as shared words can tell."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insights.near_duplicates import Alike, alike, groups, known_before, shingles
from generator.insights.portfolio.lessons import NotedLesson, noted_lessons
from generator.insights.set_similarity import THRESHOLD, similarity
from tests.insights.portfolio.notes import lesson, note

FIRST = "报完价才知道预算上限，方案返工两版"
AGAIN = "报价之后才知道客户的预算上限，方案又返工了两版"
NEARLY = "报完价才知道预算的上限，方案返工了两版"
OTHER = "采购没有见过，技术谈完又等了两个月"


def noted(*notes: tuple[str, list[str]], **keys: Any) -> tuple[NotedLesson, ...]:
    """Notes by their ids, which tell their months, with the texts of their lessons."""
    return noted_lessons(
        note(
            name,
            f"{name[:7]}-01",
            lessons=[lesson(id=f"L{n}", text=text) for n, text in enumerate(texts, 1)],
            **keys,
        )
        for name, texts in notes
    )


def names(grouped: tuple[tuple[NotedLesson, ...], ...]) -> list[list[str]]:
    return [[member.name for member in members] for members in grouped]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预算的上限", {"预", "算", "上", "限", "预算", "算上", "上限"}),
        ("Asked the buyer, asks", {"ask", "buyer"}),
        ("MES 写回", {"mes", "写", "回", "写回"}),
        ("２ weeks", {"2", "week"}),
        ("的、了！ — ？", set()),
    ],
)
def test_shingles_are_pairs_of_characters_and_stems_of_words(text: str, expected: set[str]) -> None:
    assert shingles(text) == expected


def test_texts_in_nearly_the_same_words_are_alike_and_those_in_other_words_are_not() -> None:
    found = alike([FIRST, OTHER, NEARLY, FIRST, ""])

    assert [(pair.first, pair.second) for pair in found] == [(0, 2), (0, 3), (2, 3)]
    assert found[1] == Alike(0, 3, 1.0)
    assert found[0].similarity == found[2].similarity == 1.0


def test_figures_make_a_difference() -> None:
    assert alike(["redone 2 times", "redone 3 times"]) == ()


def test_translations_are_not_found() -> None:
    assert alike(["报完价才知道预算上限", "the budget ceiling was known only after the quote"]) == ()


@given(st.lists(st.text("预算上限报价的ab ，"), max_size=12))
def test_alike_are_those_that_comparing_each_with_each_finds(texts: list[str]) -> None:
    sets = [shingles(text) for text in texts]
    expected = {
        (one, other)
        for one, other in combinations(range(len(texts)), 2)
        if similarity(sets[one], sets[other]) >= THRESHOLD
    }

    assert {(pair.first, pair.second) for pair in alike(texts)} == expected


def test_groups_begin_with_the_earliest_lesson() -> None:
    lessons = noted(
        ("2026-03-b", [OTHER, NEARLY]),
        ("2026-01-a", [FIRST]),
        ("2026-05-c", [OTHER]),
        ("2026-06-d", [FIRST, "alone"]),
    )

    assert names(groups(lessons)) == [
        ["2026-01-a/L1", "2026-03-b/L2", "2026-06-d/L1"],
        ["2026-03-b/L1", "2026-05-c/L1"],
    ]


def test_a_group_holds_nothing_that_is_not_like_its_first() -> None:
    chain = ["a1 a2 a3 a4 a5 a6", "a1 a2 a3 a4 a5 b6", "a1 a2 a3 b4 a5 b6"]
    lessons = noted(*((f"2026-0{n}-x", [text]) for n, text in enumerate(chain, 1)))

    assert names(groups(lessons)) == [["2026-01-x/L1", "2026-02-x/L1"]]


@given(st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_the_lessons(chance: random.Random) -> None:
    texts = [FIRST, NEARLY, OTHER, AGAIN, FIRST, OTHER, NEARLY]
    lessons = list(noted(*((f"2026-0{n}-x", [text]) for n, text in enumerate(texts, 1))))
    expected = groups(lessons)
    chance.shuffle(lessons)

    assert groups(lessons) == expected


def told(lessons: tuple[NotedLesson, ...], untold: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    return [(later.name, earlier.name) for later, earlier in known_before(lessons, untold)]


def test_a_lesson_is_known_from_an_earlier_note() -> None:
    lessons = noted(("2026-03-b", [NEARLY, OTHER]), ("2026-01-a", [FIRST]), ("2026-05-c", [FIRST]))

    assert told(lessons) == [("2026-03-b/L1", "2026-01-a/L1"), ("2026-05-c/L1", "2026-01-a/L1")]


def test_the_most_alike_is_named() -> None:
    lessons = noted(("2026-01-a", ["a1 a2 a3 a4 a5 a6"]), ("2026-02-b", ["a1 a2 a3 a4 a5"]), ("2026-03-c", ["a1 a2 a3 a4 a5"]))  # fmt: skip

    assert told(lessons)[-1] == ("2026-03-c/L1", "2026-02-b/L1")


def test_what_a_note_says_twice_is_its_own_matter() -> None:
    assert told(noted(("2026-01-a", [FIRST, FIRST]))) == []


@pytest.mark.parametrize(
    "cited",
    [{"repeats": ["2026-01-a/L1"]}, {"reused_lessons": [{"id": "2026-01-a/L1", "effect": "helped"}]}],
)
def test_a_note_that_cites_it_knows_it(cited: dict[str, Any]) -> None:
    earlier, later = noted(("2026-01-a", [FIRST])), noted(("2026-02-b", [FIRST]), **cited)

    assert told((*earlier, *later)) == []


def test_nobody_is_led_to_an_untold_lesson() -> None:
    lessons = noted(("2026-01-a", [FIRST]), ("2026-02-b", [FIRST]), ("2026-03-c", [FIRST]))

    assert told(lessons, frozenset({"2026-01-a/L1"})) == [("2026-03-c/L1", "2026-02-b/L1")]
