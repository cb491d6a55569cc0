"""Properties of runs, paragraphs, cells and list levels, each written by one function in the order of the schema.

A wrong order is the commonest way to make Word refuse a file (ECMA-376-1, 17.3.1.26, 17.3.2.28, 17.4.69, 17.9.6).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

# fmt: off
RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "noProof", "vanish",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "shd", "vertAlign",
    "lang",
)
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd",
    "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "autoSpaceDE", "autoSpaceDN",
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr",
)
# fmt: on
CELL_ORDER = ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign")
LEVEL_ORDER = ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlJc", "pPr", "rPr")


def element(name: str, **attributes: object) -> str:
    """`<w:name w:key="value"/>`; attribute names lose one trailing underscore (`type_`)."""
    pairs = "".join(f' w:{key.rstrip("_")}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{pairs}/>"


def in_order(tag: str, order: tuple[str, ...], parts: Mapping[str, str]) -> str:
    """The children present, in schema order, within `w:tag`; nothing at all without children.

    A child outside the order is a bug here (ValueError), never a file that Word repairs.
    """
    unknown = [name for name in parts if name not in order]
    if unknown:
        raise ValueError(f"{tag} has no child {unknown}")
    inner = "".join(parts[name] for name in order if parts.get(name))
    return f"<w:{tag}>{inner}</w:{tag}>" if inner else ""


def shading(fill: str) -> str:
    return element("shd", val="clear", color="auto", fill=fill)


@lru_cache(maxsize=512)
def run_properties(
    style: str = "", *, bold: bool = False, italic: bool = False, east_asian: bool = False
) -> str:
    parts = {
        "rStyle": element("rStyle", val=style) if style else "",
        "rFonts": element("rFonts", hint="eastAsia") if east_asian else "",
        "b": element("b") if bold else "",
        "i": element("i") if italic else "",
    }
    return in_order("rPr", RUN_ORDER, parts)


@lru_cache(maxsize=2048)
def paragraph_properties(
    style: str,
    *,
    keep_next: bool = False,
    page_break: bool = False,
    numbering: tuple[int, int] | None = None,
    space_after: int | None = None,
    indent: int = 0,
    justify: str = "",
    dots_to: int = 0,
) -> str:
    """numbering is (number id, level from 0); space_after, indent and dots_to, a tab stop at the right behind dots, in
    twentieths of a point."""
    parts = {
        "pStyle": element("pStyle", val=style),
        "keepNext": element("keepNext") if keep_next else "",
        "pageBreakBefore": element("pageBreakBefore") if page_break else "",
        "numPr": _number_properties(*numbering) if numbering else "",
        "tabs": f"<w:tabs>{element('tab', val='right', leader='dot', pos=dots_to)}</w:tabs>"
        if dots_to
        else "",
        "spacing": element("spacing", after=space_after) if space_after is not None else "",
        "ind": element("ind", left=indent) if indent else "",
        "jc": element("jc", val=justify) if justify else "",
    }
    return in_order("pPr", PARAGRAPH_ORDER, parts)


def _number_properties(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


@lru_cache(maxsize=2048)
def cell_properties(
    width: int,
    fill: str = "",
    *,
    span: int = 1,
    merge: str = "",
    borders: str = "",
    margins: str = "",
    centred: bool = False,
) -> str:
    """width in twentieths of a point; merge is "", "restart" or "continue"; borders and margins are XML."""
    parts = {
        "tcW": element("tcW", w=width, type="dxa"),
        "gridSpan": element("gridSpan", val=span) if span > 1 else "",
        "vMerge": element("vMerge", val=merge) if merge else "",
        "tcBorders": f"<w:tcBorders>{borders}</w:tcBorders>" if borders else "",
        "shd": shading(fill) if fill else "",
        "tcMar": f"<w:tcMar>{margins}</w:tcMar>" if margins else "",
        "vAlign": element("vAlign", val="center") if centred else "",
    }
    return in_order("tcPr", CELL_ORDER, parts)


def level(index: int, parts: Mapping[str, str]) -> str:
    """One `w:lvl` of a list, index from 0."""
    return in_order("lvl", LEVEL_ORDER, parts).replace("<w:lvl>", f'<w:lvl w:ilvl="{index}">', 1)
