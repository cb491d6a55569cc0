"""`presales explain` from the outside; what it says is tested with the notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.notes.model import Engagement
from generator.source.keys import keys_of
from generator.workspace.config import Config
from tests.cli.workspaces import make_workspace, run, run_in


def test_a_key_is_explained_in_the_language_of_messages() -> None:
    zh, en = (run("--lang", language, "explain", "commitments.due").stdout for language in ("zh", "en"))

    assert zh.splitlines()[0] == "commitments[].due · 记录"
    assert en.splitlines()[0] == "commitments[].due · note"


def test_keys_of_the_settings_are_explained_too() -> None:
    assert run("--lang", "en", "explain", "brief.max_lessons").stdout.startswith(
        "brief.max_lessons · presales.yaml\n"
    )


def test_themes_of_the_team_are_known_in_its_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = "language: en\nthemes: {extra: [{code: localization, zh: 本地化, en: Localization}]}\n"
    root = make_workspace(tmp_path / "team", config=config)
    monkeypatch.chdir(tmp_path)

    assert run_in(root, "explain", "localization").exit_code == 0
    assert run("explain", "localization").exit_code == 2


def test_an_unknown_key_is_a_usage_error_with_the_nearest_one() -> None:
    result = run("--lang", "en", "explain", "comitments")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: there is no key or value “comitments”; did you mean commitments?\n"


def test_without_a_key_the_top_keys_of_both_files_are_listed() -> None:
    lines = run("--lang", "en", "explain").stdout.splitlines()
    listed = [line.replace("★", " ").split()[0] for line in lines if line.startswith("  ")]

    assert listed == [key.name for block in (Engagement, Config) for key in keys_of(block)]
    assert any(line.startswith("  ★ goal ") for line in lines)
