"""Lesson themes: the built-in fifteen and `other`, plus those that a workspace adds."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationInfo

from generator.errors import Bilingual
from generator.notes.codes import THEMES, Theme
from generator.source.fields import FieldError, labelled_schema, text_of
from generator.source.text import shown

THEMES_LISTED = "#/definitions/Theme"


def themes_of(info: ValidationInfo) -> tuple[Theme, ...]:
    """The themes that the workspace knows: handed to the validator as its context `{"themes": …}`."""
    context = info.context or {}
    themes: tuple[Theme, ...] = context.get("themes", THEMES)
    return themes


def read_theme(value: object, info: ValidationInfo) -> str:
    """The code of the theme that a scalar names by code, Chinese label or English label."""
    text = text_of(value).strip()
    themes = themes_of(info)
    folded = text.lower()
    for theme in themes:
        if folded in {theme.code.lower(), theme.zh.lower(), theme.en.lower()}:
            return theme.code
    raise FieldError(
        "unknown_value",
        Bilingual(f"没有「{shown(text)}」这个主题", f"there is no theme “{shown(text)}”"),
        _suggestion(text, themes),
    )


def _suggestion(text: str, themes: tuple[Theme, ...]) -> Bilingual:
    names = {theme.code: theme for theme in themes} | {theme.zh: theme for theme in themes}
    near = get_close_matches(text.lower().replace(" ", "_"), list(names), 1, 0.5)
    every = "、".join(f"{theme.zh} {theme.code}" for theme in themes)
    every_en = ", ".join(f"{theme.code} {theme.zh}" for theme in themes)
    if near:
        return Bilingual(
            f"是不是「{near[0]}」？可写：{every}", f"did you mean “{near[0]}”? One of: {every_en}"
        )
    return Bilingual(f"可写：{every}", f"write one of: {every_en}")


def theme_schema(themes: Iterable[Theme]) -> dict[str, Any]:
    """JSON Schema of a theme: code, Chinese label or English label, in any letter case."""
    listed = tuple(themes)
    shown: dict[str, str] = {}
    for name in ("code", "zh", "en"):
        for theme in listed:
            shown.setdefault(getattr(theme, name), f"{theme.code} {theme.zh} · {theme.en}")
    return labelled_schema(list(shown), list(shown.values()))
