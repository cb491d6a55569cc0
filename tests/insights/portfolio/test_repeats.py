from __future__ import annotations

from generator.insights.portfolio.lessons import noted_lessons
from generator.insights.portfolio.repeats import Repeats, repeats
from generator.insights.portfolio.shown import shown_to
from generator.insights.portfolio.windows import month_to, window_to
from generator.notes.model import Engagement
from generator.notes.shown import ShownRecord
from tests.builders import day
from tests.insights.portfolio.notes import fixed, lesson, note

DAY = day("2026-06-30")
FIX = note("fix", "2026-01-10", lessons=[fixed()])
AGAIN = ["fix/L1"]
CITED = [{"id": "fix/L1", "effect": "helped"}]


def _repeats(*notes: Engagement, records: tuple[ShownRecord, ...] = ()) -> Repeats:
    return repeats(
        notes,
        noted_lessons(notes),
        shown_to(notes, records, DAY),
        window=window_to(DAY, 12),
        now=month_to(DAY),
    )


def _record(on: str, note_id: str | None, customer: str = "Harbour Works") -> ShownRecord:
    return ShownRecord(day(on), note_id, customer, "a visit", ("fix/L1",))


def test_a_repeat_counts_against_everybody_who_had_met_the_lesson() -> None:
    found = _repeats(
        FIX,
        note("again", "2026-03-01", repeats=AGAIN),
        note("cited", "2026-03-02", reused_lessons=CITED),
        note("shown", "2026-03-03"),
        note("unaware", "2026-03-04"),
        records=(_record("2026-03-03", "shown"),),
    )

    row = found.lessons[0]
    assert (row.lesson.name, [engagement.id for engagement in row.repeats]) == ("fix/L1", ["again"])
    assert row.share is not None
    assert (row.share.k, row.share.n, row.share.ids) == (1, 3, ("again",))
    assert (found.share.k, found.share.n) == (1, 3)
    assert found.by_theme() == {"rhythm": 1}


def test_who_met_it_before_the_action_closed_was_not_exposed_to_the_fix() -> None:
    found = _repeats(
        FIX,
        note("cited", "2026-02-20", reused_lessons=CITED),
        note("again", "2026-03-01", repeats=AGAIN),
    )

    assert (found.share.k, found.share.n) == (1, 1)


def test_without_the_day_of_the_fix_a_repeat_counts_but_has_no_share() -> None:
    undated = note("fix", "2026-01-10", lessons=[fixed(closed_on=None)])

    found = _repeats(
        undated,
        note("again", "2026-03-01", repeats=AGAIN),
        note("cited", "2026-03-02", reused_lessons=CITED),
    )

    assert [(len(row.repeats), row.share) for row in found.lessons] == [(1, None)]
    assert (found.share.n, found.share.left_out) == (0, ("again",))


def test_a_lesson_that_nobody_acted_on_cannot_come_back() -> None:
    found = _repeats(
        note("fix", "2026-01-10", lessons=[lesson(id="L1", status="identified")]),
        note("again", "2026-03-01", repeats=[*AGAIN, "elsewhere/L9"]),
    )

    assert (found.lessons, found.not_counted) == ((), ("elsewhere/L9", "fix/L1"))


def test_a_lesson_that_held_is_in_the_share_but_not_in_the_list() -> None:
    found = _repeats(FIX, note("cited", "2026-03-02", reused_lessons=CITED))

    assert (found.lessons, found.share.k, found.share.n) == ((), 0, 1)


def test_repeats_before_the_window_do_not_count() -> None:
    found = _repeats(
        note("fix", "2024-01-10", lessons=[fixed("2024-02-20")]), note("again", "2025-06-30", repeats=AGAIN)
    )

    assert found.lessons == ()


def test_a_brief_for_an_engagement_before_the_window_exposes_nobody() -> None:
    old_fix = note("fix", "2024-01-10", lessons=[fixed("2024-02-20")])

    found = _repeats(
        old_fix,
        note("shown", "2025-06-30"),
        records=(_record("2025-06-30", "shown"), _record("2026-01-01", None)),
    )

    assert found.share.n == 0


def test_the_lesson_that_came_back_most_often_is_first() -> None:
    found = _repeats(
        FIX,
        note("fix2", "2026-01-11", lessons=[fixed()]),
        note("a", "2026-03-01", repeats=["fix/L1", "fix2/L1"]),
        note("b", "2026-03-02", repeats=["fix2/L1"]),
    )

    assert [(row.lesson.name, [e.id for e in row.repeats]) for row in found.lessons] == [
        ("fix2/L1", ["b", "a"]),
        ("fix/L1", ["a"]),
    ]


# ── suggestions ──


def _suggested(*notes: Engagement) -> list[tuple[str, str]]:
    return [(row.lesson.name, row.earlier.name) for row in _repeats(*notes).suggestions]


def test_a_new_lesson_like_one_acted_on_is_suggested_as_its_repeat() -> None:
    assert _suggested(FIX, note("new", "2026-06-10", lessons=[lesson()])) == [("new/L1", "fix/L1")]


def test_the_fix_closed_last_is_suggested() -> None:
    later = note("later", "2026-01-11", lessons=[fixed("2026-03-20")])
    too_late = note("too-late", "2026-01-12", lessons=[fixed("2026-06-10")])

    found = _suggested(FIX, later, too_late, note("new", "2026-06-10", lessons=[lesson()]))

    assert found == [("new/L1", "later/L1")]


def test_what_the_author_linked_is_not_suggested() -> None:
    assert _suggested(FIX, note("new", "2026-06-10", lessons=[lesson()], repeats=AGAIN)) == []


def test_other_themes_products_and_months_and_lessons_to_keep_are_not_suggested() -> None:
    found = _suggested(
        FIX,
        note("theme", "2026-06-10", lessons=[lesson("respect")]),
        note("product", "2026-06-10", products=["mes"], lessons=[lesson(scope="team")]),
        note("month", "2026-05-10", lessons=[lesson()]),
        note("keep", "2026-06-10", lessons=[lesson(kind="keep")]),
    )

    assert found == []


def test_the_same_scope_is_alike_enough() -> None:
    scoped = note("fix", "2026-01-10", lessons=[fixed(scope="team")])

    found = _suggested(scoped, note("new", "2026-06-10", products=["mes"], lessons=[lesson(scope="team")]))

    assert found == [("new/L1", "fix/L1")]


def test_a_note_does_not_repeat_itself() -> None:
    assert _suggested(note("n", "2026-06-25", lessons=[fixed("2026-06-20"), lesson()])) == []


# ── briefs and their engagements ──


def test_a_brief_without_a_note_belongs_to_the_next_note_of_its_customer() -> None:
    notes = (
        note("before", "2026-03-01"),
        note("next", "2026-03-20"),
        note("after", "2026-03-21"),
        note("other", "2026-03-12", "Elsewhere"),
    )

    found = shown_to(notes, (_record("2026-03-10", None),), DAY)

    assert [brief.engagement and brief.engagement.id for brief in found] == ["next"]


def test_a_brief_for_which_no_note_came_stays_without() -> None:
    notes = (note("late", "2026-04-11"),)

    found = shown_to(
        notes, (_record("2026-03-11", None), _record("2026-03-10", None), _record("2026-03-12", "gone")), DAY
    )

    assert [(brief.record.date, brief.engagement is None) for brief in found] == [
        (day("2026-03-10"), True),
        (day("2026-03-11"), False),
        (day("2026-03-12"), True),
    ]


def test_a_brief_of_a_later_day_was_not_shown_yet() -> None:
    assert shown_to((), (_record("2026-07-01", None),), DAY) == ()
