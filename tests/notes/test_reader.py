"""Notes from files: what is read, what is told, and what holds over all of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.errors import Problem, Severity
from generator.notes.codes import FitLevel, Knowledge, LessonStatus, OutcomeStatus
from generator.notes.reader import Note, NoteFile, read_notes, severities
from generator.prose import Prose
from tests.notes.reading import DAY, NOTE, PATH, engagement, keys, note_with, only, places, read


def file(stem: str, more: str = "", text: str = NOTE) -> NoteFile:
    typed = text.replace("id: 2026-05-harbour-iot", f"id: {stem}") + more
    return NoteFile(f"engagements/{stem}.yaml", typed.encode())


def read_all(*files: NoteFile) -> tuple[Note, ...]:
    return read_notes(files, DAY)


def errors(notes: tuple[Note, ...]) -> list[tuple[str, str, str]]:
    return [
        (each.path, each.key, each.code)
        for note in notes
        for each in note.problems
        if each.severity is Severity.ERROR
    ]


# ── One note ──


def test_the_smallest_note_is_read_with_its_defaults() -> None:
    found = engagement(NOTE)

    assert (found.format_version, found.id, found.presales) == (1, "2026-05-harbour-iot", "林岚")
    assert (found.outcome.status, found.confidentiality.value) == (OutcomeStatus.OPEN, "internal")
    assert (found.commitments, found.risks, found.deal, found.language) == ((), (), None, None)
    assert found.lessons[0].status is LessonStatus.OBSERVED
    assert isinstance(found.goal, Prose)


def test_a_file_is_known_by_its_stem() -> None:
    assert [NoteFile(f"engagements/2026/a.b{end}", b"").stem for end in (".yaml", ".yml")] == ["a.b", "a.b"]


@pytest.mark.parametrize(
    "path", ["engagements/2026-05-harbour-iot.yml", "engagements/zh/team/2026-05-harbour-iot.yaml"]
)
def test_folders_and_the_short_ending_are_for_people(path: str) -> None:
    assert read(NOTE, path).engagement is not None


def test_a_note_is_named_like_its_file() -> None:
    problem = read(NOTE, "engagements/2026-05-other.yaml").problems[0]

    assert (problem.line, problem.column, problem.code) == (2, 5, "id_is_not_file_name")
    assert problem.suggestion is not None
    assert problem.suggestion.en == "write id: 2026-05-other, or rename the file"


@pytest.mark.parametrize("stem", ["a b", "2026.05", "CON", "客户（新）", "x" * 81])
def test_a_file_whose_name_cannot_be_an_id_is_told_to_be_renamed(stem: str) -> None:
    problem = read(NOTE, f"engagements/{stem}.yaml").problems[0]

    assert (problem.code, problem.key) == ("id_is_not_file_name", "id")
    assert problem.suggestion is not None
    assert problem.suggestion.en == "rename the file to 2026-05-harbour-iot.yaml"


def test_accents_that_a_system_took_apart_in_the_file_name_are_put_together() -> None:
    composed = NOTE.replace("2026-05-harbour-iot", "caf\u00e9")

    assert read(composed, "engagements/cafe\u0301.yaml").problems == ()
    assert only(NOTE.replace("2026-05-harbour-iot", "cafe\u0301")).code == "bad_note_id"


def test_git_gives_a_note_the_same_blob_id_whatever_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(NOTE.encode())
    expected = subprocess.run(
        ["git", "hash-object", "--no-filters", "a"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.strip()

    assert NoteFile(PATH, NOTE.encode()).blob_id == expected
    assert NoteFile(PATH, NOTE.replace("\n", "\r\n").encode()).blob_id == expected


def test_another_version_of_the_format_is_refused() -> None:
    problem = only(note_with("schema: 1", "schema: 2"))

    assert (problem.code, problem.message.en) == ("unknown_schema", "unknown format version “2”")
    assert only(note_with("schema: 1", "schema: [1]")).code == "expected_text"


@pytest.mark.parametrize(
    "required",
    [
        "schema",
        "id",
        "presales",
        "sales",
        "date",
        "products",
        "customer",
        "goal",
        "result",
        "needs",
        "commitments",
        "lessons",
        "outcome",
    ],
)
def test_a_required_key_is_missed_where_it_is_left_out_or_empty(required: str) -> None:
    kept, skipping = [], False
    for line in NOTE.splitlines():
        skipping = line.startswith(f"{required}:") or (skipping and line.startswith(" "))
        kept += [] if skipping else [line]

    assert keys("\n".join(kept) + "\n") == [(required, "missing_key")]
    assert keys("\n".join([*kept, f"{required}: ~"]) + "\n") == [(required, "missing_key")]


@pytest.mark.parametrize("block", ["products", "needs", "lessons"])
def test_a_list_of_at_least_one_may_not_be_empty(block: str) -> None:
    kept, skipping = [], False
    for line in NOTE.splitlines():
        skipping = line.startswith(f"{block}:") or (skipping and line.startswith(" "))
        kept += [] if skipping else [line]

    assert keys("\n".join([*kept, f"{block}: []"]) + "\n") == [(block, "empty_list")]


def test_an_explicit_empty_list_says_that_there_were_none() -> None:
    assert engagement(NOTE).commitments == ()
    assert keys(note_with("commitments: []\n", "")) == [("commitments", "missing_key")]


def test_three_states_of_what_we_know() -> None:
    unasked = engagement(NOTE + "intel: {}\n").intel
    unknown = engagement(NOTE + "intel: {timeline: {status: 未知}}\n").intel
    known = engagement(NOTE + "intel: {timeline: {value: 九月底, status: 已确认}}\n").intel

    assert unasked is not None
    assert unasked.timeline is None
    assert unknown is not None
    assert unknown.timeline is not None
    assert (unknown.timeline.status, unknown.timeline.value) == (Knowledge.UNKNOWN, ())
    assert known is not None
    assert known.timeline is not None
    assert (known.timeline.status, known.timeline.value) == (Knowledge.CONFIRMED, ("九月底",))


def test_intelligence_is_a_line_or_a_list_of_lines_and_the_budget_an_amount() -> None:
    found = engagement(
        NOTE
        + "intel:\n  budget_ceiling: {value: 118万元}\n  past_pains: {value: [太晚, 太贵]}\n  competitors:\n    value: 两家\n    list: [{name: 拓恩, move: 低价}]\n"
    ).intel

    assert found is not None
    assert found.budget_ceiling is not None
    assert found.past_pains is not None
    assert found.competitors is not None
    assert found.budget_ceiling.value == 1180000
    assert found.past_pains.value == ("太晚", "太贵")
    assert found.competitors.value == ("两家",)
    assert [(rival.name, rival.move) for rival in found.competitors.rivals] == [("拓恩", "低价")]
    assert [name for name, _ in found.items()] == ["budget_ceiling", "competitors", "past_pains"]


def test_a_line_in_a_block_is_one_line_and_prose_keeps_its_lines() -> None:
    found = engagement(
        note_with(
            "text: 先问预算}",
            "text: x}\n  - kind: 保持\n    theme: other\n    text: |\n      先问\n      预算\n    why: |\n      - 一\n      - 二",
        )
    ).lessons[1]

    assert (found.text, found.why) == ("先问预算", "- 一\n- 二")
    assert not isinstance(found.text, Prose)


def test_a_milestone_needs_its_id_and_other_items_do_not() -> None:
    assert keys(NOTE + "milestones:\n  - {name: a, start: 2026-06-01, end: 2026-06-02}\n") == [
        ("milestones[0].id", "missing_key")
    ]
    assert (
        engagement(NOTE + "fit:\n  - {capability: 网关, level: standard}\n").fit[0].level is FitLevel.STANDARD
    )


def test_keys_of_the_team_are_kept_at_any_depth() -> None:
    found = engagement(
        NOTE.replace("industry: 离散制造", "industry: 离散制造\n  x-客户编号: 007").replace(
            "text: 先问预算", "text: 先问预算, x-tag: [a, {b: no}]"
        )
        + "x-crm: {id: 1, url: ~}\n"
    )

    assert found.x == {"x-crm": {"id": "1"}}
    assert found.customer.x == {"x-客户编号": "007"}
    assert found.lessons[0].x == {"x-tag": ["a", {"b": "no"}]}


@pytest.mark.parametrize("typed", ["y-crm: 1", "X-crm: 1", "x_crm: 1", "xcrm: 1"])
def test_other_keys_are_none_of_the_team(typed: str) -> None:
    assert [code for _, code in keys(NOTE + typed + "\n")] == ["unknown_key"]


def test_a_misspelt_key_at_any_depth_is_told_with_what_was_meant() -> None:
    problem = only(NOTE + "intel: {competitors: {list: [{nmae: a}]}}\n")

    assert (problem.key, problem.code) == ("intel.competitors.list[0].nmae", "unknown_key")
    assert problem.suggestion is not None
    assert problem.suggestion.en == "did you mean name?"


def test_prose_outside_the_dialect_is_told_at_its_line() -> None:
    text = note_with("goal: 拿到现场勘查", "goal: |\n  第一段\n\n  # 标题\n\n  <b>x</b>")

    assert {place[0] for place in places(text)} == {13, 15}
    assert {key for key, _ in keys(text)} == {"goal"}


def test_a_line_may_hold_anything() -> None:
    typed = "# x <b> {{ y }} `z` | *a*"

    assert engagement(note_with("text: 先问预算", f'text: "{typed}"')).lessons[0].text == typed


def test_text_that_became_a_comment_is_a_hint() -> None:
    problem = only(note_with("goal: 拿到现场勘查", "goal: 拿到 #3 线"))

    assert (problem.line, problem.column, problem.code, problem.severity) == (
        10,
        10,
        "text_after_hash",
        Severity.HINT,
    )


def test_problems_are_in_the_order_of_the_file() -> None:
    text = (
        NOTE.replace("进行中", "x")
        .replace("2026-07-25", "y")
        .replace("离散制造", "")
        .replace("  - surface: 停机靠人巡\n", "  - surfce: z\n")
    )
    found = read(text).problems

    assert len(found) == 4
    assert list(found) == sorted(found, key=lambda problem: problem.sort_key)


# ── Several notes ──


def test_a_bad_note_never_stops_the_good_ones() -> None:
    bad = NoteFile("engagements/bad.yaml", b"\xff\xfe\x00")

    notes = read_all(file("a"), bad, file("b", "zzz: 1\n"), file("c"))

    assert [note.engagement is not None for note in notes] == [True, False, False, True]
    assert [note.file.path for note in notes] == [
        "engagements/a.yaml",
        "engagements/bad.yaml",
        "engagements/b.yaml",
        "engagements/c.yaml",
    ]


def test_ids_are_unique_whatever_their_letter_case_and_folder() -> None:
    twin = NoteFile("engagements/zh/A.yaml", NOTE.replace("2026-05-harbour-iot", "A").encode())

    assert errors(read_all(file("a"), file("b"), twin)) == [("engagements/zh/A.yaml", "id", "id_used_twice")]


def test_the_same_name_with_both_endings_is_used_twice() -> None:
    twin = NoteFile("engagements/a.yml", file("a").data)

    (problem,) = read_all(file("a"), twin)[1].problems

    assert problem.message.en == "the id is already used by engagements/a.yaml"


LESSON = NOTE.replace("{kind: 改进", "{id: L1, kind: 改进")


@pytest.mark.parametrize("more", ["repeats: [old/L1]\n", "reused_lessons: [{id: old/L1, effect: 有用}]\n"])
def test_a_lesson_of_another_note_is_found(more: str) -> None:
    assert errors(read_all(file("new", more), file("old", text=LESSON))) == []


@pytest.mark.parametrize(
    ("reference", "code", "told"),
    [
        ("old/L2", "unknown_lesson", "it has: L1"),
        ("odl/L1", "unknown_note", "did you mean old?"),
        ("nothing-alike/L1", "unknown_note", None),
        ("new/L1", "own_lesson", "leave it out; the lesson stands in this note"),
        ("bare/L1", "unknown_lesson", "it has: no lesson with an id"),
    ],
)
def test_a_lesson_that_is_not_there_is_told(reference: str, code: str, told: str | None) -> None:
    notes = read_all(
        file("new", f"repeats: [{reference}]\nreused_lessons: [{{id: {reference}, effect: 有用}}]\n"),
        file("old", text=LESSON),
        file("bare"),
    )
    found = [each for each in notes[0].problems if each.severity is Severity.ERROR]

    assert [(each.key, each.code) for each in found] == [("repeats[0]", code), ("reused_lessons[0].id", code)]
    assert [each.suggestion.en if each.suggestion else None for each in found] == [told, told]


def test_a_reference_into_a_note_with_problems_is_no_problem_of_its_own() -> None:
    notes = read_all(file("new", "repeats: [old/L9]\n"), file("old", "zzz: 1\n"))

    assert [(note.engagement is not None, len(note.problems)) for note in notes] == [(True, 0), (False, 1)]


def test_reading_is_deterministic() -> None:
    files = (file("a", "zzz: 1\n"), file("b", "repeats: [a/L1]\n"), file("A"))

    assert read_all(*files) == read_all(*files)


def test_problems_are_counted_by_severity() -> None:
    found: tuple[Problem, ...] = read(NOTE + "zzz: 1\nyyy: 2\n").problems

    assert severities(found) == {Severity.ERROR: 2, Severity.WARNING: 0, Severity.HINT: 0}
