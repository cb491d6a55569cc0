"""Styles that a base document lacks, taken from the built-in one so that they look as if they belonged there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.word import styles
from generator.word.escaping import escape_attribute
from generator.word.formatting import PARAGRAPH_ORDER, in_order
from generator.word.spans import children, read_spans
from generator.word.styles import StyleKey, StyleSheet, StyleType, read_styles, style_key

_REFERENCE = re.compile(r'<w:(basedOn|next|link) w:val="([^"]*)"/>')
_STYLE_ID = re.compile(r'w:styleId="([^"]*)"')
_NAME = re.compile(r'<w:name w:val="([^"]*)"/>')
_FONTS = re.compile(r"<w:rFonts [^>]*/>")
_COLOUR = re.compile(r"<w:color [^>]*/>")
_PARAGRAPH = re.compile(r"<w:pPr>.*</w:pPr>", re.DOTALL)
_TABLE_KEY: StyleKey = style_key("table", styles.TABLE)


def complete_styles(part: bytes, builtin: bytes, table_style: str = "") -> tuple[bytes, StyleSheet]:
    """The part with the missing styles of ours at its end; those it has stay as they are.

    table_style is the id of the base's default table style: tables look like its own.
    """
    own, ours = with_table_style(read_styles(part), table_style), read_styles(builtin)
    ids = dict(own.ids)
    wanted = tuple(style_key(*key) for key in styles.missing_styles(own))
    taken = set(own.ids.values())
    for key in wanted:
        style_id = ours.ids[key]
        ids[key] = style_id if style_id not in taken else f"Presales{style_id}"
        taken.add(ids[key])
    renames = {ours.ids[key]: ids[key] for key in ours.ids if key in ids}
    foreign_table = _TABLE_KEY not in wanted
    added = "".join(
        _adopt(ours, key, renames, is_taken=_named(own, key[1]), foreign_table=foreign_table)
        for key in wanted
    )
    at = read_spans(part)[0].inner_end
    whole = part[:at] + added.encode() + part[at:]
    return whole, replace(own, ids=ids)


def with_table_style(sheet: StyleSheet, style_id: str) -> StyleSheet:
    """The same with a style of its own for tables, where it has none of the name of ours."""
    is_there = any(kind == "table" and id_ == style_id for (kind, _), id_ in sheet.ids.items())
    if not is_there or _TABLE_KEY in sheet.ids:
        return sheet
    return replace(sheet, ids={**sheet.ids, _TABLE_KEY: style_id})


def _named(sheet: StyleSheet, name: str) -> bool:
    kinds: tuple[StyleType, ...] = ("paragraph", "character", "table")
    return any(style_key(kind, name) in sheet.ids for kind in kinds)


def _adopt(
    ours: StyleSheet, key: StyleKey, renames: Mapping[str, str], *, is_taken: bool, foreign_table: bool
) -> str:
    """References are rewritten to the ids of the receiving part; numbering ids mean nothing there and go.

    Fonts are the base's. A name taken by a style of another type gets a word before it.
    """
    source = _STYLE_ID.sub(lambda m: f'w:styleId="{renames[m[1]]}"', ours.sources[key], count=1)
    for fonts in _FONTS.findall(ours.sources[style_key("paragraph", "Normal")]):
        source = source.replace(fonts, "")
    if key == style_key("paragraph", styles.TABLE_HEAD) and foreign_table:
        source = _COLOUR.sub("", source)  # the head row of a table style brings its own, often white on dark
    if key[0] == "paragraph" and f'basedOn w:val="{ours.ids[style_key("paragraph", "Normal")]}"' in source:
        source = _shielded(source, key)
    if is_taken:
        source = _NAME.sub(lambda m: f'<w:name w:val="Presales {escape_attribute(m[1])}"/>', source, count=1)

    def refer(match: re.Match[str]) -> str:
        target = renames.get(match[2])
        return f'<w:{match[1]} w:val="{target}"/>' if target else ""

    return _REFERENCE.sub(refer, source)


def _shielded(source: str, key: StyleKey) -> str:
    """What the base's Normal does to text must not reach lists, tables and pictures: an indent of the first line, as
    Chinese documents have it, and a line height that would cut a picture off."""
    own = _PARAGRAPH.findall(source)[0]  # every paragraph style of ours has some
    inner = own.encode()
    spans = read_spans(inner)
    parts = {s.tag[2:]: inner[s.start : s.end].decode() for s in children(spans, 0)}
    parts.pop("numPr", "")
    if key != style_key("paragraph", styles.BODY):
        indent = parts.get("ind", "<w:ind/>")
        parts["ind"] = indent.replace("/>", ' w:firstLineChars="0" w:firstLine="0"/>')
    if key == style_key("paragraph", styles.FIGURE):
        parts["spacing"] = parts["spacing"].replace("/>", ' w:line="240" w:lineRule="auto"/>')
    properties = in_order("pPr", PARAGRAPH_ORDER, parts)
    return source.replace(own, properties, 1)
