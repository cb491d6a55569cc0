"""`presales init` from the outside: from nothing to documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.workspaces import run, run_in


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_workspace_checks_and_builds(tmp_path: Path, lang: str) -> None:
    root = tmp_path / "ours"
    made = run("init", root, "--lang", lang)
    checked = run_in(root, "check")
    built = run_in(root, "build")

    assert (made.exit_code, checked.exit_code, built.exit_code) == (0, 0, 0)
    assert len(list(root.rglob("retrospective.*.docx"))) == 1


def test_files_that_are_there_stay_and_the_rest_is_made(tmp_path: Path) -> None:
    (tmp_path / "presales.yaml").write_text("language: en\n")
    result = run("init", tmp_path)

    assert result.exit_code == 3
    assert (tmp_path / "presales.yaml").read_text() == "language: en\n"
    assert (tmp_path / ".pre-commit-config.yaml").is_file()
    assert "presales.yaml" in result.stderr


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    run("init", tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    result = run("init", tmp_path)

    assert result.exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(
    ("system", "path"), [("github", ".github/workflows/presales.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_a_pipeline_on_request(tmp_path: Path, system: str, path: str) -> None:
    run("init", tmp_path / "with", "--ci", system)
    run("init", tmp_path / "without")

    assert (tmp_path / "with" / path).is_file()
    assert not (tmp_path / "without" / path).exists()
