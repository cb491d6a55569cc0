"""What is recalled is what a plain reading finds, whatever happened to the files in between."""

from __future__ import annotations

import os
import random
import shutil
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import generator
from generator.build import library, remembering
from generator.build.library import Library, read_library, remembered_library
from generator.build.recalled import Recalled
from generator.build.remembering import open_memory, recall
from generator.errors import Problem, Severity
from generator.insights.search import page_of
from generator.notes.reader import NoteFile
from generator.workspace.places import Workspace, read_note_file, read_workspace
from tests.cli.workspaces import BROKEN, NOTE, make_workspace

DAY = date(2026, 7, 1)
LONG_AGO = -(10**12)  # every file counts as written long ago
CITING = "reused_lessons: [{{id: {}, effect: helped}}]\n"


def named(name: str, text: str = NOTE) -> str:
    return text.replace("id: 2026-05-harbour-iot", f"id: {name}")


def put(root: Path, name: str, text: str) -> None:
    (root / "engagements" / f"{name}.yaml").write_text(text, "utf-8")


def recalled(root: Path, day: date = DAY) -> Recalled:
    workspace = read_workspace(root)
    return recall(workspace, day, open_memory(workspace))


def seen(library: Library) -> tuple[object, ...]:
    """What a library says, without hints and places."""
    return (
        [(note.file.path, note.file.data, note.engagement) for note in library.notes],
        library.unreadable,
        sorted(
            (replace(problem) for problem in library.problems if problem.severity is not Severity.HINT),
            key=lambda problem: (problem.sort_key, repr(problem)),
        ),
        library.shown,
    )


def assert_same(root: Path, day: date = DAY) -> None:
    workspace = read_workspace(root)
    plain = read_library(workspace, day)
    pages = {
        note.engagement.id: page_of(note.engagement, workspace.config.all_themes())
        for note in plain.notes
        if note.engagement is not None and note.engagement.date <= day
    }

    assert seen(remembered_library(workspace, day)) == seen(plain)
    again = recall(workspace, day, open_memory(workspace))
    found = again.pages(again.notes)
    assert {page.note: page for page in found} == pages


def test_a_second_look_opens_no_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_workspace(tmp_path)
    put(root, "2026-05-quay-bank", BROKEN)
    monkeypatch.setattr(remembering, "_FRESH_NS", LONG_AGO)
    first = recalled(root)
    monkeypatch.setattr(remembering, "read_note_file", None)

    assert recalled(root).notes == first.notes
    assert [note.usable for note in first.notes] == [True, False]


def test_a_file_that_was_just_written_is_read_again_and_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path)
    first = recalled(root)
    monkeypatch.setattr(remembering, "read_note", None)

    assert recalled(root).notes == first.notes
    assert not first.notes[0].sure


def test_an_edit_of_the_same_size_within_the_same_moment_is_seen(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    path = root / "engagements" / "2026-05-harbour-iot.yaml"
    recalled(root)
    state = path.stat()
    path.write_text(NOTE.replace("budget", "wallet"), "utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))

    [(_, engagement)] = recalled(root).engagements(recalled(root).notes)

    assert engagement.lessons[0].text == "ask for the wallet first"


def test_a_theme_of_the_team_is_known_at_once_and_gone_at_once(tmp_path: Path) -> None:
    themed = NOTE.replace("intel_gap", "tone")
    root = make_workspace(tmp_path, {"engagements/2026-05-harbour-iot.yaml": themed})
    before = recalled(root)
    extra = "themes: {extra: [{code: tone, zh: 语气, en: Tone, group: meeting}]}\n"
    (root / "presales.yaml").write_text("language: en\n" + extra, "utf-8")
    during = recalled(root)
    (root / "presales.yaml").write_text("language: en\n", "utf-8")

    assert [look.notes[0].usable for look in (before, during, recalled(root))] == [False, True, False]


def test_what_is_wrong_between_notes_comes_and_goes_with_the_other_note(tmp_path: Path) -> None:
    cited = NOTE.replace("{kind: improve", "{id: L1, kind: improve")
    root = make_workspace(tmp_path)
    put(root, "2026-06-quay", named("2026-06-quay") + CITING.format("2026-05-harbour-iot/L1"))
    put(root, "2026-05-harbour-iot", NOTE)
    unknown = recalled(root)
    put(root, "2026-05-harbour-iot", cited)
    known = recalled(root)

    assert [problem.code for problem in unknown.problems] == ["unknown_lesson"]
    assert [note.usable for note in unknown.notes] == [True, False]
    assert known.problems == ()
    assert_same(root)


def test_a_missing_picture_is_told_each_time(tmp_path: Path) -> None:
    pictured = NOTE + "attachments: [{file: none.png, caption: x}]\n"
    root = make_workspace(tmp_path, {"engagements/2026-05-harbour-iot.yaml": pictured})
    recalled(root)

    assert [problem.code for problem in recalled(root).problems] == ["bad_picture"]
    assert_same(root)


def test_links_are_read_each_time(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    (root / "aside.yaml").write_text(named("2026-06-quay"), "utf-8")
    (root / "engagements" / "2026-06-quay.yaml").symlink_to(root / "aside.yaml")
    recalled(root)
    (root / "aside.yaml").write_text(named("2026-06-quay").replace("budget", "wallet"), "utf-8")

    assert_same(root)


def test_where_nothing_can_be_kept_everything_is_still_found(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"engagements/2026-05-quay-bank.yaml": BROKEN})
    (root / "output").write_text("in the way")

    assert_same(root)


def test_a_damaged_memory_is_as_good_as_none(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    recalled(root)
    file = root / "output" / ".presales" / "remembered.db"
    data = bytearray(file.read_bytes())
    chance = random.Random(7)
    for _ in range(40):
        start = chance.randrange(len(data))
        file.write_bytes(data[:start] + bytes(chance.randrange(256) for _ in range(60)) + data[start + 60 :])
        workspace = read_workspace(root)
        found = dict(recalled(root).engagements(recalled(root).notes))

        assert list(found.values()) == [note.engagement for note in read_library(workspace, DAY).notes]


def test_texts_that_say_something_else_are_read_from_the_note(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    first = recalled(root)
    memory, digest = open_memory(read_workspace(root)), first.notes[0].digest
    memory.change([("engagements", digest, "[1, 2]"), ("pages", digest, "[]")])

    assert_same(root)

    memory.change([("notes", first.notes[0].path, "[1]"), ("engagements", digest, "{")])

    assert_same(root)


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    put(root, "2026-06-quay", named("2026-06-quay"))
    recalled(root)
    (root / "engagements" / "2026-06-quay.yaml").unlink()
    recalled(root)
    memory = open_memory(read_workspace(root))

    assert (
        len(memory.keys_in("notes"))
        == len(memory.keys_in("pages"))
        == len(memory.keys_in("engagements"))
        == 1
    )


def test_a_note_that_is_gone_when_it_is_asked_for_is_left_out(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    found = recalled(root)
    (root / "engagements" / "2026-05-harbour-iot.yaml").unlink()
    shutil.rmtree(root / "output")

    assert found.engagements(found.notes) == ()


def test_as_of_an_earlier_day_pages_are_of_that_day(tmp_path: Path) -> None:
    done = "action: {what: x, owner: Lin, due: 2026-06-01, status: done, closed_on: 2026-06-20}, status: actioned"
    text = NOTE.replace("text: ask", f"{done}, text: ask")
    root = make_workspace(tmp_path, {"engagements/2026-05-harbour-iot.yaml": text})
    statuses = [
        [page.things[0].status for page in recalled(root, day).pages(recalled(root, day).notes)]
        for day in (date(2026, 6, 19), date(2026, 6, 20), date(2026, 5, 19))
    ]

    assert statuses == [["identified"], ["actioned"], []]


def test_notes_are_put_away_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_workspace(tmp_path)
    for number in range(5):
        put(root, f"2026-06-n{number}", named(f"2026-06-n{number}"))
    monkeypatch.setattr(remembering, "_BATCH", 2)

    assert_same(root)


ACTIONS = st.sampled_from(
    ["add", "edit", "touch", "break", "delete", "rename", "cite", "twin", "look", "theme"]
)


@given(
    steps=st.lists(st.tuples(ACTIONS, st.integers(0, 3)), max_size=12),
    moment=st.sampled_from([2_000_000_000, 10_000_000]),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_to_the_files_the_recalled_notes_are_those_of_a_plain_reading(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]], moment: int
) -> None:
    root = make_workspace(tmp_path_factory.mktemp("w"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(remembering, "_FRESH_NS", moment)
        for number, (action, which) in enumerate(steps):
            _act(root, action, f"2026-06-n{which}", number)
            recalled(root)
            time.sleep(0.015)  # files of this moment count as written long ago in the next

        assert_same(root)


def _act(root: Path, action: str, name: str, number: int) -> None:
    path = root / "engagements" / f"{name}.yaml"
    match action:
        case "add" | "edit":
            put(root, name, named(name).replace("budget", f"word{number % 10}"))
        case "break":
            put(root, name, named(name, BROKEN))
        case "cite":
            put(root, name, named(name) + CITING.format(f"2026-06-n{number % 4}/L1"))
        case "touch" if path.exists():
            path.touch()
        case "delete":
            path.unlink(missing_ok=True)
        case "rename" if path.exists():
            path.rename(path.with_name(f"2026-06-n{number % 4}.yaml"))
        case "twin":
            (root / "engagements" / "a").mkdir(exist_ok=True)
            (root / "engagements" / "a" / f"{name}.yaml").write_text(named(name), "utf-8")
        case "theme":
            (root / "presales.yaml").write_text(f"language: en\nname: w{number}\n", "utf-8")
        case _:
            recalled(root)


def test_a_note_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"engagements/big.yaml": "#" * (2 << 20)})

    assert recalled(root).unreadable == 1
    assert_same(root)


def test_a_note_that_goes_while_it_is_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictured = NOTE + "attachments: [{file: none.png, caption: x}]\n"
    root = make_workspace(tmp_path, {"engagements/2026-05-harbour-iot.yaml": pictured})
    found: list[object] = []

    def read_once(workspace: Workspace, path: str) -> NoteFile | Problem:
        found.append(path)
        return read_note_file(workspace, path if len(found) == 1 else "engagements/gone.yaml")

    monkeypatch.setattr(remembering, "read_note_file", read_once)

    assert [problem.code for problem in recalled(root).problems] == ["unreadable_file"]


def test_a_note_that_goes_before_the_library_is_filled_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path)
    remembered_library(read_workspace(root), DAY)
    monkeypatch.setattr(
        library, "read_note_file", lambda workspace, path: read_note_file(workspace, f"{path}x")
    )

    found = remembered_library(read_workspace(root), DAY)

    assert (found.notes, found.unreadable, [p.code for p in found.problems]) == ((), 1, ["unreadable_file"])


def test_a_program_without_files_of_its_own_still_remembers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generator, "__file__", str(tmp_path / "archive.zip" / "generator" / "__init__.py"))
    root = make_workspace(tmp_path)
    recalled(root)

    assert len(open_memory(read_workspace(root)).keys_in("notes")) == 1
