from __future__ import annotations

from generator.insights.portfolio.objections import ObjectionAnswers, objection_answers
from generator.insights.portfolio.windows import window_to
from generator.notes.codes import ObjectionKind
from generator.notes.model import Engagement
from tests.builders import day
from tests.insights.portfolio.notes import note

LOST = {"status": "lost", "decided_on": "2026-06-01"}


def _answers(*notes: Engagement) -> tuple[ObjectionAnswers, ...]:
    return objection_answers(notes, window_to(day("2026-06-30"), 12))


def _objection(result: str | None = "resolved", kind: str | None = "price", **keys: str) -> dict[str, str]:
    typed = {"text": "too dear", "result": result, "kind": kind}
    return {key: value for key, value in typed.items() if value is not None} | keys


def test_each_kind_has_its_rate_and_the_answers_that_worked() -> None:
    found = _answers(
        note("a", "2026-01-01", objections=[_objection(fact="five years"), _objection("lost", fact="no")]),
        note("b", "2026-02-01", objections=[_objection(proposal="two steps"), _objection(kind="security")]),
    )

    assert [(row.kind, row.resolved.k, row.resolved.n) for row in found] == [
        (ObjectionKind.PRICE, 2, 3),
        (ObjectionKind.SECURITY, 1, 1),
    ]
    assert [row.name for row in found[0].worked] == ["b/O1", "a/O1"]
    assert found[1].worked == ()


def test_an_open_objection_counts_once_the_deal_is_closed() -> None:
    found = _answers(
        note("open", objections=[_objection("open"), _objection(None)]),
        note("closed", objections=[_objection("open")], outcome=LOST),
    )[0].resolved

    assert (found.k, found.n, found.left_out) == (0, 1, ("open/O1", "open/O2"))


def test_objections_without_a_kind_come_last_and_old_notes_not_at_all() -> None:
    found = _answers(
        note("a", objections=[_objection(kind=None), _objection(kind="vendor")]),
        note("old", "2025-06-30", objections=[_objection()]),
        note("none"),
    )

    assert [row.kind for row in found] == [ObjectionKind.VENDOR, None]
