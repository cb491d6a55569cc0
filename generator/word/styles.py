"""The styles that documents use, by their names, and what they are called in a given base document.

Ids are no help: Chinese Word writes `1` or `a0` where English Word writes `Heading1`. Names of built-in styles are
the same in every language of Word.
"""

from __future__ import annotations

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
CONTENTS_TITLE = "TOC Heading"
CONTENTS = tuple(f"toc {number}" for number in range(1, 4))
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
FIGURE_HEAD = "Figure Head"
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
    *(
        TITLE,
        *HEADINGS,
        CONTENTS_TITLE,
        *CONTENTS,
        BODY,
        "List Bullet",
        "List Number",
        LIST_CONTINUE,
        QUOTE,
        CAPTION,
        RULE,
        FOOTNOTE,
    ),
    *(SOURCE_CODE, TABLE_TEXT, TABLE_HEAD, TABLE_GAP, FIGURE, FIGURE_SCALE, FIGURE_HEAD, "header"),
    *CALLOUTS.values(),
    *(callout_title(name) for name in CALLOUTS.values()),
)
_CHARACTERS = (STRONG, EMPHASIS, EAST_ASIAN_EMPHASIS, CODE, LINK, FOOTNOTE_MARK, *STATES.values())
NEEDED: tuple[StyleKey, ...] = (
    *(("paragraph", name) for name in _PARAGRAPHS),
    *(("character", name) for name in _CHARACTERS),
    ("table", TABLE),
)


# Names under which programs other than Word, and people, keep the built-in styles in Chinese documents.
_CHINESE_NAMES = {
    "标题": TITLE, "正文文本": BODY, "题注": CAPTION, "引用": QUOTE, "脚注文本": FOOTNOTE, "页眉": "header",
    "列表项目符号": "List Bullet", "列表编号": "List Number", "列表接续": LIST_CONTINUE, "正文": "Normal",
    "要点": STRONG, "强调": EMPHASIS, "超链接": LINK, "脚注引用": FOOTNOTE_MARK,
    "目录标题": CONTENTS_TITLE, **{f"目录 {number}": f"toc {number}" for number in range(1, 4)},
    **{f"标题 {number}": f"heading {number}" for number in range(1, 6)},
}  # fmt: skip
_TYPES: tuple[StyleType, ...] = ("paragraph", "character", "table")


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """One styles part: ids by type and name (lower case, as Word compares them), xml of each style.

    numbered are the ids of styles that count, by themselves or by the style that they are based on.
    """

    ids: Mapping[StyleKey, str]
    sources: Mapping[StyleKey, str]
    numbered: frozenset[str] = frozenset()

    def is_numbered(self, name: str) -> bool:
        return self.ids.get(style_key("paragraph", name)) in self.numbered


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
    for name, word in _CHINESE_NAMES.items():
        for kind in _TYPES:
            if style_key(kind, name) in ids and not any((other, word.lower()) in ids for other in _TYPES):
                ids[style_key(kind, word)] = ids[style_key(kind, name)]
                sources[style_key(kind, word)] = sources[style_key(kind, name)]
    return StyleSheet(ids, sources, _numbered(spans))


def _numbered(spans: tuple[Span, ...]) -> frozenset[str]:
    """The number 0 takes the numbering of the style below away (ECMA-376-1, 17.9.18)."""
    below = {
        spans[i].attributes.get("w:styleId", ""): value
        for i, value in _child_values(spans, "w:basedOn").items()
    }
    counts: dict[str, bool] = {}
    for span in spans:
        if span.tag == "w:numId" and spans[span.parent].tag == "w:numPr":
            style = spans[spans[spans[span.parent].parent].parent]
            counts[style.attributes.get("w:styleId", "")] = span.attributes.get("w:val") != "0"

    def is_numbered(style_id: str, seen: tuple[str, ...] = ()) -> bool:
        if style_id in counts:
            return counts[style_id]
        return style_id in below and style_id not in seen and is_numbered(below[style_id], (*seen, style_id))

    return frozenset(
        style_id
        for span in spans
        if span.tag == "w:style" and is_numbered(style_id := span.attributes["w:styleId"])
    )


def style_key(kind: str, name: str) -> StyleKey:
    return (kind, name.lower())  # type: ignore[return-value]  # other types (numbering) are never asked for


def missing_styles(sheet: StyleSheet) -> tuple[StyleKey, ...]:
    return tuple(key for key in NEEDED if style_key(*key) not in sheet.ids)


def wrong_types(sheet: StyleSheet) -> tuple[str, ...]:
    """Names of missing styles that are those of another type."""
    return tuple(name for kind, name in missing_styles(sheet) if _is_taken(sheet, name))


def _is_taken(sheet: StyleSheet, name: str) -> bool:
    return any(style_key(other, name) in sheet.ids for other in _TYPES)


def _child_values(spans: tuple[Span, ...], tag: str) -> dict[int, str]:
    """Index of the parent -> `w:val` of its child of that tag."""
    return {span.parent: span.attributes.get("w:val", "") for span in spans if span.tag == tag}
