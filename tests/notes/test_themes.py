"""Lesson themes: built in, and of the team's own."""

from __future__ import annotations

import pytest

from generator.notes.codes import THEMES, Theme, ThemeGroup
from generator.notes.reader import NoteFile, read_notes
from tests.notes.reading import DAY, PATH, engagement, note_with, only


def with_theme(typed: str) -> str:
    return note_with("theme: 情报不全", f"theme: {typed}")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.code)
def test_a_theme_is_named_by_code_or_label_in_either_language(theme: Theme) -> None:
    typed = (theme.code, theme.code.upper(), theme.zh, theme.en, theme.en.lower())

    assert {engagement(with_theme(text)).lessons[0].theme for text in typed} == {theme.code}


def test_another_theme_is_told_with_the_one_that_was_meant() -> None:
    problem = only(with_theme("intel gaps"))

    assert problem.code == "unknown_value"
    assert problem.message.zh == "没有「intel gaps」这个主题"
    assert problem.suggestion is not None
    assert problem.suggestion.zh.startswith("是不是「intel_gap」？可写：产品吃透 product_depth、")
    assert problem.suggestion.en.startswith("did you mean “intel_gap”? One of: product_depth 产品吃透, ")


def test_without_a_near_one_all_themes_are_listed() -> None:
    suggestion = only(with_theme("zzz")).suggestion

    assert suggestion is not None
    assert all(theme.code in suggestion.en and theme.zh in suggestion.zh for theme in THEMES)


def test_a_theme_of_the_team_is_known_where_the_workspace_adds_it() -> None:
    own = Theme("localization", "本地化", "Localization", ThemeGroup.OTHER)
    files = tuple(NoteFile(PATH, with_theme(text).encode()) for text in ("本地化", "LOCALIZATION"))

    for file in files:
        (note,) = read_notes((file,), DAY, (*THEMES, own))
        assert note.engagement is not None
        assert note.engagement.lessons[0].theme == "localization"
    assert only(with_theme("本地化")).code == "unknown_value"
