"""Tables of keys in Markdown, one a group, for the references under docs/."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.errors import Bilingual, Language
from generator.notes.codes import THEMES
from generator.notes.explanation_text import holds_in_words
from generator.notes.themes import THEMES_LISTED
from generator.source.fields import Block
from generator.source.keys import Group, Key, Scalar, Several, keys_of, list_mark
from generator.source.schema import default_typed

_TOP = Bilingual("最上层的键", "Keys at the top")
_HEADS = Bilingual("键|含义|写什么|例子", "Key|Meaning|Value|Example")
_THEMES = Bilingual("主题", "Themes")
_THEME_HEADS = Bilingual("代码|中文|英文|组", "Code|Chinese|English|Group")
_THEME = Bilingual("一个[主题](#主题)", "a [theme](#themes)")
_ONE_OF = Bilingual("", "one of ")
_LIST = Bilingual("一组键的列表", "a list of groups of keys")
_LIST_OF_SOME = Bilingual("一组键的列表，至少 {} 项", "a list of groups of keys, at least {}")
_LIST_OF_VALUES = Bilingual("列表：", "a list: ")
_GROUP = Bilingual("一组键", "a group of keys")
_SAME_AS = Bilingual("键与 [`{0}`](#{1}) 相同。", "The keys are those of [`{0}`](#{1}).")
_DEFAULT = Bilingual("；缺省 `{}`", "; default `{}`")


def render_keys(block: type[Block], language: Language, *, titled: bool = True) -> str:
    """The keys at the top of a file, then a section for each group below, in the order of the format."""
    top = _table(keys_of(block), "", language)
    sections = [f"## {_TOP.in_(language)}\n\n{top}" if titled else top]
    sections.extend(_sections(block, "", {}, language))
    return "\n\n".join(sections)


def render_themes(language: Language) -> str:
    """The built-in themes of lessons."""
    rows = [
        (f"`{theme.code}`", theme.zh, theme.en, theme.group.zh if language == "zh" else theme.group.en)
        for theme in THEMES
    ]
    heads = tuple(_THEME_HEADS.in_(language).split("|"))
    return f"## {_THEMES.in_(language)}\n\n{markdown_table(heads, rows)}"


def anchor(title: str) -> str:
    """What GitHub makes of a heading for links."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _sections(
    block: type[Block], above: str, seen: dict[type[Block], str], language: Language
) -> Iterator[str]:
    """seen holds the path at which the keys of a group have been told already; it grows on the way."""
    for key in keys_of(block):
        if not isinstance(key.item, Group):
            continue
        path = f"{above}{key.name}{list_mark(key)}"
        yield f"{'###' if above else '##'} `{path}`\n\n{_section(key, key.item, path, seen, language)}"
        if key.item.block not in seen:
            seen[key.item.block] = path
            yield from _sections(key.item.block, f"{path}.", seen, language)


def _section(key: Key, group: Group, path: str, seen: dict[type[Block], str], language: Language) -> str:
    meaning = f"{_starred(key)}{key.meaning.in_(language)}"
    if group.block in seen:
        told = seen[group.block]
        return f"{meaning}\n\n{_SAME_AS.in_(language).format(told, anchor(told))}"
    return f"{meaning}\n\n{_table(keys_of(group.block), f'{path}.', language)}"


def _table(keys: tuple[Key, ...], above: str, language: Language) -> str:
    rows = [
        (
            f"{_starred(key)}`{key.name}`",
            key.meaning.in_(language),
            _value(key, above, language),
            f"`{key.example}`",
        )
        for key in keys
    ]
    return markdown_table(tuple(_HEADS.in_(language).split("|")), rows)


def _starred(key: Key) -> str:
    return "★ " if key.required else ""


def _value(key: Key, above: str, language: Language) -> str:
    default = "" if key.default is None else _DEFAULT.in_(language).format(default_typed(key.default))
    if isinstance(key.item, Group):
        path = f"{above}{key.name}{list_mark(key)}"
        return f"[{_group_in_words(key).in_(language)}](#{anchor(path)})"
    closed = _closed(key.item, language)
    if closed:
        return (_LIST_OF_VALUES.in_(language) if isinstance(key.holds, Several) else "") + closed + default
    return holds_in_words(key.holds).in_(language) + default


def _group_in_words(key: Key) -> Bilingual:
    if not isinstance(key.holds, Several):
        return _GROUP
    least = key.holds.at_least
    return Bilingual(_LIST_OF_SOME.zh.format(least), _LIST_OF_SOME.en.format(least)) if least else _LIST


def _closed(scalar: Scalar, language: Language) -> str:
    """The closed values of a key, or nothing."""
    if scalar.schema.get("$ref") == THEMES_LISTED:
        return _THEME.in_(language)
    if scalar.codes is None:
        return ""
    return _ONE_OF.in_(language) + " · ".join(f"`{code.value}` {code.zh}" for code in scalar.codes)


def markdown_table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
