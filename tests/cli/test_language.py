"""The language of messages is known before anything is read in earnest."""

from __future__ import annotations

import locale
from pathlib import Path

import pytest

from generator.cli.language import language_of_messages
from generator.errors import Language
from generator.notes.codes import NoteLanguage
from tests.cli.workspaces import make_workspace

ZH_SYSTEM = {"LANG": "zh_CN.UTF-8"}
EN_SYSTEM = {"LANG": "en_GB.UTF-8"}


def test_the_language_asked_for_comes_first(tmp_path: Path) -> None:
    make_workspace(tmp_path, config="language: zh\n")

    assert language_of_messages("en", tmp_path, ZH_SYSTEM) == "en"


@pytest.mark.parametrize(
    ("config", "language"),
    [
        ("language: en\n", "en"),
        ("language: zh\n", "zh"),
        ("name: Quay\r\nlanguage: 'EN'  # for now\r\n", "en"),
        ('\ufefflanguage: "英文"\n', "en"),
        ("language : 中文\n", "zh"),
        ("name: Quay\n", "zh"),
        ("", "zh"),
        ("company:\n  language: en\n", "zh"),
        ("language: english\n", "zh"),
        ("# language: en\n", "zh"),
    ],
)
def test_the_workspace_speaks_its_own_language_and_chinese_where_it_says_none(
    config: str, language: Language, tmp_path: Path
) -> None:
    make_workspace(tmp_path, config=config)
    system = EN_SYSTEM if language == "zh" else ZH_SYSTEM

    assert language_of_messages(None, tmp_path, system) == language


def test_every_way_to_write_the_language_is_understood(tmp_path: Path) -> None:
    ways = [way for code in NoteLanguage for way in (code.value, code.zh)]
    found = []
    for way in ways:
        make_workspace(tmp_path, config=f"language: {way}\n")
        found.append(language_of_messages(None, tmp_path, {}))

    assert found == ["zh", "zh", "en", "en"]


def test_the_nearest_workspace_upward_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_workspace(tmp_path)
    monkeypatch.chdir(tmp_path / "engagements")

    assert language_of_messages(None, None, ZH_SYSTEM) == "en"


def test_settings_that_cannot_be_opened_say_nothing(tmp_path: Path) -> None:
    assert language_of_messages(None, tmp_path / "none", ZH_SYSTEM) == "zh"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "", "LC_ALL": "zh_CN"}, "zh"),
    ],
)
def test_outside_a_workspace_the_system_says(
    environment: dict[str, str], language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert language_of_messages(None, None, environment) == language


@pytest.mark.parametrize(
    ("found", "language"),
    [
        (("Chinese (Simplified)_China", "936"), "zh"),
        (("zh_CN", "UTF-8"), "zh"),
        (("English_Ireland", "1252"), "en"),
        ((None, None), "en"),
    ],
)
def test_without_variables_as_on_windows_the_machine_says(
    found: tuple[str | None, str | None], language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(locale, "getlocale", lambda: found)

    assert language_of_messages(None, None, {}) == language
