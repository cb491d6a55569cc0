"""YAML as people really write it (NOTE.md), in a note with other content around it."""

from __future__ import annotations

import pytest

from generator.errors import Severity
from generator.notes.model import Engagement
from tests.notes.reading import NOTE, engagement, note_with, only, places, read


def test_the_note_without_a_slip_has_no_problem() -> None:
    assert read(NOTE).problems == ()


# ── One slip ──


@pytest.mark.parametrize(
    ("old", "new", "place", "write"),
    [
        ("text: 先问预算}", "text: 未知,先不报价}", (17, 38, "comma_in_value"), 'text: "未知,先不报价"'),
        ("text: 先问预算}", "text: 价格: 高}", (17, 35, "colon_in_value"), 'text: "价格: 高"'),
        ("goal: 拿到现场勘查", "goal: 价格: 高", (10, 7, "colon_in_value"), 'goal: "价格: 高"'),
        ("goal: ", "goal：", (10, 5, "full_width_colon"), ": "),
        ("  name: ", "  name：", (8, 7, "full_width_colon"), ": "),
        ("  industry: ", "  industry：", (9, 11, "full_width_colon"), ": "),
        ("outcome: ", "outcome：", (20, 8, "full_width_colon"), ": "),
        ("outcome: {status: 进行中}", "outcome:\n  status：进行中", (21, 9, "full_width_colon"), ": "),
        ("text: 先问预算}", "text: ?}", (17, 35, "reserved_character"), 'text: "?"'),
        ("owner: 林岚", "owner: @zhang", (19, 23, "reserved_character"), 'owner: "@zhang"'),
        ("goal: 拿到现场勘查", "goal: ?", (10, 7, "reserved_character"), 'goal: "?"'),
        ("goal: 拿到现场勘查", "goal: @zhang", (10, 7, "reserved_character"), 'goal: "@zhang"'),
        ("goal: 拿到现场勘查", "goal: %5", (10, 7, "reserved_character"), 'goal: "%5"'),
        ("goal: 拿到现场勘查", "goal: `x`", (10, 7, "reserved_character"), 'goal: "`x`"'),
        ("goal: 拿到现场勘查", "goal: * x", (10, 7, "reserved_character"), 'goal: "* x"'),
        ("goal: 拿到现场勘查", "goal: !重要", (10, 7, "reserved_character"), 'goal: "!重要"'),
        ("goal: 拿到现场勘查", "goal: &x y", (10, 7, "reserved_character"), 'goal: "&x y"'),
        ("goal: 拿到现场勘查", "goal: [重要] 勘查", (10, 7, "reserved_character"), 'goal: "[重要] 勘查"'),
        ("goal: 拿到现场勘查", "goal: “预算: 无”", (10, 7, "curly_quotes"), 'goal: "预算: 无"'),
        ("goal: 拿到现场勘查", 'goal: "勘查" 之后', (10, 7, "text_after_quote"), r'goal: "\"勘查\" 之后"'),
        ("goal: 拿到现场勘查", 'goal: "勘查', (10, 7, "unclosed_quote"), 'goal: "勘查"'),
        ("goal: 拿到现场勘查", r'goal: "C:\勘查"', (10, 7, "backslash"), r'goal: "C:\\勘查"'),
        ("[设备联网网关]", "[设备联网网关", (6, 11, "unclosed_bracket"), "products: [设备联网网关]"),
        ("[设备联网网关]", "[@x, 网关]", (6, 12, "reserved_character"), '"@x"'),
        ("  - surface", "  * surface", (13, 3, "odd_list_mark"), "- surface: 停机靠人巡"),
        ("  - surface", "  -surface", (13, 3, "space_after_dash"), "- surface: 停机靠人巡"),
        ("goal: ", "goal:", (10, 5, "space_after_colon"), "goal: 拿到现场勘查"),
        ("{kind: 改进, ", "{kind: 改进，", (17, 14, "full_width_comma"), ""),
        ("  name", "\tname", (8, 1, "tab"), ""),
        ("  industry", "　industry", (9, 1, "full_width_space"), ""),
        ("date: 2026-05-20", "date: 2026-05", (5, 7, "bad_date"), "2026-05-20"),
        ("date: 2026-05-20", "date: 2026-05-20T10:00:00", (5, 7, "bad_date"), "2026-05-20"),
        ("date: 2026-05-20", "date: ２０２６-05-20", (5, 7, "full_width"), "2026-05-20"),
        ("date: 2026-05-20", "date: “2026-05-20”", (5, 7, "curly_quotes"), "2026-05-20"),
        ("status: 进行中", "status: ｏｐｅｎ", (20, 19, "full_width"), "open"),
        ("goal: 拿到现场勘查", "goal: 拿到\ngoal: 勘查", (11, 1, "duplicate_key"), ""),
        ("goal: 拿到现场勘查", "<<<<<<< HEAD\ngoal: 拿到现场勘查", (10, 1, "merge_conflict"), ""),
        ("goal: 拿到现场勘查", "<<: {a: b}\ngoal: 拿到现场勘查", (10, 1, "unknown_key"), ""),
        ("outcome: {status: 进行中}\n", "outcome: {status: 进行中}\n---\na: b\n", (22, 1, "several_documents"), ""),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_its_line_and_column_with_what_to_write(
    old: str, new: str, place: tuple[int, int, str], write: str
) -> None:
    problem = only(note_with(old, new))

    assert (problem.line, problem.column, problem.code) == place
    assert problem.severity is Severity.ERROR
    assert problem.source == note_with(old, new).split("\n")[place[0] - 1]
    assert problem.suggestion is not None
    assert write in problem.suggestion.zh
    assert write in problem.suggestion.en


def test_several_slips_in_one_file_are_told_in_one_run() -> None:
    text = NOTE
    for old, new in (
        ("presales: 林岚", "presales：林岚"),
        ("2026-05-20", "2026-05"),
        ("  name:", "\tname:"),
        ("goal: 拿到", "goal: @拿到"),
        ("text: 先问预算", "text: 未知,先不报价"),
        ("theme: 情报不全", "theme: 情报"),
        ("status: 进行中", "statsu: 进行中"),
    ):
        text = text.replace(old, new)

    assert places(text) == [
        (3, 9, "full_width_colon"),
        (5, 7, "bad_date"),
        (8, 1, "tab"),
        (10, 7, "reserved_character"),
        (17, 23, "unknown_value"),
        (17, 36, "comma_in_value"),
        (20, 11, "unknown_key"),
    ]


def test_a_slip_that_was_mended_still_keeps_the_note_from_being_used() -> None:
    assert read(note_with("goal: 拿到", "goal: @拿到")).engagement is None


def test_hints_stand_in_the_line_as_typed_also_behind_a_slip() -> None:
    text = note_with("text: 先问预算}", "text: @x, why: TODO}")
    (hint,) = (problem for problem in read(text).problems if problem.code == "leftover")

    assert (hint.line, hint.column, hint.source) == (17, 44, text.split("\n")[16])


# ── What is fine ──


@pytest.mark.parametrize(
    "typed", ["no", "1.10", "010", "1:30", "null hypothesis", "yes", "0x1f", "2026-05-20"]
)
def test_a_line_keeps_the_characters_as_written(typed: str) -> None:
    assert engagement(note_with("presales: 林岚", f"presales: {typed}")).presales == typed


@pytest.mark.parametrize("typed", ["2026-05-20", "2026/5/20", "2026-5-20", "2026年5月20日"])
def test_four_ways_of_writing_a_date_are_accepted(typed: str) -> None:
    assert engagement(note_with("date: 2026-05-20", f"date: {typed}")) == engagement(NOTE)


def test_keys_are_read_as_written() -> None:
    found = engagement(NOTE + "meetings:\n  - on: 2026-05-20\n")

    assert found.meetings[0].on == found.date


@pytest.mark.parametrize(
    "data",
    [
        NOTE.replace("\n", "\r\n").encode(),
        NOTE.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + NOTE.encode(),
        b"\xef\xbb\xbf" + NOTE.replace("\n", "\r\n").encode(),
        b"---\n" + NOTE.encode() + b"...\n",
        NOTE.rstrip("\n").encode(),
    ],
)
def test_byte_order_marks_line_ends_and_document_marks_change_nothing(data: bytes) -> None:
    note = read(data)

    assert note.problems == ()
    assert note.engagement == engagement(NOTE)


def test_a_byte_order_mark_is_no_column_and_no_line_end_is_a_line() -> None:
    data = b"\xef\xbb\xbf" + note_with("schema: 1", "schema: 2").replace("\n", "\r\n").encode()

    assert places(data) == [(1, 9, "unknown_schema")]


def test_full_width_text_in_a_line_is_text() -> None:
    found: Engagement = engagement(note_with("goal: 拿到现场勘查", "goal: “１２台”，全部：拿到　勘查"))

    assert found.goal == "“１２台”，全部：拿到　勘查"
