"""presales.yaml and the holiday file of a copy."""

from __future__ import annotations

from collections.abc import Mapping as Pairs

from generator.errors import Bilingual, Language
from generator.notes.codes import THEMES, Theme
from generator.redaction.redactor import Redactor
from generator.source.fields.blocks import TEAM_PREFIX
from generator.source.tree import Entry, Mapping, Node, Scalar, Sequence

HOLIDAYS = "holidays.yaml"
_NAME = Bilingual("脱敏副本", "Redacted copy")
# Names of files may tell the company.
_DROPPED = frozenset({"names"})


def settings_of(root: Mapping, redactor: Redactor, language: Language) -> Node:
    """presales.yaml without names: what figures depend on stays."""
    return _group(root, "", redactor, language)


def holidays_of(root: Mapping) -> Node:
    """The days, without comments and a team's own keys."""
    return Mapping({name: entry for name, entry in root.entries.items() if not _is_team(name)}, 0, root.flow)


def theme_names(themes: tuple[Theme, ...]) -> Pairs[str, str]:
    """Each name of a team's own theme, in small letters -> its code, as the names change in the copy."""
    themes = themes[len(THEMES) :]
    return {name.lower(): theme.code for theme in themes for name in (theme.code, theme.zh, theme.en)}


def _group(node: Mapping, path: str, redactor: Redactor, language: Language) -> Mapping:
    entries = {
        name: Entry(entry.key, _value(entry.value, f"{path}.{name}".lstrip("."), redactor, language))
        for name, entry in node.entries.items()
        if not _is_team(name) and name not in _DROPPED
    }
    return Mapping(entries, node.start, node.flow)


def _value(node: Node, path: str, redactor: Redactor, language: Language) -> Node:
    if isinstance(node, Mapping):
        return _group(node, path, redactor, language)
    if isinstance(node, Sequence):
        items = tuple(_value(item, path, redactor, language) for item in node.items)
        return Sequence(items, node.start, node.flow)
    if node.is_null:
        return node
    return node._replace(text=_text(node, path, redactor, language))


def _text(scalar: Scalar, path: str, redactor: Redactor, language: Language) -> str:
    match path:
        case "name":
            return _NAME.in_(language)
        case "company.name" | "company.short":
            return redactor.name(scalar.text)
        case "working_days.holidays":
            return HOLIDAYS
        case "themes.extra.zh" | "themes.extra.en":
            return redactor.text(scalar.text)
        case _:
            return scalar.text


def _is_team(name: str) -> bool:
    return name.startswith(TEAM_PREFIX)
