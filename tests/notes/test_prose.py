"""Prose outside the dialect, in every key that holds prose and in no other."""

from __future__ import annotations

import pytest

from tests.notes.reading import NOTE, keys, note_with, places

HEADING = '"# 标题"'
PROSE = {
    "background": NOTE + f"background: {HEADING}\n",
    "goal": note_with("goal: 拿到现场勘查", f"goal: {HEADING}"),
    "result": note_with("result: 同意勘查", f"result: {HEADING}"),
    "notes": NOTE + f"notes: {HEADING}\n",
    "lessons[0].why": note_with("text: 先问预算", f"text: 先问预算, why: {HEADING}"),
    "risks[0].internal_note": NOTE
    + f"risks:\n  - {{event: a, category: 人员, probability: 1, impact: 1, internal_note: {HEADING}}}\n",
    "risks[0].customer_text": NOTE
    + f"risks:\n  - {{event: a, category: 人员, probability: 1, impact: 1, customer_text: {HEADING}}}\n",
    "outcome.our_read.text": note_with(
        "{status: 进行中}", f"{{status: 进行中, our_read: {{text: {HEADING}}}}}"
    ),
    "outcome.stated_reason.text": note_with(
        "{status: 进行中}", f"{{status: 进行中, stated_reason: {{text: {HEADING}}}}}"
    ),
}


@pytest.mark.parametrize("key", PROSE)
def test_a_heading_in_prose_is_a_problem_of_its_key(key: str) -> None:
    assert {found for found, _ in keys(PROSE[key])} == {key}


@pytest.mark.parametrize("key", ["said", "deep"])
def test_a_line_may_look_like_markdown(key: str) -> None:
    assert keys(note_with("    middle:", f"    {key}: {HEADING}\n    middle:")) == []


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("|\n  一\n\n  # 二", 13),
        ("|\n\n  一\n\n  # 二", 14),
        ("|\n  一\n  二\n  ===", 13),
        (">\n  一\n\n  # 二", 13),
        ('"一\n\n  # 二"', 12),
        ("# 二", None),
    ],
)
def test_it_is_told_at_its_line_whatever_way_the_text_is_written(typed: str, line: int | None) -> None:
    found = {place[0] for place in places(note_with("goal: 拿到现场勘查", f"goal: {typed}"))}

    # A plain `# 二` is a comment, so that the goal is missing where its key stands.
    assert found == ({line} if line else {10})


@pytest.mark.parametrize(
    "typed",
    [
        "一段**重点**",
        "|\n  - 一\n  - 二",
        "|\n  | 甲 | 乙 |\n  |---|---|\n  | 1 | 2 |",
        "见 [这里](https://example.org)",
    ],
)
def test_the_dialect_itself_is_fine(typed: str) -> None:
    assert keys(note_with("goal: 拿到现场勘查", f"goal: {typed}")) == []
