from __future__ import annotations

from generator.insights.portfolio.lessons import noted_lessons
from generator.insights.portfolio.reuse import Reuse, reuse
from generator.insights.portfolio.shown import shown_to
from generator.insights.portfolio.windows import window_to
from generator.notes.codes import ReuseEffect
from generator.notes.model import Engagement
from generator.notes.shown import ShownRecord
from tests.builders import day
from tests.insights.portfolio.notes import fixed, lesson, note

DAY = day("2026-06-30")
OLD = note(
    "old",
    "2025-01-10",
    lessons=[fixed("2025-02-01", when="always"), lesson(id="L2", when="before a quote"), lesson(id="L3")],
)


def _reuse(*notes: Engagement, records: tuple[ShownRecord, ...] = ()) -> Reuse:
    return reuse(notes, noted_lessons(notes), shown_to(notes, records, DAY), window_to(DAY, 12))


def _record(on: str, note_id: str | None, *shown: str) -> ShownRecord:
    return ShownRecord(day(on), note_id, "Harbour Works", "a visit", shown)


def _cites(*cited: tuple[str, str]) -> list[dict[str, str]]:
    return [{"id": name, "effect": effect} for name, effect in cited]


def test_from_shown_to_helped_each_step_counts_engagements() -> None:
    found = _reuse(
        OLD,
        note("a", "2026-02-01", reused_lessons=_cites(("old/L1", "helped"), ("old/L2", "no_effect"))),
        note("b", "2026-02-02", reused_lessons=_cites(("old/L2", "not_applicable"))),
        note("c", "2026-02-03"),
        records=(
            _record("2026-02-01", "a", "old/L1"),
            _record("2026-02-02", "b", "old/L1"),
            _record("2026-02-03", "c", "old/L1"),
        ),
    )

    assert (found.cited.k, found.cited.n, found.cited.ids) == (1, 3, ("a",))
    assert (found.helped.k, found.helped.n, found.helped.ids) == (1, 2, ("a",))


def test_each_lesson_has_its_own_history() -> None:
    found = _reuse(
        OLD,
        note("a", "2026-02-01", reused_lessons=_cites(("old/L1", "helped"), ("old/L2", "no_effect"))),
        note("b", "2026-02-02", reused_lessons=_cites(("old/L1", "helped")), repeats=["old/L1"]),
        records=(_record("2026-02-01", "a", "old/L1"), _record("2026-03-01", None, "old/L1")),
    )

    first, second = found.uses
    assert (first.lesson.name, first.shown, first.cited, first.helped, first.repeated) == (
        "old/L1",
        2,
        2,
        2,
        1,
    )
    assert first.last_shown == day("2026-03-01")
    assert (second.lesson.name, second.shown, second.last_shown) == ("old/L2", 0, None)
    assert second.effects == ((ReuseEffect.NO_EFFECT, 1),)


def test_the_steps_name_distinct_lessons() -> None:
    found = _reuse(
        OLD,
        note("r", "2026-01-05", lessons=[lesson(id="L1", status="retired")]),
        note("a", "2026-02-01", reused_lessons=_cites(("old/L2", "helped")), repeats=["old/L1", "old/L3"]),
        records=(_record("2026-02-01", "a", "old/L1", "old/L2"),),
    )

    steps = [found.step(count) for count in ("shown", "cited", "helped", "repeated")]
    # old/L3 was never acted on: naming it is no repeat after a fix.
    assert steps == [("old/L1", "old/L2"), ("old/L2",), ("old/L2",), ("old/L1",)]
    assert found.retired == ("r/L1",)


def test_what_was_neither_shown_nor_cited_for_a_year_may_be_retired() -> None:
    retired = note("r", "2025-01-05", lessons=[lesson(when="always", status="retired")])
    young = note("y", "2025-07-01", lessons=[lesson(when="always")])

    found = _reuse(OLD, retired, young, records=(_record("2026-02-01", None, "old/L1"),))

    assert found.to_retire is not None
    assert [noted.name for noted in found.to_retire] == ["old/L2"]


def test_without_a_recorded_brief_nothing_is_said_of_retiring() -> None:
    found = _reuse(OLD, records=(_record("2025-03-01", None, "old/L1"),))

    assert (found.to_retire, found.cited.n, found.uses) == (None, 0, ())


def test_a_brief_of_whose_meeting_there_is_no_note_is_listed() -> None:
    record = _record("2026-02-01", None, "old/L1")

    found = _reuse(OLD, records=(record,))

    assert (found.unnoted, found.cited.n) == ((record,), 0)


def test_a_brief_that_showed_nothing_asks_for_no_citation() -> None:
    found = _reuse(note("a", "2026-02-01"), records=(_record("2026-02-01", "a"),))

    assert found.cited.n == 0
