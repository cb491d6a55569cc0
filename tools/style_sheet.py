"""How a style sheet is written: small builders of WordprocessingML for styles."""

from __future__ import annotations

from collections.abc import Mapping

from generator.word.formatting import PARAGRAPH_ORDER, RUN_ORDER, element, in_order

IDS = {"heading": "Heading", "toc": "TOC", "header": "Header", "footer": "Footer", "caption": "Caption"}


def style_id(name: str) -> str:
    """`heading 1` -> `Heading1`, `footnote text` -> `FootnoteText`: the ids of English Word."""
    return "".join(IDS.get(word, word[:1].upper() + word[1:]) for word in name.split())


def run(
    *,
    size: float = 0,
    bold: bool | None = None,
    italic: bool | None = None,
    colour: str = "",
    fonts: str = "",
    more: Mapping[str, str] | None = None,
) -> str:
    """Character formatting; size in points."""
    switch = {True: {}, False: {"val": 0}}
    parts = {
        "rFonts": fonts,
        "b": element("b", **switch[bold]) if bold is not None else "",
        "bCs": element("bCs", **switch[bold]) if bold is not None else "",
        "i": element("i", **switch[italic]) if italic is not None else "",
        "color": element("color", val=colour) if colour else "",
        "sz": element("sz", val=round(size * 2)) if size else "",
        "szCs": element("szCs", val=round(size * 2)) if size else "",
        **(more or {}),
    }
    return in_order("rPr", RUN_ORDER, parts)


def fonts(latin: str, east_asian: str) -> str:
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=east_asian, cs=latin)


def spacing(before: float = 0, after: float = 0, line: int = 0, rule: str = "auto") -> str:
    """before and after in points; line in 240ths of a line, or in twentieths of a point under `exact`."""
    lines = {"line": line, "lineRule": rule} if line else {}
    return element("spacing", before=round(before * 20), after=round(after * 20), **lines)


def border(side: str, eighths: int, colour: str, space: int = 0) -> str:
    return element(side, val="single", sz=eighths, space=space, color=colour)


def paragraph(**parts: str) -> str:
    return in_order("pPr", PARAGRAPH_ORDER, parts)


def style(
    kind: str,
    name: str,
    *formatting: str,
    based_on: str = "Normal",
    next_: str = "",
    priority: int = 99,
    gallery: bool = True,
) -> str:
    """formatting in schema order: pPr, rPr, then what tables have."""
    return (
        f'<w:style w:type="{kind}"{_custom(name)} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        + (element("basedOn", val=style_id(based_on)) if based_on else "")
        + (element("next", val=style_id(next_)) if next_ else "")
        + element("uiPriority", val=priority)
        + ("<w:qFormat/>" if gallery else "")
        + "".join(formatting)
        + "</w:style>"
    )


def _custom(name: str) -> str:
    if name in ("Normal", "Normal Table", "Default Paragraph Font", "No List"):
        return ' w:default="1"'
    own = (
        "Callout",
        "State",
        "Source",
        "Verbatim",
        "Presales",
        "Figure",
        "Horizontal",
        "Emphasis East",
        "Label",
    )
    return ' w:customStyle="1"' if name.startswith((*own, "Table Text", "Table Head", "Table Gap")) else ""
