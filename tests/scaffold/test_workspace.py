from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.errors import LANGUAGES, Language
from generator.scaffold import CI_SYSTEMS, workspace_files
from generator.workspace.places import read_workspace

DAY = date(2026, 11, 25)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_settings_of_a_new_workspace_have_no_problem(tmp_path: Path, language: Language) -> None:
    for path, text in workspace_files(language, DAY).items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    workspace = read_workspace(tmp_path)

    assert workspace.problems == ()
    assert workspace.config.language.value == language


def test_nothing_lies_in_the_git_folder() -> None:
    assert [path for path in workspace_files("zh", DAY, "github") if path.startswith(".git/")] == []


@pytest.mark.parametrize("system", CI_SYSTEMS)
def test_a_pipeline_checks_the_notes(system: str) -> None:
    added = set(workspace_files("en", DAY, system)) - set(workspace_files("en", DAY))  # type: ignore[arg-type]
    (path,) = added
    text = workspace_files("en", DAY, system)[path]  # type: ignore[arg-type]

    assert "presales check" in text
    assert yaml.safe_load(text)


def test_editor_settings_point_at_schemas_that_are_there() -> None:
    files = workspace_files("zh", DAY)
    schemas = json.loads(files[".vscode/settings.json"])["yaml.schemas"]

    assert set(schemas) <= set(files)
    assert all(json.loads(files[path])["$schema"] for path in schemas)


def test_the_hook_looks_at_notes_settings_and_templates() -> None:
    hook = yaml.safe_load(workspace_files("zh", DAY)[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]

    assert (hook["entry"], hook["language"]) == ("presales check", "system")
