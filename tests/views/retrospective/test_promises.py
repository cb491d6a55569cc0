from __future__ import annotations

import pytest

from generator.views.commitments import commitment_rows
from generator.views.retrospective.promises import Promises, build_promises
from tests.builders import engagement, full_engagement
from tests.views.subjects import full, subject

FIRM = {"said": "s", "class": "firm", "made_by": "Lin", "made_on": "2026-05-22"}
CONFIRMED = FIRM | {"confirmed_by": "He", "confirmed_on": "2026-05-22"}


def test_over_promises_are_counted_over_what_can_be_delivered() -> None:
    assert build_promises(full()) == Promises(
        commitment_rows(full()),
        "1 of 2 deliverable promises over-promised: K3 (said before confirmed 1, ended worse 1)",
    )
    assert build_promises(full(language="zh")).over_promise == (
        "可交付的承诺 2 条，其中过度承诺 1 条：K3（先承诺后确认 1 条，结果走样 1 条）"
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh", "可交付的承诺 1 条，没有过度承诺"), ("en", "The one deliverable promise is not over-promised")],
)
def test_promises_that_were_confirmed_and_kept_are_none(language: str, expected: str) -> None:
    found = subject(full_engagement(commitments=[CONFIRMED]), language=language)  # type: ignore[arg-type]

    assert build_promises(found).over_promise == expected


def test_an_answer_is_no_deliverable_promise() -> None:
    assert (
        build_promises(subject(full_engagement(commitments=[FIRM | {"class": "uncertain"}]))).over_promise
        == ""
    )
    assert build_promises(subject(engagement())) == Promises((), "")
