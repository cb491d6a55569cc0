"""LibreOffice found, started once for many files, and what is told where it fails. On Windows a script is no program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.pdf import find_office, office
from generator.pdf.office import NOT_CONVERTED, TOO_SLOW, Office
from tests.pdf.programs import (
    CONVERTS,
    HANGS_AT_BAD,
    STOPS_AT_BAD,
    TELLS_VERSION,
    make_office,
    starts,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script with a first line is no program there")


def test_many_files_are_converted_in_one_start_and_come_back_in_their_order(tmp_path: Path) -> None:
    made = list(make_office(tmp_path, CONVERTS).convert([b"one", b"two", b"three"]))

    assert made == [b"PDF of one", b"PDF of two", b"PDF of three"]
    assert starts(tmp_path) == ["0.docx 1.docx 2.docx"]


def test_nothing_to_convert_starts_nothing(tmp_path: Path) -> None:
    assert list(make_office(tmp_path, CONVERTS).convert([])) == []
    assert starts(tmp_path) == []


def test_very_many_files_need_more_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_AT_ONCE", 2)
    made = list(make_office(tmp_path, CONVERTS).convert([b"one", b"two", b"three"]))

    assert made == [b"PDF of one", b"PDF of two", b"PDF of three"]
    assert starts(tmp_path) == ["0.docx 1.docx", "0.docx"]


def test_a_file_that_is_not_converted_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    skips = '    if data == b"bad":\n        continue\n'
    made = list(make_office(tmp_path, skips + CONVERTS).convert([b"one", b"bad", b"three"]))

    assert made == [b"PDF of one", NOT_CONVERTED, b"PDF of three"]
    assert starts(tmp_path) == ["0.docx 1.docx 2.docx"]


def test_the_files_behind_one_that_stops_it_are_tried_again_without_it(tmp_path: Path) -> None:
    made = list(make_office(tmp_path, STOPS_AT_BAD + CONVERTS).convert([b"one", b"bad", b"three"]))

    assert made == [b"PDF of one", NOT_CONVERTED, b"PDF of three"]
    assert starts(tmp_path) == ["0.docx 1.docx 2.docx", "2.docx"]


def test_where_nothing_works_it_gives_up_after_three_starts(tmp_path: Path) -> None:
    made = list(make_office(tmp_path, STOPS_AT_BAD + CONVERTS).convert([b"bad"] * 5))

    assert made == [NOT_CONVERTED] * 5
    assert len(starts(tmp_path)) == 3


def test_a_file_that_takes_too_long_is_told_and_what_was_made_before_it_counts(tmp_path: Path) -> None:
    slow = make_office(tmp_path, HANGS_AT_BAD + CONVERTS, seconds=1)

    assert list(slow.convert([b"one", b"bad"])) == [b"PDF of one", TOO_SLOW]


def test_a_program_that_is_gone_is_told_file_by_file(tmp_path: Path) -> None:
    gone = Office(str(tmp_path / "soffice"), ())

    assert list(gone.convert([b"one"])) == [NOT_CONVERTED]


def test_the_version_is_what_it_tells_and_else_its_path(tmp_path: Path) -> None:
    (tmp_path / "silent").mkdir()
    told = make_office(tmp_path, TELLS_VERSION).version()
    silent = make_office(tmp_path / "silent", "")

    assert told == "Office 1.0"
    assert silent.version() == silent.program


def test_it_is_found_in_the_folders_of_the_path_but_not_in_the_workspace(tmp_path: Path) -> None:
    tools, workspace = tmp_path / "tools", tmp_path / "workspace"
    for folder in (tools, workspace):
        folder.mkdir()
        make_office(folder, CONVERTS)
    environment = {"Path": os.pathsep.join(("relative", str(workspace), str(tools)))}
    found = find_office(environment, workspace)

    assert found == Office(str(tools / "soffice"), (("Path", environment["Path"]),))


def test_it_is_found_where_it_installs_itself(tmp_path: Path) -> None:
    program = tmp_path / "LibreOffice" / "program"
    program.mkdir(parents=True)
    make_office(program, CONVERTS)
    environment = {"PATH": "", "ProgramFiles": str(tmp_path)}
    found = find_office(environment, tmp_path / "workspace")

    assert found == Office(str(program / "soffice"), tuple(sorted(environment.items())))


def test_a_machine_without_it_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_USUAL_FOLDERS", ())

    assert find_office({"PATH": str(tmp_path)}, tmp_path / "workspace") is None
