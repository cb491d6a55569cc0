"""What docs/near-duplicates.md says of precision and recall is what the labelled pairs give."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tools.measure_near_duplicates import Measured, measure, read_pairs, strangers

PAIRS = read_pairs()
PAGE = (Path(__file__).parents[2] / "docs" / "near-duplicates.md").read_text("utf-8")


def test_half_of_the_pairs_are_chinese_and_half_are_the_same_lesson() -> None:
    assert Counter((pair.language, pair.same) for pair in PAIRS) == dict.fromkeys(
        [("zh", True), ("zh", False), ("en", True), ("en", False)], 40
    )


def test_fewer_than_one_alarm_in_twenty_is_false() -> None:
    found = measure(PAIRS)

    assert found.wrong / found.alarms < 0.05
    assert found == Measured(right=62, wrong=1, missed=18)


def test_pairs_that_did_not_choose_the_threshold_agree() -> None:
    found = measure(pair for pair in PAIRS if pair.place % 2)

    assert found.wrong / found.alarms < 0.05
    assert found.recall > 0.7


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_language_keeps_to_it(language: str) -> None:
    found = measure(pair for pair in PAIRS if pair.language == language)

    assert found.wrong / found.alarms < 0.05
    assert found.recall > 0.6


def test_lessons_on_different_topics_hardly_ever_alarm() -> None:
    wrong, count = strangers(PAIRS)

    assert count > 10_000
    assert wrong == 0


def test_precision_and_recall_of_nothing() -> None:
    assert measure(()).precision == 1.0
    assert Measured(3, 1, 1).recall == 0.75


def test_the_page_gives_the_figures_that_are_measured() -> None:
    found, judge = measure(PAIRS), measure(pair for pair in PAIRS if pair.place % 2)
    wrong, count = strangers(PAIRS)

    assert (
        f"| all 160 | {found.alarms} | {found.wrong} | {found.precision:.3f} | {found.recall:.3f} |" in PAGE
    )
    assert (
        f"| the 80 at odd places | {judge.alarms} | {judge.wrong} | {judge.precision:.3f} | {judge.recall:.3f} |"
        in PAGE
    )
    assert f"{wrong} of {count:,} pairs" in PAGE
