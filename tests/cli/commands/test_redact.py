"""`presales redact` from the outside."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from generator.cli.program import PROGRAM
from generator.errors import Bilingual, Problem, ProblemsError
from tests.cli.workspaces import DAY, ID, NOTE, add_broken_note, make_workspace, run_in, summary

COPIED = "engagements/2026-05-note-01.yaml"


def test_a_copy_under_other_names_checks_and_builds(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "team")
    result = run_in(root, "redact", tmp_path / "demo")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1] == summary(1, 1, 0, 0, 0, 0, 0)
    assert "templates/" in result.stderr
    text = (tmp_path / "demo" / COPIED).read_text("utf-8")
    assert "customer: {name: Customer Alpha, industry: machining}\n" in text
    assert "Harbour" not in text
    assert run_in(tmp_path / "demo", "check", "--as-of", DAY).exit_code == 0
    assert run_in(tmp_path / "demo", "build", "--as-of", DAY).exit_code == 0


def test_a_broken_note_is_told_and_the_others_are_copied(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "team")
    add_broken_note(root)
    result = run_in(root, "redact", tmp_path / "demo")

    assert result.exit_code == 1
    assert "engagements/2026-05-quay-bank.yaml:7:7: error: " in result.stderr
    assert result.stderr.splitlines()[-1] == summary(2, 1, 1, 0, 0, 0, 0)
    assert [path.name for path in (tmp_path / "demo" / "engagements").iterdir()] == ["2026-05-note-01.yaml"]


@pytest.mark.parametrize("place", [".", "sub", "..", "engagements/copy"])
def test_a_place_that_overlaps_the_workspace_is_refused(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path / "team")
    monkeypatch.chdir(root)
    result = run_in(root, "redact", place, "--force")

    assert result.exit_code == 2
    assert "overlaps the workspace" in result.stderr
    assert sorted(path.name for path in tmp_path.rglob("*.yaml")) == [f"{ID}.yaml", "presales.yaml"]


def test_a_folder_with_something_in_it_is_left_alone_without_force(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "team")
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "mine.txt").write_text("mine", "utf-8")
    refused = run_in(root, "redact", tmp_path / "demo")
    forced = run_in(root, "redact", tmp_path / "demo", "--force")

    assert refused.exit_code == 1
    assert refused.stderr == (
        f"error: {tmp_path / 'demo'}: the folder is not empty: choose an empty one, or --force to write into it\n"
    )
    assert forced.exit_code == 3
    assert f"kept {tmp_path / 'demo'}/mine.txt: it was there before" in forced.stderr
    assert (tmp_path / "demo" / COPIED).exists()


def test_what_would_remain_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    config = "language: en\nthemes: {extra: [{code: harbour-works, zh: 本地化, en: Localization}]}\n"
    root = make_workspace(tmp_path / "team", config=config)
    result = run_in(root, "redact", tmp_path / "demo")

    assert result.exit_code == 1
    assert result.stderr.startswith("presales.yaml:2:25: error: “harbour-works” would remain in the copy")
    assert not (tmp_path / "demo").exists()


def test_broken_settings_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "team", config="langauge: en\n")
    result = run_in(root, "redact", tmp_path / "demo")

    assert result.exit_code == 1
    assert "presales.yaml:1:1: " in result.stderr
    assert not (tmp_path / "demo").exists()


def test_quiet_tells_problems_only(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "team", {f"engagements/{ID}.yaml": NOTE})

    assert run_in(root, "--quiet", "redact", tmp_path / "demo").stderr == ""


def test_settings_that_change_meanwhile_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_workspace(tmp_path / "team")
    problem = Problem("presales.yaml", 1, 1, "unreadable_file", Bilingual("打不开", "cannot be opened"))

    def fail(*args: object) -> None:
        del args
        raise ProblemsError((problem,))

    monkeypatch.setattr("generator.redaction.make_copy", fail)
    result = run_in(root, "redact", tmp_path / "demo")

    assert (result.exit_code, result.stderr) == (1, "presales.yaml:1:1: error: cannot be opened\n")


def test_folders_complete() -> None:
    command = PROGRAM.get_command(click.Context(PROGRAM), "redact")

    assert isinstance(command, click.Command)
    (item,) = command.params[0].shell_complete(click.Context(command), "../de")
    assert (item.value, item.type) == ("../de", "dir")
