from __future__ import annotations

from typing import Any

import pytest

from generator.notes.shown import ShownRecord
from generator.prose import Prose
from generator.views.retrospective.lessons import (
    ActionRow,
    Lessons,
    LessonView,
    RepeatRow,
    Reuse,
    ReusedRow,
    build_lessons,
    build_reuse,
)
from generator.views.subject import CitedLesson
from generator.views.wording import Chip
from tests.builders import day, engagement
from tests.views.subjects import AMBER, GREEN, GREY, RED, subject

LESSON = {"kind": "improve", "theme": "intel_gap", "text": "t"}


def lessons(*items: dict[str, Any], on: str = "2026-07-25", language: Any = "en") -> Lessons:
    return build_lessons(subject(engagement(lessons=[LESSON | item for item in items]), on, language))


def test_a_lesson_is_told_whole() -> None:
    whole = {
        "id": "L9",
        "why": "*because*",
        "when": "before a quote",
        "evidence": "minutes",
        "scope": "team",
        "status": "identified",
    }

    assert lessons(whole).lessons == (
        LessonView(
            head="L9 · Improve · Intelligence gap",
            text="t",
            when="before a quote",
            why=Prose("*because*"),
            evidence="minutes",
            scope="Team",
            status=Chip(AMBER, "Identified"),
        ),
    )
    (chinese,) = lessons(whole, language="zh").lessons
    assert (chinese.head, chinese.scope, chinese.status) == (
        "L9 · 改进 · 情报不全",
        "团队",
        Chip(AMBER, "已识别"),
    )


def test_a_lesson_may_be_no_more_than_its_text() -> None:
    assert lessons({}) == Lessons(
        (LessonView("L1 · Improve · Intelligence gap", "t", "", Prose(""), "", "", Chip(GREY, "Observed")),),
        (),
        0,
    )


def test_what_to_keep_comes_first_then_what_to_stop_and_five_are_listed() -> None:
    kinds = ("start", "improve", "stop", "keep", "improve", "keep", "start")
    found = lessons(*({"kind": kind, "action": {"what": kind}} for kind in kinds))

    assert [lesson.head.partition(" · ")[0] for lesson in found.lessons] == ["L4", "L6", "L3", "L2", "L5"]
    assert [action.lesson for action in found.actions] == ["L4", "L6", "L3", "L2", "L5"]
    assert found.more == 2


@pytest.mark.parametrize(
    ("status", "light"),
    [("observed", GREY), ("identified", AMBER), ("actioned", GREEN), ("verified", GREEN), ("retired", GREY)],
)
def test_a_status_has_its_light(status: str, light: Any) -> None:
    assert lessons({"status": status}).lessons[0].status.light is light


@pytest.mark.parametrize(
    ("action", "zh", "en", "light"),
    [
        ({}, "进行中", "Open", AMBER),
        ({"due": "2026-07-25"}, "进行中", "Open", AMBER),
        ({"due": "2026-07-24"}, "进行中（逾期 1 天）", "Open (1 day late)", RED),
        ({"due": "2026-07-01", "status": "done"}, "已完成", "Done", GREEN),
        ({"status": "done", "closed_on": "2026-07-02"}, "已完成（2026-07-02）", "Done (2026-07-02)", GREEN),
        ({"due": "2026-07-01", "status": "cancelled"}, "已取消", "Cancelled", GREY),
    ],
)
def test_an_action_is_open_late_done_or_cancelled(
    action: dict[str, str], zh: str, en: str, light: Any
) -> None:
    assert lessons({"action": action}, language="zh").actions[0].state == Chip(light, zh)
    assert lessons({"action": action}).actions[0].state == Chip(light, en)


def test_an_action_that_ended_later_than_the_day_is_open_and_its_lesson_only_identified() -> None:
    item = {
        "status": "verified",
        "action": {"what": "a", "due": "2026-07-01", "status": "done", "closed_on": "2026-07-20"},
    }
    before, after = lessons(item, on="2026-07-19"), lessons(item, on="2026-07-20")

    assert (before.lessons[0].status, before.actions[0].state) == (
        Chip(AMBER, "Identified"),
        Chip(RED, "Open (18 days late)"),
    )
    assert (after.lessons[0].status, after.actions[0].state) == (
        Chip(GREEN, "Verified"),
        Chip(GREEN, "Done (2026-07-20)"),
    )


def test_an_action_says_who_by_when_and_how_it_is_shown_to_work() -> None:
    action = {"what": "a", "owner": "Lin", "due": "2026-08-01", "verify": "v"}

    assert lessons({"action": action}, {}).actions == (
        ActionRow("L1", "a", "Lin", "2026-08-01", Chip(AMBER, "Open"), "v"),
    )
    assert lessons({"action": {}}).actions == (ActionRow("L1", "", "", "", Chip(AMBER, "Open"), ""),)


def test_a_note_that_cites_nothing_has_no_section() -> None:
    assert build_reuse(subject(engagement())) is None


@pytest.mark.parametrize(
    ("language", "text", "unreadable", "effects"),
    [
        ("zh", "ask first（华东某企业）", "（被引用的记录读不出来）", ["有用", "无效果", "不适用"]),
        (
            "en",
            "ask first (华东某企业)",
            "(the note cited cannot be read)",
            ["Helped", "No effect", "Not applicable"],
        ),
    ],
)
def test_cited_lessons_are_told_with_the_alias_of_their_customer(
    language: Any, text: str, unreadable: str, effects: list[str]
) -> None:
    known, lost = "2026-03-helan-wms/L2", "2026-01-gone/L1"
    effect_codes = ("helped", "no_effect", "not_applicable")
    note = engagement(
        reused_lessons=[{"id": known, "effect": code, "note": "n"} for code in effect_codes],
        repeats=[known, lost],
    )
    found = build_reuse(
        subject(note, language=language, cited={known: CitedLesson("华东某企业", "ask first")})
    )

    lights = (GREEN, AMBER, GREY)
    assert found == Reuse(
        tuple(
            ReusedRow(known, text, Chip(light, effect), "n")
            for light, effect in zip(lights, effects, strict=True)
        ),
        (RepeatRow(known, text), RepeatRow(lost, unreadable)),
    )


def test_repeats_alone_are_a_section_and_so_are_lessons_used_alone() -> None:
    only_repeats = build_reuse(subject(engagement(repeats=["a/L1"])))
    only_used = build_reuse(subject(engagement(reused_lessons=[{"id": "a/L1", "effect": "helped"}])))

    assert only_repeats is not None
    assert only_used is not None
    assert (only_repeats.reused, only_used.repeats, only_used.reused[0].note) == ((), (), "")


def test_what_became_of_the_lessons_that_briefs_showed_is_counted() -> None:
    first = ShownRecord(day("2026-05-19"), None, "", "g", ("a/L1", "a/L2", "b/L1"))
    second = ShownRecord(day("2026-05-20"), None, "", "g", ("b/L1", "b/L2"))
    note = engagement(
        reused_lessons=[
            {"id": "a/L1", "effect": "helped"},
            {"id": "a/L2", "effect": "no_effect"},
            {"id": "c/L1", "effect": "helped"},
        ],
        repeats=["b/L1", "c/L2"],
    )
    cited = {"b/L2": CitedLesson("a bank", "ask first")}
    found = build_reuse(subject(note, briefs=(first, second), cited=cited))

    assert found is not None
    assert found.shown == "Briefs showed 4 lessons: 2 cited, 1 of help, 1 met again all the same."
    assert found.unused == ("b/L2 ask first (a bank)",)


def test_a_brief_alone_is_a_section_and_without_one_nothing_was_shown() -> None:
    record = ShownRecord(day("2026-05-19"), None, "", "g", ())
    alone = build_reuse(subject(engagement(), briefs=(record,), language="zh"))
    without = build_reuse(subject(engagement(repeats=["a/L1"])))

    assert alone == Reuse((), (), "会前简报给出 0 条：引用 0 条，有用 0 条，又犯 0 条。", ())
    assert without is not None
    assert (without.shown, without.unused) == ("", ())
