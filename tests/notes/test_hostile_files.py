"""Files that nobody types: each is answered at once, and the notes beside it are read."""

from __future__ import annotations

import time

import pytest

from generator.notes.reader import NoteFile, read_notes
from tests.notes.reading import DAY, NOTE, PATH, note_with, places

# Seconds of processor time; on an idle machine each takes less than a second. Read without bounds they took minutes, or
# all memory.
AT_ONCE = 5.0
LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
LONG = 1_000_000

HOSTILE = {
    "billion laughs": (LAUGHS.encode(), "reserved_character"),
    "anchors in brackets": (note_with("[设备联网网关]", "[&a [x], *a]").encode(), "anchor"),
    "deep brackets": (note_with("拿到现场勘查", "[" * 10_000 + "]" * 10_000).encode(), "too_deep"),
    "open brackets": (note_with("拿到现场勘查", "{" * 10_000).encode(), "too_deep"),
    "deep lists": (("- " * 10_000).encode(), "too_deep"),
    "deep blocks": ("".join(f"{' ' * n}a:\n" for n in range(500)).encode(), "too_deep"),
    "a list of 100,000": (
        note_with("[设备联网网关]", "[" + "a, " * 100_000 + "]").encode(),
        "too_many_values",
    ),
    "15,000 wrong items": (
        (NOTE + "stakeholders: [{role: a, answered_by: [" + "1, " * 15_000 + "]}]\n").encode(),
        "bad_id",
    ),
    "15,000 empty items": (note_with("[设备联网网关]", "\n  -" * 15_000).encode(), "empty_item"),
    "9,000 unknown keys": ((NOTE + "".join(f"k{n}: 1\n" for n in range(9_000))).encode(), "unknown_key"),
    "9,000 duplicate keys": ((NOTE + "goal: 1\n" * 9_000).encode(), "duplicate_key"),
    "9,000 slips": ((NOTE + "".join(f"x-{n}: @a\n" for n in range(9_000))).encode(), "reserved_character"),
    "9,000 commas": (note_with("text: 先问预算", "text: a" + ", b" * 9_000).encode(), "duplicate_key"),
    "a key of a megabyte": ((NOTE + "k" * LONG + ": 1\n").encode(), "bad_yaml"),
    "a quoted key of a megabyte": ((NOTE + '? "' + "k" * LONG + '"\n: 1\n').encode(), "unknown_key"),
    "a date of a megabyte": (note_with("2026-05-20", "2" * LONG).encode(), "bad_date"),
    "a number of a megabyte": ((NOTE + "deal: {amount: " + "9" * LONG + "}\n").encode(), "bad_number"),
    "minutes of a megabyte": (
        (NOTE + "meetings: [{on: 2026-05-20, minutes: " + "9" * LONG + "}]\n").encode(),
        "bad_number",
    ),
    "a closed value of a megabyte": (note_with("进行中", "x" * LONG).encode(), "unknown_value"),
    "a theme of a megabyte": (note_with("情报不全", "x" * LONG).encode(), "unknown_value"),
    "an id of a megabyte": (
        note_with("id: 2026-05-harbour-iot", "id: " + "x" * LONG).encode(),
        "bad_note_id",
    ),
    "a broken line of a megabyte": (
        note_with("拿到现场勘查", "a: b" + " , {" * 250_000).encode(),
        "bad_yaml",
    ),
    "five megabytes": (b"a: b\n" * 1_000_000, "file_too_large"),
    "bytes": (bytes(range(256)) * 1_000, "file_binary"),
}
HARMLESS = {
    "a line of a megabyte": note_with("拿到现场勘查", "x" * LONG),
    "a megabyte of spaces": note_with("presales: 林岚", 'presales: "a' + " " * LONG + 'b"'),
    "200,000 line breaks": note_with("presales: 林岚", 'presales: "a' + "\\n b" * 200_000 + '"'),
    "a megabyte of prose": note_with("goal: 拿到现场勘查", "goal: |\n" + "  some words here\n" * 50_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_at_once_and_the_others_are_read(name: str) -> None:
    data, code = HOSTILE[name]
    started = time.process_time()

    hostile, good = read_notes(
        (NoteFile("engagements/hostile.yaml", data), NoteFile(PATH, NOTE.encode())), DAY
    )

    assert time.process_time() - started < AT_ONCE
    assert hostile.engagement is None
    assert code in {problem.code for problem in hostile.problems}
    assert len(hostile.problems) < 300
    assert good.engagement is not None
    assert all(len(problem.message.zh) < 500 and len(problem.key) < 500 for problem in hostile.problems)


@pytest.mark.parametrize("name", HARMLESS)
def test_a_long_but_honest_file_is_read_at_once(name: str) -> None:
    started = time.process_time()

    (note,) = read_notes((NoteFile(PATH, HARMLESS[name].encode()),), DAY)

    assert time.process_time() - started < AT_ONCE
    assert note.engagement is not None


def test_refused_characters_are_told_where_they_stand() -> None:
    assert places(note_with("拿到现场勘查", "拿到\x0b")) == [(10, 9, "control_character")]
    assert places(note_with("拿到现场勘查", '"拿到\\x0b"')) == [(10, 7, "control_character")]
    assert places(note_with("拿到现场勘查", '"\\ud800"')) == [(10, 7, "backslash")]
    assert places(NOTE + 'x-own: "\\x07"\n') == [(21, 8, "control_character")]
