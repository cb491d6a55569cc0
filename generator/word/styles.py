"""The styles that documents use, by their names, and what they are called in a given base document.

Ids are no help: Chinese Word writes `1` or `a0` where English Word writes `Heading1`. Names of built-in styles are
the same in every language of Word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.document import CalloutKind
from generator.states import Light
from generator.word.spans import Span, read_spans

StyleType = Literal["paragraph", "character", "table"]
StyleKey = tuple[StyleType, str]

TITLE = "Title"
HEADINGS = tuple(f"heading {number}" for number in range(1, 6))
BODY = "Body Text"
LIST_STYLES = {"bullet": "List Bullet", "number": "List Number"}
LIST_CONTINUE = "List Continue"
QUOTE = "Quote"
CAPTION = "caption"
RULE = "Horizontal Rule"
FOOTNOTE = "footnote text"
SOURCE_CODE = "Source Code"
TABLE_TEXT = "Table Text"
TABLE_HEAD = "Table Head"
TABLE_GAP = "Table Gap"
FIGURE = "Figure"
FIGURE_SCALE = "Figure Scale"
CALLOUTS: dict[CalloutKind, str] = {
    "note": "Callout Note",
    "tip": "Callout Tip",
    "important": "Callout Important",
    "warning": "Callout Warning",
    "caution": "Callout Caution",
}
STRONG = "Strong"
EMPHASIS = "Emphasis"
EAST_ASIAN_EMPHASIS = "Emphasis East Asian"
CODE = "Verbatim Char"
LINK = "Hyperlink"
FOOTNOTE_MARK = "footnote reference"
STATES = {light: f"State {light.value.capitalize()}" for light in Light}
TABLE = "Presales Table"


def callout_title(name: str) -> str:
    return f"{name} Title"


_PARAGRAPHS = (
    *(TITLE, *HEADINGS, BODY, "List Bullet", "List Number", LIST_CONTINUE, QUOTE, CAPTION, RULE, FOOTNOTE),
    *(SOURCE_CODE, TABLE_TEXT, TABLE_HEAD, TABLE_GAP, FIGURE, FIGURE_SCALE, "header"),
    *CALLOUTS.values(),
    *(callout_title(name) for name in CALLOUTS.values()),
)
_CHARACTERS = (STRONG, EMPHASIS, EAST_ASIAN_EMPHASIS, CODE, LINK, FOOTNOTE_MARK, *STATES.values())
NEEDED: tuple[StyleKey, ...] = (
    *(("paragraph", name) for name in _PARAGRAPHS),
    *(("character", name) for name in _CHARACTERS),
    ("table", TABLE),
)


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """One styles part: ids by type and name (lower case, as Word compares them), xml of each style."""

    ids: Mapping[StyleKey, str]
    sources: Mapping[StyleKey, str]


def read_styles(part: bytes) -> StyleSheet:
    spans = read_spans(part)
    ids: dict[StyleKey, str] = {}
    sources: dict[StyleKey, str] = {}
    names = _child_values(spans, "w:name")
    for index, span in enumerate(spans):
        if span.tag == "w:style" and index in names:
            key = style_key(span.attributes.get("w:type", "paragraph"), names[index])
            ids.setdefault(key, span.attributes["w:styleId"])
            sources.setdefault(key, part[span.start : span.end].decode())
    return StyleSheet(ids, sources)


def style_key(kind: str, name: str) -> StyleKey:
    return (kind, name.lower())  # type: ignore[return-value]  # other types (numbering) are never asked for


def missing_styles(sheet: StyleSheet) -> tuple[StyleKey, ...]:
    return tuple(key for key in NEEDED if style_key(*key) not in sheet.ids)


def complete_styles(part: bytes, builtin: bytes) -> tuple[bytes, StyleSheet]:
    """The part with the missing styles of ours at its end; those it has stay as they are.

    References between styles are rewritten to the ids of the receiving part; numbering ids mean nothing there and go.
    """
    own, ours = read_styles(part), read_styles(builtin)
    ids = dict(own.ids)
    wanted = tuple(style_key(*key) for key in missing_styles(own))
    taken = set(own.ids.values())
    for key in wanted:
        style_id = ours.ids[key]
        ids[key] = style_id if style_id not in taken else f"Presales{style_id}"
        taken.add(ids[key])
    renames = {ours.ids[key]: ids[key] for key in ours.ids if key in ids}
    added = "".join(_adopt_style(ours.sources[key], renames) for key in wanted)
    at = read_spans(part)[0].inner_end
    whole = part[:at] + added.encode() + part[at:]
    return whole, read_styles(whole)


_REFERENCE = re.compile(r'<w:(basedOn|next|link) w:val="([^"]*)"/>')
_STYLE_ID = re.compile(r'w:styleId="([^"]*)"')
_NUMBERS = re.compile(r"<w:numPr>.*?</w:numPr>|<w:numPr/>")


def _adopt_style(source: str, renames: Mapping[str, str]) -> str:
    def refer(match: re.Match[str]) -> str:
        target = renames.get(match[2])
        return f'<w:{match[1]} w:val="{target}"/>' if target else ""

    named = _STYLE_ID.sub(lambda match: f'w:styleId="{renames[match[1]]}"', source, count=1)
    return _REFERENCE.sub(refer, _NUMBERS.sub("", named))


def _child_values(spans: tuple[Span, ...], tag: str) -> dict[int, str]:
    """Index of the parent -> `w:val` of its child of that tag."""
    return {span.parent: span.attributes.get("w:val", "") for span in spans if span.tag == tag}
