"""`presales schema` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.notes.schema import render_schema
from generator.workspace.schema import render_config_schema
from tests.cli.workspaces import make_workspace, run, run_in

THEME = "themes: {extra: [{code: localization, zh: 本地化, en: Localization}]}\n"


def test_outside_a_workspace_it_is_the_built_in_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("schema")

    assert (result.exit_code, result.stdout, result.stderr) == (0, render_schema(), "")


def test_in_a_workspace_it_holds_the_teams_own_themes(tmp_path: Path) -> None:
    plain = make_workspace(tmp_path / "plain")
    themed = make_workspace(tmp_path / "themed", config=THEME)

    assert run_in(plain, "schema").stdout == render_schema()
    assert "localization" in run_in(themed, "schema").stdout


def test_that_of_the_settings_is_asked_for(tmp_path: Path) -> None:
    result = run_in(make_workspace(tmp_path), "schema", "--config")

    assert result.stdout == render_config_schema()
    assert json.loads(result.stdout)["title"].endswith("settings of the workspace")


def test_settings_with_a_problem_give_no_schema(tmp_path: Path) -> None:
    result = run_in(make_workspace(tmp_path, config="themes: 3\n"), "schema")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("presales.yaml:1:9: ")


def test_it_is_written_to_a_file_and_never_over_another_one(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    file = tmp_path / "note.schema.json"

    first = run_in(root, "schema", "-o", file)
    again = run_in(root, "schema", "-o", file)
    file.write_text("mine", "utf-8")
    other = run_in(root, "schema", "-o", file)
    kept = file.read_text("utf-8")
    forced = run_in(root, "schema", "-o", file, "--force")

    assert [result.exit_code for result in (first, again, other, forced)] == [0, 0, 3, 0]
    assert other.stderr.startswith(f"kept {file}: ")
    assert (kept, file.read_text("utf-8")) == ("mine", render_schema())


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = run_in(make_workspace(tmp_path), "schema", "-o", tmp_path / "none" / "x.json")

    assert result.exit_code == 1
    assert result.stderr.startswith(f"not written {tmp_path / 'none' / 'x.json'}: ")


def test_the_schema_of_digest_data_is_printed_and_not_beside_another(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    assert json.loads(run_in(root, "schema", "--digest").stdout)["title"].startswith("figures of a digest")
    assert run_in(root, "schema", "--digest", "--config").exit_code == 2
